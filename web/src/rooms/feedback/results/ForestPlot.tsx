import { Box, Text } from '@mantine/core';
import { useNumbers } from '../../../i18n/useNumbers';
import type { RateValue } from '../../../components/charts/Rate';
import { useWords } from '../../../i18n';

export interface ForestRow {
  key: string;
  name: string;
  rate: RateValue;
  /** hollow marker: the hold-out */
  apart?: boolean;
}

const ROW = 30;
const LEFT = 112;
const WIDTH = 480;
const RIGHT = 76;
const FOOT = 26;

export function ForestPlot({ trees, least }: { trees: ForestRow[]; least: number }) {
  const { feedback, shell } = useWords();
  const { n, p } = useNumbers();
  const { comparisonRow } = feedback.results;
  const shown = trees.filter(({ rate }) => rate.shown);
  const end = roundUp(Math.max(0.01, ...shown.map(({ rate }) => rate.high ?? 0)));
  const x = (share: number) => LEFT + (share / end) * (WIDTH - LEFT - RIGHT);
  const height = trees.length * ROW + FOOT;
  const describe = ({ name, rate }: ForestRow) =>
    rate.shown
      ? comparisonRow(
          name,
          n(rate.successes),
          n(rate.n),
          `${p(rate.rate!)}, ${shell.evidence.interval(p(rate.low!), p(rate.high!))}`,
        )
      : `${name}: ${shell.evidence.tooFew(rate.n, least)}`;
  return (
    <Box style={{ overflowX: 'auto' }}>
      <svg
        role="img"
        aria-label={trees.map(describe).join('. ')}
        viewBox={`0 0 ${WIDTH} ${height}`}
        style={{ width: '100%', minWidth: '20rem', maxWidth: '40rem', display: 'block' }}
        fontSize={12}
        fill="currentColor"
      >
        {[0, 0.25, 0.5, 0.75, 1].map((part) => (
          <g key={part}>
            <line
              x1={x(part * end)}
              x2={x(part * end)}
              y1={0}
              y2={height - FOOT}
              stroke="var(--mantine-color-default-border)"
            />
            <text x={x(part * end)} y={height - 8} textAnchor="middle" fill="var(--mantine-color-dimmed)">
              {p(part * end)}
            </text>
          </g>
        ))}
        {trees.map((tree, i) => {
          const y = i * ROW + ROW / 2;
          const { rate, apart = false } = tree;
          const colour = apart ? 'var(--mantine-color-dimmed)' : 'var(--mantine-primary-color-filled)';
          return (
            <g key={tree.key}>
              <title>{describe(tree)}</title>
              <text x={0} y={y + 4}>
                {tree.name}
              </text>
              {rate.shown ? (
                <>
                  <line x1={x(rate.low!)} x2={x(rate.high!)} y1={y} y2={y} stroke={colour} strokeWidth={2} />
                  {[rate.low!, rate.high!].map((at) => (
                    <line key={at} x1={x(at)} x2={x(at)} y1={y - 5} y2={y + 5} stroke={colour} strokeWidth={2} />
                  ))}
                  <rect
                    x={x(rate.rate!) - 5}
                    y={y - 5}
                    width={10}
                    height={10}
                    stroke={colour}
                    strokeWidth={2}
                    fill={apart ? 'var(--mantine-color-body)' : colour}
                  />
                </>
              ) : (
                <text x={x(0) + 6} y={y + 4} fill="var(--mantine-color-dimmed)">
                  n = {n(rate.n)}
                </text>
              )}
              <text x={WIDTH} y={y + 4} textAnchor="end">
                {n(rate.successes)}/{n(rate.n)}
              </text>
            </g>
          );
        })}
      </svg>
      {shown.length === 0 && (
        <Text size="xs" c="dimmed">
          {shell.evidence.tooFew(Math.max(0, ...trees.map(({ rate }) => rate.n)), least)}
        </Text>
      )}
    </Box>
  );
}

/** The axis ends at 4, 8, 20, 40, 60, 80 or 100 %, so that four equal parts have readable labels. */
const roundUp = (share: number): number => [0.04, 0.08, 0.2, 0.4, 0.6, 0.8].find((each) => each >= share) ?? 1;
