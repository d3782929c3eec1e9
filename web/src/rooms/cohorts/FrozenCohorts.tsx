import { Group, Stack, Text } from '@mantine/core';
import { api } from '../../api/client';
import { useNumbers } from '../../i18n/useNumbers';
import { Section } from '../../components/layout/Section';
import { QueryState } from '../../components/status/QueryState';
import { RelativeTime } from '../../components/status/RelativeTime';
import { ScreenLink } from '../../components/layout/ScreenLink';
import { useWords } from '../../i18n';

export function FrozenCohorts({ cohortId, versionId }: { cohortId: string; versionId: string }) {
  const { cohorts: words } = useWords();
  const { n } = useNumbers();
  const snapshots = api.useQuery('get', '/api/v1/snapshots', { params: { query: { cohortId, limit: 20 } } });
  return (
    <Section title={words.snapshots}>
      <QueryState query={snapshots} lines={2}>
        {({ items }) => (
          <Stack gap={6}>
            <Text size="sm" c="dimmed">
              {items.length === 0 ? words.noSnapshots : words.freezeNote}
            </Text>
            {items.map((each) => (
              <Group key={each.id} gap="sm">
                <ScreenLink to="/snapshots/$id" params={{ id: each.id }} size="sm">
                  {words.snapshot.counts(
                    n(each.decisionMakers - each.decisionMakersExcluded),
                    n(each.organizations - each.organizationsExcluded),
                  )}
                </ScreenLink>
                <Text size="sm" c="dimmed" component="div">
                  <RelativeTime at={each.frozenAt} />
                </Text>
                <ScreenLink to="/campaigns/new" search={{ versionId, snapshotId: each.id }} size="sm">
                  {words.snapshot.launch}
                </ScreenLink>
              </Group>
            ))}
          </Stack>
        )}
      </QueryState>
    </Section>
  );
}
