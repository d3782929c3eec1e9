import { Stack, Text } from '@mantine/core';
import { api } from '../../../api/client';
import { UserName } from '../../../components/users/UserName';
import { Section } from '../../../components/layout/Section';
import { QueryState } from '../../../components/status/QueryState';
import { RelativeTime } from '../../../components/status/RelativeTime';
import { plain, useWords } from '../../../i18n';
import type { Version } from './content';

const SHOWN = 100;
const QUIET = ['revision', 'updated_at'];

export function VersionHistory({ version }: { version: Version }) {
  const words = useWords().propositions;
  const audit = api.useQuery(
    'get',
    '/api/v1/audit-entries',
    { params: { query: { entity: 'proposition_version', entityId: version.id, limit: SHOWN } } },
    { retry: false },
  );
  return (
    <Section title={words.tabs.history}>
      <QueryState query={audit}>
        {({ items }) => (
          <Stack gap={4}>
            {items.map(({ id, at, actor, action, after }) => (
              <Text key={id} size="sm">
                <RelativeTime at={at} /> · {/^[0-9a-f-]{36}$/.test(actor) ? <UserName id={actor} /> : actor} ·{' '}
                {action === 'insert'
                  ? words.history.made
                  : `${words.history.changed}: ${Object.keys(after ?? {})
                      .filter((name) => !QUIET.includes(name))
                      .map(plain)
                      .join(', ')}`}
              </Text>
            ))}
          </Stack>
        )}
      </QueryState>
    </Section>
  );
}
