import { Box, SimpleGrid, Text, Tooltip } from '@mantine/core';
import type { Shape } from '../../../api/client';
import { useLanguage } from '../../../i18n';
import classes from './YearPicture.module.css';

/** A visual overview of the closed days; the list next to it has the same content as text. */
export function YearPicture({ year, days, label }: { year: number; days: Shape<'CalendarDayView'>[]; label: string }) {
  const { language } = useLanguage();
  const month = new Intl.DateTimeFormat(language, { month: 'short', timeZone: 'UTC' });
  const byDay = new Map(days.map((each) => [each.day, each]));
  return (
    <SimpleGrid cols={{ base: 2, xs: 3, md: 4 }} spacing="sm" role="img" aria-label={label}>
      {Array.from({ length: 12 }, (_, at) => (
        <Box key={at}>
          <Text size="xs" fw={600} mb={2}>
            {month.format(Date.UTC(year, at))}
          </Text>
          <div className={classes.month}>
            {daysOf(year, at).map(({ day, date, weekday }) => {
              const off = byDay.get(day);
              return (
                <Tooltip key={day} label={off?.name} disabled={!off}>
                  <span
                    className={classes.day}
                    style={date === 1 ? { gridColumnStart: weekday } : {}}
                    data-off={off ? (off.closedId ? 'closed' : 'holiday') : undefined}
                    data-weekend={weekday > 5 || undefined}
                  >
                    {date}
                  </span>
                </Tooltip>
              );
            })}
          </div>
        </Box>
      ))}
    </SimpleGrid>
  );
}

/** 1 Monday … 7 Sunday */
function daysOf(year: number, month: number): { day: string; date: number; weekday: number }[] {
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return Array.from({ length: last }, (_, at) => {
    const time = new Date(Date.UTC(year, month, at + 1));
    return { day: time.toISOString().slice(0, 10), date: at + 1, weekday: ((time.getUTCDay() + 6) % 7) + 1 };
  });
}
