import { Alert, Group, Loader, SimpleGrid, Stack, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { http, type Shape } from '../../api/client';
import { BarList } from '../../components/charts/BarList';
import { useNumbers } from '../../i18n/useNumbers';
import { Section } from '../../components/layout/Section';
import { ErrorAlert } from '../../components/status/ErrorAlert';
import { ScreenLink } from '../../components/layout/ScreenLink';
import { plain, useWords } from '../../i18n';
import { BreakdownCharts } from './BreakdownCharts';
import type { Rule } from './rule';
import { SampleOrganizations } from './SampleOrganizations';

export interface CohortTerms {
  rule: Rule;
  requiredRoles: Shape<'CohortView'>['requiredRoles'];
  holdOutPercent: number;
  seed: string;
}
const PAUSE_MS = 350;

/** Counts after a pause in editing, and cancels the previous request. */
export function LivePreview({
  terms: { rule, requiredRoles, holdOutPercent, seed },
  complete,
  cohortId,
}: {
  terms: CohortTerms;
  complete: boolean;
  cohortId: string | undefined;
}) {
  const { preview: words } = useWords().cohorts;
  const [asked, setAsked] = useState(() => ({ rule, requiredRoles, holdOutPercent, seed }));
  const [settled] = useDebouncedValue(JSON.stringify({ rule, requiredRoles, holdOutPercent, seed }), PAUSE_MS);
  useEffect(() => {
    if (complete) setAsked(JSON.parse(settled) as typeof asked);
    // an incomplete rule leaves the counts of the last complete one
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [settled, complete]);
  const preview = useQuery({
    queryKey: ['cohort preview', asked],
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => (await http.POST('/api/v1/cohort-previews', { body: asked, signal })).data!,
  });
  return (
    <Stack gap="sm" style={{ minWidth: 0 }}>
      <Section
        title={words.title}
        actions={
          preview.isFetching && (
            <Group gap={6} role="status">
              <Loader size="xs" />
              <Text size="xs" c="dimmed">
                {words.counting}
              </Text>
            </Group>
          )
        }
      >
        {preview.isError && <ErrorAlert error={preview.error} />}
        {preview.data && <Counts found={preview.data} cohortId={cohortId} />}
      </Section>
      {preview.data && <BreakdownCharts found={preview.data} />}
      {preview.data && <SampleOrganizations sample={preview.data.sample} />}
    </Stack>
  );
}

function Counts({ found }: { found: Shape<'PreviewView'>; cohortId: string | undefined }) {
  const { preview: words, reason } = useWords().cohorts;
  const { n, x } = useNumbers();
  const reasons: Record<string, string> = reason;
  const { organizations, decisionMakers, exclusions, overlaps, holdOut, warnings } = found;
  return (
    <Stack gap="xs">
      <Text size="sm" fs="italic">
        {found.sentence}
      </Text>
      <SimpleGrid cols={2} spacing="sm" role="status">
        {(
          [
            [words.organizations, organizations],
            [words.people, decisionMakers],
          ] as const
        ).map(([label, counted]) => (
          <div key={label}>
            <Text size="sm">{label}</Text>
            <Text fz={28} fw={700} lh={1.1} style={{ fontVariantNumeric: 'tabular-nums' }}>
              {n(counted.included)}
            </Text>
            <Text size="xs" c="dimmed">
              {words.found(n(counted.found))}
            </Text>
          </div>
        ))}
      </SimpleGrid>
      <Text size="sm">
        {n(decisionMakers.verified)} {words.verified}, {n(decisionMakers.unverified)} {words.unverified}.
      </Text>
      <Text size="sm" fw={600}>
        {words.excluded}
      </Text>
      {exclusions.length === 0 ? (
        <Text size="sm">{words.nobodyExcluded}</Text>
      ) : (
        <BarList
          label={words.excluded}
          whole={Math.max(organizations.found, decisionMakers.found)}
          bars={exclusions.map(({ of, reason: why, count }) => ({
            key: `${of}${why}`,
            label: `${of === 'organizations' ? words.ofOrganizations : words.ofPeople}: ${reasons[why] ?? plain(why)}`,
            n: count,
            shown: n(count),
            colour: 'var(--mantine-color-gray-6)',
          }))}
        />
      )}
      <Text size="sm" fw={600}>
        {words.overlaps}
      </Text>
      {overlaps.length === 0 && <Text size="sm">{words.noOverlaps}</Text>}
      {overlaps.map((each) => (
        <Text size="sm" key={each.campaignId} component="div">
          <ScreenLink to="/campaigns/$id" params={{ id: each.campaignId }} size="sm">
            {each.campaign}
          </ScreenLink>
          : {words.overlap(n(each.organizations), n(each.decisionMakers))}
        </Text>
      ))}
      <Text size="sm">
        {holdOut.organizations > 0
          ? words.holdOut(n(holdOut.organizations), n(holdOut.decisionMakers))
          : words.noHoldOut}{' '}
        {holdOut.detectableDifference !== null && words.detectable(x(holdOut.detectableDifference * 100))}
      </Text>
      {warnings.map(({ code, message }) => (
        <Alert key={code} color="yellow" p="xs">
          {message}
        </Alert>
      ))}
    </Stack>
  );
}
