import { Box, Group, Stack, Text } from '@mantine/core';
import { linkOptions, type LinkProps } from '@tanstack/react-router';
import { useListing } from '../../../components/lists/useListing';
import { useNumbers } from '../../../i18n/useNumbers';
import { Section } from '../../../components/layout/Section';
import { QueryState } from '../../../components/status/QueryState';
import { ScreenLink, type ScreenSearch } from '../../../components/layout/ScreenLink';
import { plain, useWords } from '../../../i18n';
import { useCoverage } from '../campaign/useCampaign';

/** Only these reasons need someone to act; all others resolve automatically. */
const FOR_SOMEBODY = ['awaiting_fix', 'undecided', 'time_zone_unknown'];

export function NeedsAttention({ id }: { id: string }) {
  const { attention: words, deferred } = useWords().campaigns;
  const { n } = useNumbers();
  const coverage = useCoverage(id);
  const open = { campaignId: id, state: 'pending,active,paused' };
  const { by } = useListing('/api/v1/enrolments', { filters: open, count: ['deferred'] });
  const atWork = { campaignId: id, state: 'open,claimed,snoozed' };
  const { total: tasks = 0 } = useListing('/api/v1/tasks', { filters: atWork });
  const put = by.deferred ?? {};
  const waits = Object.entries(put).filter(([why]) => why !== 'none' && !FOR_SOMEBODY.includes(why));
  const messages = (state: string) => linkOptions({ to: '/campaigns/$id/messages', params: { id }, search: { state } });
  const decisionMakers = (search: ScreenSearch<'/campaigns/$id/decision-makers'>) =>
    linkOptions({ to: '/campaigns/$id/decision-makers', params: { id }, search });
  return (
    <Section title={words.title}>
      <QueryState query={coverage}>
        {({ dispatches, endings }) => {
          const where = (state: string, reason?: string) =>
            endings
              .filter((each) => each.state === state && (reason === undefined || each.reason === reason))
              .reduce((sum, each) => sum + each.n, 0);
          const rows = [
            [dispatches.unknown ?? 0, words.unknown, words.unknownDo, messages('unknown')],
            [where('failed'), words.failed, words.failedDo, decisionMakers({ state: 'failed' })],
            [dispatches.failed ?? 0, words.failedMessages, words.failedMessagesDo, messages('failed')],
            [put.undecided ?? 0, words.undecided, words.undecidedDo, decisionMakers({ deferred: 'undecided' })],
            [put.awaiting_fix ?? 0, words.fix, words.fixDo, decisionMakers({ deferred: 'awaiting_fix' })],
            [put.time_zone_unknown ?? 0, words.zone, words.zoneDo, decisionMakers({ deferred: 'time_zone_unknown' })],
            ...(
              [
                ['colleague_reply', words.colleague, words.colleagueDo],
                ['group_session', words.together, words.togetherDo],
                ['replied', words.answered, words.answeredDo],
                ['manual', words.manual, words.manualDo],
              ] as const
            ).map(([reason, what, todo]) => [
              where('paused', reason),
              what,
              todo,
              decisionMakers({ state: 'paused', reason }),
            ]),
          ] as [number, (n: string) => string, string, LinkProps][];
          const found = rows.filter(([count]) => count > 0);
          return (
            <Stack gap="xs">
              {found.length === 0 && tasks === 0 && <Text size="sm">{words.nothing}</Text>}
              {tasks > 0 && (
                <Box>
                  <ScreenLink to="/tasks" search={atWork} size="sm" fw={600}>
                    {words.tasks(n(tasks))}
                  </ScreenLink>
                  <Text size="xs" c="dimmed">
                    {words.tasksDo}
                  </Text>
                </Box>
              )}
              {found.map(([count, what, todo, link]) => (
                <Box key={todo}>
                  <ScreenLink {...link} size="sm" fw={600}>
                    {what(n(count))}
                  </ScreenLink>
                  <Text size="xs" c="dimmed">
                    {todo}
                  </Text>
                </Box>
              ))}
              {waits.length > 0 && (
                <Group gap="xs">
                  <Text size="xs" c="dimmed">
                    {words.noAction}:
                  </Text>
                  {waits.map(([why, count]) => (
                    <ScreenLink
                      key={why}
                      to="/campaigns/$id/decision-makers"
                      params={{ id }}
                      search={{ deferred: why, state: open.state }}
                      size="xs"
                    >
                      {deferred[why as keyof typeof deferred] ?? plain(why)} {n(count)}
                    </ScreenLink>
                  ))}
                </Group>
              )}
            </Stack>
          );
        }}
      </QueryState>
    </Section>
  );
}
