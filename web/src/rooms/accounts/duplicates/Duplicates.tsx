import { Anchor, Badge, Button, Group, Paper, SimpleGrid, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api, http, type Shape } from '../../../api/client';
import { useMe } from '../../../shell/session';
import { Screen } from '../../../components/layout/Screen';
import { EmptyState } from '../../../components/status/EmptyState';
import { QueryState } from '../../../components/status/QueryState';
import { useNotify } from '../../../components/status/useNotify';
import { useWords } from '../../../i18n';
import { readablePhone } from '../../../i18n/phone';
import { MergeDialog } from './MergeDialog';

type Duplicate = Shape<'DuplicateView'>;

/** Pairs of contacts that may be one person, the likeliest first: a person says whether they are. */
export function Duplicates() {
  const { accounts, duplicates: words } = useWords();
  const query = api.useQuery('get', '/api/v1/contact-duplicates', {});
  const [merges, setMerges] = useState<Duplicate | null>(null);
  const reload = () => void query.refetch();
  return (
    <Screen
      title={words.title}
      actions={
        <Anchor component={Link} to="/contacts" size="sm">
          {accounts.contacts.title}
        </Anchor>
      }
    >
      <QueryState query={query}>
        {({ items, nextCursor }) =>
          items.length === 0 ? (
            <EmptyState title={words.none}>{words.noneYet}</EmptyState>
          ) : (
            <Stack gap="sm">
              {items.map((pair) => (
                <Pair
                  key={`${pair.contactId} ${pair.otherId}`}
                  pair={pair}
                  onMerge={() => setMerges(pair)}
                  reload={reload}
                />
              ))}
              {nextCursor && <Text size="sm">{words.more(items.length)}</Text>}
            </Stack>
          )
        }
      </QueryState>
      {merges && <MergeDialog pair={merges} onMerged={reload} onClose={() => setMerges(null)} />}
    </Screen>
  );
}

function Pair({ pair, onMerge, reload }: { pair: Duplicate; onMerge: () => void; reload: () => void }) {
  const { duplicates: words } = useWords();
  const decides = useMe().has('sales_ops');
  const notify = useNotify();
  const [busy, setBusy] = useState(false);
  const { contactId, otherId, why, score } = pair;
  const dismiss = async () => {
    setBusy(true);
    try {
      await http.POST('/api/v1/contact-duplicates/dismissals', { body: { contactId, otherId } });
      notify.success(words.dismissed);
    } catch (error) {
      notify.error(error);
    }
    setBusy(false);
    reload();
  };
  return (
    <Paper withBorder p="sm" role="group" aria-label={`${pair.name} · ${pair.otherName}`}>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
        <Person id={contactId} name={pair.name} email={pair.email} phone={pair.phone} />
        <Person id={otherId} name={pair.otherName} email={pair.otherEmail} phone={pair.otherPhone} />
      </SimpleGrid>
      <Group gap="xs" mt="xs">
        <Badge variant="light" tt="none">
          {words.why[why]} {why === 'same_address' ? '' : words.alike(score)}
        </Badge>
        {decides && (
          <>
            <Button variant="default" size="compact-sm" disabled={busy} onClick={() => void dismiss()}>
              {words.different}
            </Button>
            <Button size="compact-sm" disabled={busy} onClick={onMerge}>
              {words.merge} …
            </Button>
          </>
        )}
      </Group>
    </Paper>
  );
}

function Person({ id, name, email, phone }: { id: string; name: string; email: string | null; phone: string | null }) {
  return (
    <div style={{ overflowWrap: 'anywhere' }}>
      <Anchor component={Link} to="/contacts" search={{ open: id } as never} size="sm" fw={600}>
        {name}
      </Anchor>
      <Text size="sm">{email ?? '—'}</Text>
      <Text size="sm">{phone ? readablePhone(phone) : '—'}</Text>
    </div>
  );
}
