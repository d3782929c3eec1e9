import { Stack, Text } from '@mantine/core';
import { Section } from '../../../components/layout/Section';
import { QueryState } from '../../../components/status/QueryState';
import { RelativeTime } from '../../../components/status/RelativeTime';
import { plain, useWords } from '../../../i18n';
import { useChanges } from '../campaign/useCampaign';

/** Automatic pauses have no user and are shown as Overture. */
export function ChangeHistory({ id }: { id: string }) {
  const { changes: words } = useWords().campaigns;
  const known: Record<string, string> = words;
  const changes = useChanges(id);
  return (
    <Section title={words.title}>
      <QueryState query={changes} lines={3}>
        {({ items }) =>
          items.length === 0 ? (
            <Text size="sm">{words.none}</Text>
          ) : (
            <Stack gap={6} mah={260} style={{ overflowY: 'auto' }} tabIndex={0} role="list" aria-label={words.title}>
              {items.toReversed().map(({ change, reason, name, changedAt }) => (
                <div key={`${changedAt}${change}`} role="listitem">
                  <Text size="sm" component="div">
                    <b>{known[change] ?? plain(change)}</b> · {name ?? words.worker} ·{' '}
                    <Text span size="sm" c="dimmed">
                      <RelativeTime at={changedAt} />
                    </Text>
                  </Text>
                  {reason && <Text size="sm">{reason}</Text>}
                </div>
              ))}
            </Stack>
          )
        }
      </QueryState>
    </Section>
  );
}
