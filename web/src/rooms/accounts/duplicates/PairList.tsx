import { Badge, Button, Group, Paper, SimpleGrid, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useMe } from '../../../shell/session';
import { ScreenLink } from '../../../components/layout/ScreenLink';
import { EmptyState } from '../../../components/status/EmptyState';
import { useNotify } from '../../../components/status/useNotify';
import { useWords } from '../../../i18n';
import { MergeDialog } from './MergeDialog';
import type { Mergeable, MergeableRecord, Pair } from './mergeable';

/** Pairs that may be one: a person merges them, or says that they are not the same. */
export function PairList({
  of,
  pairs,
  more,
  dismiss,
  reload,
}: {
  of: Mergeable;
  pairs: Pair[];
  /** whether there are others behind these */
  more: boolean;
  dismiss: (pair: Pair) => Promise<unknown>;
  reload: () => void;
}) {
  const { duplicates: words } = useWords();
  const [merges, setMerges] = useState<Pair | null>(null);
  return (
    <>
      {pairs.length === 0 ? (
        <EmptyState title={words.none}>{words[of].noneYet}</EmptyState>
      ) : (
        <Stack gap="sm">
          {pairs.map((pair) => (
            <PairPanel
              key={`${pair.one.id} ${pair.other.id}`}
              of={of}
              pair={pair}
              dismiss={dismiss}
              onMerge={() => setMerges(pair)}
              reload={reload}
            />
          ))}
          {more && <Text size="sm">{words.more(pairs.length)}</Text>}
        </Stack>
      )}
      {merges && <MergeDialog of={of} {...merges} onMerged={reload} onClose={() => setMerges(null)} />}
    </>
  );
}

function PairPanel({
  of,
  pair,
  dismiss,
  onMerge,
  reload,
}: {
  of: Mergeable;
  pair: Pair;
  dismiss: (pair: Pair) => Promise<unknown>;
  onMerge: () => void;
  reload: () => void;
}) {
  const { duplicates: words } = useWords();
  const decides = useMe().has('sales_ops');
  const notify = useNotify();
  const [busy, setBusy] = useState(false);
  const { one, other, why } = pair;
  const different = async () => {
    setBusy(true);
    try {
      await dismiss(pair);
      notify.success(words[of].dismissed);
    } catch (error) {
      notify.error(error);
    }
    setBusy(false);
    reload();
  };
  return (
    <Paper withBorder p="sm" role="group" aria-label={`${one.name} · ${other.name}`}>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
        <RecordText of={of} {...one} />
        <RecordText of={of} {...other} />
      </SimpleGrid>
      <Group gap="xs" mt="xs">
        <Badge variant="light" tt="none">
          {why}
        </Badge>
        {decides && (
          <>
            <Button variant="default" size="compact-sm" disabled={busy} onClick={() => void different()}>
              {words[of].different}
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

const SCREENS = { contacts: '/contacts', organizations: '/organizations' } as const;

function RecordText({ of, id, name, details }: MergeableRecord & { of: Mergeable }) {
  return (
    <div style={{ overflowWrap: 'anywhere' }}>
      <ScreenLink to={SCREENS[of]} search={{ open: id }} size="sm" fw={600}>
        {name}
      </ScreenLink>
      {details.map((detail, n) => (
        <Text key={n} size="sm">
          {detail ?? '—'}
        </Text>
      ))}
    </div>
  );
}
