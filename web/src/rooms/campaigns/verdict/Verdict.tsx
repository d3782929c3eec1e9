import { Alert, Box, Group, Stack, Text } from '@mantine/core';
import { api, type Shape } from '../../../api/client';
import { ComparisonSentence } from '../../../components/charts/ComparisonSentence';
import { ScreenLink, type ScreenSearch } from '../../../components/layout/ScreenLink';
import { LatencyTable } from '../../../components/charts/LatencyTable';
import { useNumbers } from '../../../i18n/useNumbers';
import { Rate } from '../../../components/charts/Rate';
import { Section } from '../../../components/layout/Section';
import { QueryState } from '../../../components/status/QueryState';
import { EmptyState } from '../../../components/status/EmptyState';
import { DateText } from '../../../components/status/DateText';
import { useWords } from '../../../i18n';
import { byId, useCampaignId } from '../campaign/useCampaign';

type Judged = Shape<'VerdictView'>;
const COLOURS: Record<string, string> = { met: 'green', missed: 'red', too_few: 'yellow', open: 'blue', none: 'gray' };

/** Compares the results of 28 days with the target set before launch. */
export function Verdict() {
  const { verdict: words } = useWords();
  const query = api.useQuery('get', '/api/v1/campaigns/{id}/verdict', byId(useCampaignId()));
  return (
    <QueryState query={query}>
      {(judged) =>
        judged.launchedAt === null ? (
          <EmptyState title={words.notLaunched}>{words.notLaunchedYet}</EmptyState>
        ) : (
          <Stack gap="sm">
            <Outcome of={judged} />
            <Measures of={judged} />
            <Lift of={judged} />
            <Section title={words.latency}>
              <LatencyTable legs={judged.latency} recorded={talks(judged)} />
            </Section>
          </Stack>
        )
      }
    </QueryState>
  );
}

function Outcome({ of: { target, outcome, day, days, final, dueAt, measures, lift, label } }: { of: Judged }) {
  const { verdict: words } = useWords();
  const { p, x } = useNumbers();
  const share = (value: number) => (target?.measure === 'lift' ? words.inPoints(x(value * 100)) : p(value));
  const found =
    target?.measure === 'lift' ? lift?.difference : measures.find(({ measure }) => measure === target?.measure)?.rate;
  return (
    <>
      <Alert color={COLOURS[outcome]} title={words.outcome[outcome]} role="status">
        <Text size="sm">
          {final ? words.final(days) : words.soFar(day, days)}
          {!final && (
            <>
              {' '}
              <DateText at={dueAt} />.
            </>
          )}
        </Text>
        <Text size="sm">
          {target ? words.targetWas(words.measure[target.measure], share(target.value)) : words.noTargetSet}
          {target && found !== undefined && ` ${words.resultIs(share(found))}`}
        </Text>
      </Alert>
      {label && (
        <Alert color="yellow" p="xs">
          {label}
        </Alert>
      )}
    </>
  );
}

/** Conversations of this campaign up to the time of the verdict. */
const talks = ({ campaignId, until }: Judged): ScreenSearch<'/feedback/conversations'> => ({
  campaignId,
  ...(until && { 'occurredAt.to': until }),
});

/** Which decision makers each measure and each denominator counts. */
const COUNTED_AS: Record<string, string> = {
  coverage: 'reached',
  access: 'conversed',
  influence: 'influential',
  early_conversion: 'interested',
  reply: 'replied',
  next_meeting: 'meeting',
  enrolled: 'enrolled',
  reached: 'reached',
  spoken: 'conversed',
  conversed: 'conversed',
  mailed: 'mailed',
};

/** Decision makers of this campaign at the time of the verdict. */
const people = ({ campaignId, versionId, until }: Judged, countedAs: string): ScreenSearch<'/feedback/people'> => ({
  versionId,
  campaignId,
  countedAs,
  ...(until && { 'at.to': until }),
});

function Measures({ of: judged }: { of: Judged }) {
  const { verdict: words } = useWords();
  const wholes: Record<string, string> = words.of;
  return (
    <Section title={words.measures} note={words.measuresNote}>
      <Box component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
        {judged.measures.map((rate) => {
          const measure = rate.measure as keyof typeof words.measure;
          const name = words.measure[measure];
          return (
            <Group
              key={measure}
              component="li"
              justify="space-between"
              gap={4}
              py={6}
              style={{ borderTop: '1px solid var(--mantine-color-default-border)' }}
            >
              <Box maw={560}>
                <ScreenLink to="/feedback/people" search={people(judged, COUNTED_AS[measure]!)}>
                  {name}
                </ScreenLink>
                <Text size="xs" c="dimmed">
                  {words.measureNotes[measure]}
                </Text>
              </Box>
              <Box w={300}>
                <Rate rate={rate} least={judged.minimumSample} />
                <Text size="xs" c="dimmed" ta="right">
                  <ScreenLink to="/feedback/people" search={people(judged, COUNTED_AS[rate.of]!)}>
                    {wholes[rate.of]}
                  </ScreenLink>
                </Text>
              </Box>
            </Group>
          );
        })}
      </Box>
    </Section>
  );
}

function Lift({ of: { lift, minimumSample, propositionId } }: { of: Judged }) {
  const { verdict: words } = useWords();
  const { results } = useWords().feedback;
  const { n, p } = useNumbers();
  return (
    <Section title={words.measure.lift} note={words.measureNotes.lift}>
      {lift ? (
        <>
          <Text fw={600}>
            <ComparisonSentence of={lift} least={minimumSample} />
          </Text>
          <Text size="xs" c="dimmed">
            {words.smaller(n(lift.n))}{' '}
            {lift.interim ? words.interim(p(lift.confidence)) : words.interval(p(lift.confidence))}
          </Text>
        </>
      ) : (
        <Text size="sm">{results.noArms}</Text>
      )}
      <ScreenLink to="/results" search={{ propositionId }}>
        {words.toResults}
      </ScreenLink>
    </Section>
  );
}
