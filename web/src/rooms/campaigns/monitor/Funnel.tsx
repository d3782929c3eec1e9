import { Divider, Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Shape } from '../../../api/client';
import { BarList } from '../../../components/charts/BarList';
import { useNumbers } from '../../../i18n/useNumbers';
import { Section } from '../../../components/layout/Section';
import { QueryState } from '../../../components/status/QueryState';
import { ScreenLink, type ScreenSearch } from '../../../components/layout/ScreenLink';
import { plain, useWords } from '../../../i18n';
import { useCoverage } from '../campaign/useCampaign';

const STEPS = {
  enrolled: {},
  contacted: { 'touches.from': '1' },
  conversed: { conversed: 'true' },
  terminal: { state: 'finished,bounced,opted_out,excluded,failed' },
} as const;

/** From the whole cohort to those who finished. Everyone is enrolled or excluded with a reason. */
export function Funnel({ campaign: { id, snapshotId, enrolledAt } }: { campaign: Shape<'CampaignView'> }) {
  const { funnel: words } = useWords().campaigns;
  const reasons: Record<string, string> = useWords().terms.reason;
  const { n, p } = useNumbers();
  const coverage = useCoverage(id);
  const linkTo = (search: ScreenSearch<'/campaigns/$id/decision-makers'>, text: ReactNode) => (
    <ScreenLink to="/campaigns/$id/decision-makers" params={{ id }} search={search} inherit>
      {text}
    </ScreenLink>
  );
  const people = (search: ScreenSearch<'/snapshots/$id'>, text: ReactNode) => (
    <ScreenLink to="/snapshots/$id" params={{ id: snapshotId }} search={search} inherit>
      {text}
    </ScreenLink>
  );
  return (
    <Section title={words.title}>
      <QueryState query={coverage}>
        {(found) => (
          <>
            <BarList
              label={words.title}
              whole={found.decisionMakers}
              bars={[
                {
                  key: 'decisionMakers',
                  label: words.decisionMakers,
                  n: found.decisionMakers,
                  shown: n(found.decisionMakers),
                  link: (text) => people({}, text),
                },
                ...Object.entries(STEPS).map(([key, search]) => {
                  const count = found[key as keyof typeof STEPS];
                  return {
                    key,
                    label: { ...words, terminal: words.finished }[key as keyof typeof STEPS],
                    n: count,
                    shown: n(count),
                    note: found.decisionMakers > 0 ? p(count / found.decisionMakers) : '',
                    link: (text: ReactNode) => linkTo(search, text),
                  };
                }),
              ]}
            />
            <Divider my="xs" />
            <Group gap="md">
              <Text size="sm" component="div">
                {words.notEnrolled}:{' '}
                {found.withReason === 0
                  ? 0
                  : Object.entries(found.notEnrolled).map(([reason, count], i) => (
                      <span key={reason}>
                        {i > 0 && ', '}
                        {people({ excluded: reason }, `${reasons[reason] ?? plain(reason)} ${n(count)}`)}
                      </span>
                    ))}
              </Text>
              {found.late > 0 && (
                <Text size="sm" component="div">
                  {words.late}: {linkTo({ late: 'true' }, n(found.late))}
                </Text>
              )}
              {found.heldOut > 0 && (
                <Text size="sm" component="div">
                  {words.heldOut}: {linkTo({ holdOut: 'true' }, n(found.heldOut))}
                </Text>
              )}
            </Group>
            <Text size="sm" mt={4} fw={600} c={found.skipped > 0 && enrolledAt ? 'red' : undefined}>
              {words.missing}: {n(found.skipped)}{' '}
              <Text span size="xs" c="dimmed" fw={400}>
                {found.skipped > 0 && !enrolledAt ? words.enrolling : words.missingNote}
              </Text>
            </Text>
          </>
        )}
      </QueryState>
    </Section>
  );
}
