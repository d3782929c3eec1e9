import { ScreenButton, ScreenLink } from '../../../components/layout/ScreenLink';
import { SegmentedControl, Select, SimpleGrid, Stack, Table, Text } from '@mantine/core';
import { api, type Shape } from '../../../api/client';
import { StateBadge } from '../../../components/status/StateBadge';
import { useFilters } from '../../../components/lists/useListing';
import { useNumbers } from '../../../i18n/useNumbers';
import { Screen } from '../../../components/layout/Screen';
import { Section } from '../../../components/layout/Section';
import { QueryState } from '../../../components/status/QueryState';
import { EmptyState } from '../../../components/status/EmptyState';
import { RelativeTime } from '../../../components/status/RelativeTime';
import { useWords } from '../../../i18n';
import { peopleFilters } from '../board/filter';
import { ForestPlot } from './ForestPlot';
import { Themes } from '../themes/Themes';
import { RateTrend } from './RateTrend';
import { Finding } from './Finding';

type Result = Shape<'ResultView'>;
const MEASURES = ['reached', 'conversed', 'interested', 'commits_next_step'] as const;
type Measure = (typeof MEASURES)[number];

export function Results() {
  const { shell, feedback } = useWords();
  const words = feedback.results;
  const { filters, set } = useFilters();
  const results = api.useQuery('get', '/api/v1/results');
  return (
    <Screen title={shell.nav.results}>
      <QueryState query={results} lines={10}>
        {({ items, minimumSample }) => {
          const propositionId = filters.propositionId ?? items[0]?.propositionId;
          const own = items.filter((one) => one.propositionId === propositionId);
          const titles = [...new Map(items.map((one) => [one.propositionId, one.title])).entries()];
          if (!propositionId || own.length === 0)
            return (
              <EmptyState
                title={words.none}
                action={<ScreenButton to="/propositions">{feedback.toPropositions}</ScreenButton>}
              >
                {words.noneYet}
              </EmptyState>
            );
          return (
            <Stack gap="sm">
              <Select
                label={words.proposition}
                w={{ base: '100%', sm: 360 }}
                size="xs"
                data={titles.map(([value, label]) => ({ value, label }))}
                value={propositionId}
                allowDeselect={false}
                onChange={(value) => value && set({ propositionId: value, open: undefined })}
              />
              <Evidence items={own} least={minimumSample} />
              <Themes propositionId={propositionId} least={minimumSample} />
            </Stack>
          );
        }}
      </QueryState>
    </Screen>
  );
}

function Evidence({ items, least }: { items: Result[]; least: number }) {
  const words = useWords().feedback.results;
  const { filters, set } = useFilters();
  const newest = items[0]!;
  const measure = (MEASURES.find((each) => each === filters.measure) ?? 'interested') satisfies Measure;
  const trees = items.map((one) => ({
    key: one.versionId,
    name: words.version(one.number),
    rate: one.measures.find((each) => each.measure === measure)!,
  }));
  const arms: Record<string, string> = { treated: words.treated, hold_out: words.holdOut };
  return (
    <>
      <Section title={words.verdict}>
        <Finding of={newest} least={least} />
      </Section>
      <Section title={words.measures} note={words.measuresNote}>
        <Measures items={items} />
      </Section>
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="sm" verticalSpacing="sm">
        <Section
          title={words.comparison}
          note={words.comparisonNote}
          actions={
            <SegmentedControl
              size="xs"
              aria-label={words.measures}
              value={measure}
              onChange={(value) => set({ measure: value })}
              data={MEASURES.map((value) => ({ value, label: words.measure[value] }))}
              style={{ maxWidth: '100%', overflowX: 'auto' }}
            />
          }
        >
          <ForestPlot trees={trees} least={least} />
        </Section>
        <Section title={words.arms} note={newest.arms.length > 0 && words.armsNote}>
          {newest.arms.length === 0 ? (
            <Text size="sm" c="dimmed">
              {words.noArms}
            </Text>
          ) : (
            <ForestPlot
              least={least}
              trees={newest.arms.map((rate) => ({
                key: rate.arm,
                name: arms[rate.arm]!,
                rate,
                apart: rate.arm === 'hold_out',
              }))}
            />
          )}
        </Section>
      </SimpleGrid>
      <Section title={`${words.trend}: ${words.version(newest.number)}`} note={words.trendNote}>
        <RateTrend versionId={newest.versionId} least={least} />
      </Section>
    </>
  );
}

function Measures({ items }: { items: Result[] }) {
  const { feedback, shell } = useWords();
  const words = feedback.results;
  const { n, p } = useNumbers();
  const of: Record<string, string> = words.of;
  return (
    <Table.ScrollContainer minWidth={640}>
      <Table verticalSpacing={4} horizontalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{feedback.version}</Table.Th>
            <Table.Th ta="right">{words.enrolled}</Table.Th>
            <Table.Th ta="right">{words.heldOut}</Table.Th>
            {items[0]!.measures.map(({ measure, of: whom }) => (
              <Table.Th key={measure} ta="right">
                {words.measure[measure as Measure]}
                <Text size="xs" c="dimmed">
                  {of[whom]}
                </Text>
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {items.map((one) => (
            <Table.Tr key={one.versionId}>
              <Table.Td>
                <ScreenLink to="/feedback" search={{ versionId: one.versionId }}>
                  {words.version(one.number)}
                </ScreenLink>{' '}
                <StateBadge state={one.state} />{' '}
                <Text span size="xs" c="dimmed">
                  <RelativeTime at={one.liveAt} />
                </Text>
              </Table.Td>
              <Table.Td ta="right">
                <ScreenLink to="/feedback/people" search={peopleFilters({ versionId: one.versionId }, 'enrolled')}>
                  {n(one.enrolled)}
                </ScreenLink>
              </Table.Td>
              <Table.Td ta="right">
                <ScreenLink to="/feedback/people" search={peopleFilters({ versionId: one.versionId }, 'held_out')}>
                  {n(one.heldOut)}
                </ScreenLink>
              </Table.Td>
              {one.measures.map((rate) => {
                const shown = `${n(rate.successes)}/${n(rate.n)}`;
                return (
                  <Table.Td
                    key={rate.measure}
                    ta="right"
                    title={
                      rate.shown
                        ? shell.evidence.interval(p(rate.low!), p(rate.high!))
                        : shell.evidence.tooFew(rate.n, rate.n)
                    }
                  >
                    {rate.shown && <b>{p(rate.rate!)} </b>}
                    <ScreenLink {...opens(one, rate.measure)}>{shown}</ScreenLink>
                  </Table.Td>
                );
              })}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

/** Filters that open the records behind a measure. */
function opens(one: Result, measure: string) {
  if (measure === 'reached')
    return { to: '/feedback/people', search: peopleFilters({ versionId: one.versionId }, measure) } as const;
  const said = {
    ...(measure === 'interested' && { interest: 'curious,active,commits_next_step', latest: 'true' }),
    ...(measure === 'commits_next_step' && { interest: measure, latest: 'true' }),
    ...(measure === 'conversed' && { connected: 'true' }),
  };
  return { to: '/feedback/conversations', search: { versionId: one.versionId, ...said } } as const;
}
