import { SimpleGrid, Text } from '@mantine/core';
import type { Shape } from '../../api/client';
import { BarList, type BarItem } from '../../components/charts/BarList';
import { useNumbers } from '../../i18n/useNumbers';
import { Section } from '../../components/layout/Section';
import { useWords } from '../../i18n';

/** Dark bars are included, light bars are excluded. */
export function BreakdownCharts({ found: { breakdown, completeness } }: { found: Shape<'PreviewView'> }) {
  const { cohorts, terms } = useWords();
  const { preview: words } = cohorts;
  const { n } = useNumbers();
  const shares = ({ values, others }: Shape<'SharesView'>): BarItem[] => [
    ...values.map(({ value, organizations, included }) => ({
      key: value ?? '',
      label: value ?? words.notKnown,
      n: organizations,
      solid: included,
      shown: n(included),
      note: organizations > included ? `/ ${n(organizations)}` : '',
    })),
    ...(others > 0 ? [{ key: 'others', label: words.others, n: others, solid: 0, shown: n(others) }] : []),
  ];
  const pictures: [string, BarItem[]][] = [
    [words.sector, shares(breakdown.sector)],
    [words.size, shares(breakdown.size)],
    [words.country, shares(breakdown.country)],
    [
      words.role,
      breakdown.role.map(({ role, decisionMakers, included }) => ({
        key: role,
        label: terms.role[role],
        n: decisionMakers,
        solid: included,
        shown: n(included),
        note: decisionMakers > included ? `/ ${n(decisionMakers)}` : '',
      })),
    ],
    [
      words.completeness,
      completeness.roles.map((each) => ({
        key: each.role,
        label: terms.role[each.role],
        n: each.with + each.without,
        solid: each.with,
        shown: `${n(each.with)} / ${n(each.with + each.without)}`,
        note: words.reachable(n(each.reachable)),
      })),
    ],
  ];
  return (
    <>
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="sm">
        {pictures
          .filter(([, bars]) => bars.length > 0)
          .map(([title, bars]) => (
            <Section key={title} title={title}>
              <BarList label={title} bars={bars} />
            </Section>
          ))}
      </SimpleGrid>
      <Text size="xs" c="dimmed">
        {words.legend}
      </Text>
    </>
  );
}
