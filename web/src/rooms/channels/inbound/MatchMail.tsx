import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { http, type Shape } from '../../../api/client';
import { useKeys } from '../../../shell/shortcuts';
import { useNotify } from '../../../components/status/useNotify';
import { StateBadge } from '../../../components/status/StateBadge';
import { KeyHint } from '../../../components/layout/KeyHint';
import { useWords } from '../../../i18n';

interface Candidate {
  enrolmentId: string;
  name: string;
  email: string | null;
  state: string;
}

/** Searches by the sender's address first, then by the typed text. A accepts the best match. */
export function MatchMail({ mail, onDone }: { mail: Shape<'InboundMailView'>; onDone: () => void }) {
  const { mail: words } = useWords();
  const notify = useNotify();
  const queries = useQueryClient();
  const [typed, setTyped] = useState(mail.sender ?? '');
  const [q] = useDebouncedValue(typed.trim(), 250);
  const { data: found } = useQuery({
    queryKey: ['whose', mail.id, q],
    queryFn: () => candidates(q),
    enabled: q.length > 1,
    meta: { still: true },
  });
  const take = async ({ enrolmentId, name }: Candidate) => {
    try {
      await http.POST('/api/v1/inbound-mails/{id}/match', { params: { path: { id: mail.id } }, body: { enrolmentId } });
      await queries.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[1]).includes('inbound-mails') });
      notify.success(words.accepted(name));
      onDone();
    } catch (error) {
      notify.error(error);
    }
  };
  const best = found?.[0];
  useKeys({ a: best && { label: words.accept, run: () => void take(best) } }, { insideDialog: true });
  return (
    <Stack gap={4} role="group" aria-label={words.match}>
      <TextInput
        size="xs"
        label={words.match}
        placeholder={words.find}
        value={typed}
        onChange={({ currentTarget }) => setTyped(currentTarget.value)}
      />
      {found?.length === 0 && (
        <Text size="sm" c="dimmed">
          {words.noMatch}
        </Text>
      )}
      {found?.map((one, i) => (
        <Group key={one.enrolmentId} gap="xs" wrap="nowrap">
          <Text size="sm" truncate flex={1}>
            {one.name}{' '}
            <Text span c="dimmed" size="xs">
              {one.email}
            </Text>
          </Text>
          <StateBadge state={one.state} />
          <Button
            variant={i === 0 ? 'filled' : 'default'}
            size="compact-xs"
            onClick={() => void take(one)}
            rightSection={i === 0 && <KeyHint keys="a" />}
          >
            {words.matchThis}
          </Button>
        </Group>
      ))}
    </Stack>
  );
}

const MOST = 5;

async function candidates(q: string): Promise<Candidate[]> {
  const { data: people } = await http.GET('/api/v1/contacts', { params: { query: { q, limit: MOST } } });
  const found = await Promise.all(
    (people?.items ?? []).map(async ({ id, name, email }) => {
      const { data } = await http.GET('/api/v1/enrolments', {
        params: { query: { contactId: id, limit: MOST } },
      });
      return (data?.items ?? []).map(({ id: enrolmentId, state }) => ({ enrolmentId, name, email, state }));
    }),
  );
  return found.flat().slice(0, MOST);
}
