import { ScreenLink, type ScreenSearch } from '../../../components/layout/ScreenLink';
import { Box, Text, Tooltip } from '@mantine/core';
import { useNumbers } from '../../../i18n/useNumbers';
import type { RateValue } from '../../../components/charts/Rate';
import { useWords } from '../../../i18n';
import classes from '../pictures.module.css';

export interface RateBar {
  key: string;
  label: string;
  rate: RateValue;
  /** filters for the conversations it counts */
  opens: ScreenSearch<'/feedback/conversations'>;
}

/** Bars on one scale; each opens its conversations. `adding` draws the cumulative Pareto line. */
export function RateBars({ bars, least, adding = false }: { bars: RateBar[]; least: number; adding?: boolean }) {
  const { feedback: words, shell } = useWords();
  const { n, p } = useNumbers();
  const largest = Math.max(1, ...bars.map(({ rate }) => rate.successes));
  const all = bars.reduce((sum, { rate }) => sum + rate.successes, 0);
  const sums = bars.map((_, i) => bars.slice(0, i + 1).reduce((sum, { rate }) => sum + rate.successes, 0));
  const share = (rate: RateValue) =>
    rate.shown && rate.rate !== undefined
      ? `${p(rate.rate)} · ${n(rate.successes)}/${n(rate.n)}`
      : `${n(rate.successes)}/${n(rate.n)}`;
  const describe = (rate: RateValue) =>
    rate.shown
      ? `${shell.evidence.of(n(rate.successes), n(rate.n))}; ${shell.evidence.interval(p(rate.low ?? 0), p(rate.high ?? 1))}`
      : shell.evidence.tooFew(rate.n, least);
  const points = sums.map((each, i) => `${(each / Math.max(1, all)) * 100},${(i + 0.5) * 10}`).join(' ');
  return (
    <Box className={classes.behind} role="list">
      {bars.map(({ key, label, rate, opens }, i) => (
        <Tooltip
          key={key}
          label={adding ? `${describe(rate)}; ${words.cumulative(p(sums[i]! / Math.max(1, all)))}` : describe(rate)}
          position="top-end"
        >
          <Box className={classes.row} role="listitem">
            <ScreenLink to="/feedback/conversations" search={opens}>
              {label}
            </ScreenLink>
            <Box className={classes.track} aria-hidden>
              <Box
                className={`${classes.bar} ${rate.shown ? '' : classes.few}`}
                w={`${(rate.successes / largest) * 100}%`}
              />
            </Box>
            <Text span size="sm" className={classes.value} {...(rate.shown ? {} : { c: 'dimmed' })}>
              {share(rate)}
            </Text>
          </Box>
        </Tooltip>
      ))}
      {adding && bars.length > 1 && (
        <Box
          className={classes.line}
          style={{ display: 'grid', gridTemplateColumns: 'minmax(6.5rem, 30%) 1fr 7.25rem', gap: '0.5rem' }}
          aria-hidden
        >
          <span />
          <svg
            viewBox={`0 0 100 ${bars.length * 10}`}
            preserveAspectRatio="none"
            width="100%"
            height="100%"
            style={{ minHeight: 0, overflow: 'visible' }}
          >
            <polyline
              points={points}
              fill="none"
              stroke="var(--mantine-color-orange-filled)"
              strokeWidth={2}
              vectorEffect="non-scaling-stroke"
            />
          </svg>
        </Box>
      )}
    </Box>
  );
}
