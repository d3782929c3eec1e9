import { Box, Group, Text } from '@mantine/core';
import { useWords } from '../../../i18n';
import { useDayFormat, type BuyingPlan } from './map';

const at = (day: string): number => Date.parse(day);
const LATE = 'repeating-linear-gradient(45deg, var(--mantine-color-red-6) 0 6px, var(--mantine-color-red-3) 6px 10px)';

/** One bar per prerequisite, from its latest start to its latest finish. The part before today is hatched. */
export function PlanBars({ plan }: { plan: BuyingPlan }) {
  const { buying } = useWords();
  const day = useDayFormat();
  const { today, wantedBy, prerequisites } = plan;
  const from = Math.min(at(today), ...prerequisites.map(({ latestStart }) => at(latestStart)));
  const span = Math.max(at(wantedBy), at(today)) - from || 1;
  const place = (when: number) => `${Math.min(100, Math.max(0, ((when - from) / span) * 100))}%`;
  const width = (start: number, end: number) => `${Math.max(0, ((end - start) / span) * 100)}%`;
  return (
    <Box component="ul" m={0} p={0} style={{ listStyle: 'none' }}>
      {prerequisites.map((each) => {
        const [start, finish] = [at(each.latestStart), at(each.latestFinish)];
        const missed = each.done ? start : Math.min(finish, Math.max(start, at(today)));
        const label = buying.bar(each.title, day(each.latestStart), day(each.latestFinish));
        const colour = each.done ? 'gray' : each.critical ? 'orange' : 'petrol';
        return (
          <Box component="li" key={each.key} mb={8}>
            <Group gap={6} justify="space-between">
              <Text size="sm" fw={each.critical ? 700 : 400} td={each.done ? 'line-through' : undefined}>
                {each.title}
                {each.disrupts && ` · ${buying.disrupts}: ${each.disrupts}`}
              </Text>
              <Text size="xs" fw={each.slack < 0 ? 700 : 400}>
                {each.done ? buying.done : each.slack < 0 ? buying.late(-each.slack) : buying.spare(each.slack)}
              </Text>
            </Group>
            <Box
              pos="relative"
              h={14}
              bg="var(--mantine-color-default-hover)"
              role="img"
              aria-label={`${label}${each.slack < 0 && !each.done ? `, ${buying.late(-each.slack)}` : ''}`}
            >
              <Box
                pos="absolute"
                h="100%"
                left={place(start)}
                w={width(start, finish)}
                bg={`var(--mantine-color-${colour}-6)`}
              />
              {missed > start && (
                <Box
                  pos="absolute"
                  h="100%"
                  left={place(start)}
                  w={width(start, missed)}
                  style={{ background: LATE }}
                />
              )}
              <Box pos="absolute" h="100%" left={place(at(today))} w={2} bg="var(--mantine-color-text)" />
            </Box>
          </Box>
        );
      })}
      <Group justify="space-between" component="li">
        <Text size="xs">
          | {buying.today}: {day(today)}
        </Text>
        <Text size="xs">
          {buying.wantedBy}: {day(wantedBy)}
        </Text>
      </Group>
    </Box>
  );
}
