import { Box, Group, Progress, Text } from '@mantine/core';
import { api, type Shape } from '../../../api/client';
import { useNumbers } from '../../../i18n/useNumbers';
import { Section } from '../../../components/layout/Section';
import { QueryState } from '../../../components/status/QueryState';
import { DateText } from '../../../components/status/DateText';
import { ScreenLink } from '../../../components/layout/ScreenLink';
import { useLanguage, useWords } from '../../../i18n';
import { byId, useProgress, useWaves } from '../campaign/useCampaign';

/** In drawing order: over, active, paused or pending, failed. */
const PIECES = [
  { states: ['finished', 'excluded'], colour: 'green' },
  { states: ['bounced', 'opted_out'], colour: 'grape' },
  { states: ['active'], colour: 'blue' },
  { states: ['paused'], colour: 'yellow' },
  { states: ['pending'], colour: 'gray.5' },
  { states: ['failed'], colour: 'red' },
];
const ENDED = ['finished', 'bounced', 'opted_out', 'excluded', 'failed'];
const DAY = 86_400_000;

export function ProgressBar({ campaign }: { campaign: Shape<'CampaignView'> }) {
  const words = useWords();
  const { progress } = words.campaigns;
  const { n, p } = useNumbers();
  const query = useProgress(campaign.id);
  return (
    <Section title={progress.title}>
      <QueryState query={query} lines={3}>
        {({ byState }) => {
          const all = Object.values(byState).reduce((sum, each) => sum + each, 0);
          const done = ENDED.reduce((sum, state) => sum + (byState[state] ?? 0), 0);
          if (all === 0) return <Text size="sm">{progress.noneEnrolled}</Text>;
          return (
            <>
              <Group justify="space-between" gap="xs" role="status">
                <Text fw={600}>{progress.done(n(done), n(all))}</Text>
                <Text fw={600}>{p(done / all)}</Text>
              </Group>
              <Progress.Root size="lg" my={6} aria-hidden>
                {PIECES.map(({ states, colour }) => (
                  <Progress.Section
                    key={colour}
                    color={colour}
                    value={(states.reduce((sum, state) => sum + (byState[state] ?? 0), 0) / all) * 100}
                  />
                ))}
              </Progress.Root>
              <Group gap="sm">
                {PIECES.flatMap(({ states, colour }) =>
                  states
                    .filter((state) => byState[state])
                    .map((state) => (
                      <Group key={state} gap={4} wrap="nowrap">
                        <Box w={8} h={8} bg={colour} style={{ borderRadius: 2 }} aria-hidden />
                        <ScreenLink
                          to="/campaigns/$id/decision-makers"
                          params={{ id: campaign.id }}
                          search={{ state }}
                          size="sm"
                        >
                          {words.terms.state[state as keyof typeof words.terms.state]} {n(byState[state]!)}
                        </ScreenLink>
                      </Group>
                    )),
                )}
              </Group>
              <Forecast id={campaign.id} />
            </>
          );
        }}
      </QueryState>
    </Section>
  );
}

function Forecast({ id }: { id: string }) {
  const { progress } = useWords().campaigns;
  const { x } = useNumbers();
  const { language } = useLanguage();
  const pace = api.useQuery('get', '/api/v1/campaigns/{id}/pace', byId(id));
  const gated = useWaves(id).data?.items.some(({ state, holdOut }) => state !== 'released' && !holdOut);
  if (!pace.data) return null;
  const { since, now, ended, contacted, expectedEnd, earliestEnd, latestEnd, unclear } = pace.data;
  const day = (at: string) => new Intl.DateTimeFormat(language, { dateStyle: 'medium' }).format(new Date(at));
  const days = since ? Math.max((Date.parse(now) - Date.parse(since)) / DAY, 1 / 24) : 0;
  return (
    <Box mt="sm">
      {since && unclear !== 'over' && (
        <Text size="sm">
          {progress.rate(x(ended / days), x(contacted / days))}{' '}
          <Text span size="sm" c="dimmed">
            ({progress.measured(x(days))})
          </Text>
        </Text>
      )}
      {unclear && <Text size="sm">{progress.noForecast[unclear]}</Text>}
      {expectedEnd && (
        <Text size="sm">
          {progress.end}:{' '}
          <Text span fw={600} size="sm">
            <DateText at={expectedEnd} />
          </Text>{' '}
          <Text span size="sm" c="dimmed">
            ({latestEnd ? progress.between(day(earliestEnd!), day(latestEnd)) : progress.from(day(earliestEnd!))})
          </Text>
        </Text>
      )}
      {expectedEnd && gated && (
        <Text size="xs" c="dimmed">
          {progress.waves}
        </Text>
      )}
    </Box>
  );
}
