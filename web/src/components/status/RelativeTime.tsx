import { Text } from '@mantine/core';
import { CLOCK_TICK_MS, useNow } from '../../shell/clock';
import { useLanguage } from '../../i18n';

const STEPS: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

/** Relative time by Overture's clock, with the exact time on hover. */
export function RelativeTime({ at, none = '—' }: { at: string | null | undefined; none?: string }) {
  const { language } = useLanguage();
  const now = useNow();
  if (!at)
    return (
      <Text span c="dimmed" size="sm">
        {none}
      </Text>
    );
  const ahead = Date.parse(at) - now;
  const seconds = ahead > 0 && ahead <= CLOCK_TICK_MS ? 0 : ahead / 1000;
  const [unit, size] = STEPS.find(([, each]) => Math.abs(seconds) >= each) ?? ['second', 1];
  const text = new Intl.RelativeTimeFormat(language, { numeric: 'auto', style: 'short' }).format(
    Math.round(seconds / size),
    unit,
  );
  return (
    <time dateTime={at} title={new Date(at).toLocaleString(language)} style={{ whiteSpace: 'nowrap' }}>
      {text}
    </time>
  );
}
