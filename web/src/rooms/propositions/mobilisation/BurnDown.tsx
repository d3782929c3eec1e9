import { Text } from '@mantine/core';
import type { Shape } from '../../../api/client';
import { useNow } from '../../../shell/clock';
import { useNumbers } from '../../../i18n/useNumbers';
import { useLanguage, useWords } from '../../../i18n';

const WIDTH = 480;
const HEIGHT = 150;
const LEFT = 26;
const FOOT = 20;

/** Open items per day, next to the planned number if each is done on its due date. */
export function BurnDown({ commitments }: { commitments: Shape<'MobilisationItemView'>[] }) {
  const { mobilisation: words } = useWords().propositions;
  const { language } = useLanguage();
  const { n } = useNumbers();
  const now = useNow();
  const all = commitments.length;
  const open = commitments.filter(({ state }) => state === 'open').length;
  const due = commitments.map(({ dueOn }) => Date.parse(`${dueOn}T23:59:59Z`));
  const start = Math.min(...commitments.map(({ createdAt }) => Date.parse(createdAt)));
  const end = Math.max(now, ...due);
  const closed = commitments.flatMap(({ closedAt }) => (closedAt ? [Date.parse(closedAt)] : []));
  const x = (at: number) => LEFT + ((at - start) / Math.max(1, end - start)) * (WIDTH - LEFT - 8);
  const y = (count: number) => 6 + (1 - count / all) * (HEIGHT - FOOT - 6);
  const day = (at: number) => new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short' }).format(at);
  return (
    <figure style={{ margin: 0 }}>
      <svg
        role="img"
        aria-label={words.burnDownSays(n(open), n(all))}
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        style={{ width: '100%', maxWidth: '35rem', display: 'block' }}
        fontSize={12}
        fill="var(--mantine-color-dimmed)"
      >
        {[0, all].map((count) => (
          <g key={count}>
            <line x1={LEFT} x2={WIDTH} y1={y(count)} y2={y(count)} stroke="var(--mantine-color-default-border)" />
            <text x={LEFT - 6} y={y(count) + 4} textAnchor="end">
              {n(count)}
            </text>
          </g>
        ))}
        <polyline
          points={stairs(due, start, end, all, x, y)}
          fill="none"
          stroke="var(--mantine-color-dimmed)"
          strokeDasharray="4 4"
        />
        <polyline
          points={stairs(closed, start, now, all, x, y)}
          fill="none"
          stroke="var(--mantine-primary-color-filled)"
          strokeWidth={2}
        />
        <text x={LEFT} y={HEIGHT - 4}>
          {day(start)}
        </text>
        <text x={WIDTH - 4} y={HEIGHT - 4} textAnchor="end">
          {day(end)}
        </text>
      </svg>
      <Text component="figcaption" size="xs" c="dimmed">
        {words.burnDownSays(n(open), n(all))}. — {words.actual}, ┄ {words.planned}
      </Text>
    </figure>
  );
}

/** A step line that goes down at each of these times. */
function stairs(
  steps: number[],
  start: number,
  end: number,
  all: number,
  x: (at: number) => number,
  y: (count: number) => number,
): string {
  const points = [`${x(start)},${y(all)}`];
  [...steps]
    .sort((a, b) => a - b)
    .forEach((at, i) => points.push(`${x(at)},${y(all - i)}`, `${x(at)},${y(all - i - 1)}`));
  points.push(`${x(end)},${y(all - steps.length)}`);
  return points.join(' ');
}
