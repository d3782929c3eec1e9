import { Text } from '@mantine/core';
import { api } from '../../../api/client';
import { useNumbers } from '../../../i18n/useNumbers';
import { QueryState } from '../../../components/status/QueryState';
import { useLanguage, useWords } from '../../../i18n';

const WIDTH = 640;
const HEIGHT = 180;
const LEFT = 44;
const FOOT = 22;

/** Days with too few conversations are not drawn. */
export function RateTrend({ versionId, least }: { versionId: string; least: number }) {
  const words = useWords().feedback.results;
  const { language } = useLanguage();
  const { n, p } = useNumbers();
  const trend = api.useQuery('get', '/api/v1/versions/{id}/trend', { params: { path: { id: versionId } } });
  return (
    <QueryState query={trend} lines={4}>
      {({ points }) => {
        const shown = points.filter((point) => point.shown);
        const last = points.at(-1);
        if (shown.length === 0 || !last)
          return (
            <Text size="sm" c="dimmed">
              {words.trendFew(n(last?.n ?? 0), n(least))}
            </Text>
          );
        const times = points.map(({ on }) => Date.parse(on));
        const [first, span] = [times[0]!, Math.max(1, times.at(-1)! - times[0]!)];
        const top = Math.min(1, Math.max(...shown.map(({ high }) => high!)) * 1.1);
        const x = (on: string) => LEFT + ((Date.parse(on) - first) / span) * (WIDTH - LEFT - 8);
        const y = (share: number) => 6 + (1 - share / top) * (HEIGHT - FOOT - 6);
        const day = (on: string) =>
          new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short', timeZone: 'UTC' }).format(new Date(on));
        const band = [
          ...shown.map(({ on, high }) => `${x(on)},${y(high!)}`),
          ...shown.toReversed().map(({ on, low }) => `${x(on)},${y(low!)}`),
        ].join(' ');
        const end = shown.at(-1)!;
        return (
          <svg
            role="img"
            aria-label={words.trendLabel(p(end.rate!), p(end.low!), p(end.high!), n(end.n))}
            viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
            style={{ width: '100%', maxWidth: '56rem', display: 'block' }}
            fontSize={12}
            fill="var(--mantine-color-dimmed)"
          >
            {[0, 0.5, 1].map((part) => (
              <g key={part}>
                <line
                  x1={LEFT}
                  x2={WIDTH}
                  y1={y(part * top)}
                  y2={y(part * top)}
                  stroke="var(--mantine-color-default-border)"
                />
                <text x={LEFT - 6} y={y(part * top) + 4} textAnchor="end">
                  {p(part * top)}
                </text>
              </g>
            ))}
            <polygon points={band} fill="var(--mantine-primary-color-filled)" opacity={0.18} />
            <polyline
              points={shown.map(({ on, rate }) => `${x(on)},${y(rate!)}`).join(' ')}
              fill="none"
              stroke="var(--mantine-primary-color-filled)"
              strokeWidth={2}
            />
            {shown.map((point) => (
              <circle
                key={point.on}
                cx={x(point.on)}
                cy={y(point.rate!)}
                r={3}
                fill="var(--mantine-primary-color-filled)"
              >
                <title>
                  {day(point.on)}: {words.trendLabel(p(point.rate!), p(point.low!), p(point.high!), n(point.n))}
                </title>
              </circle>
            ))}
            <text x={LEFT} y={HEIGHT - 6}>
              {day(points[0]!.on)}
            </text>
            <text x={WIDTH - 4} y={HEIGHT - 6} textAnchor="end">
              {day(last.on)}
            </text>
          </svg>
        );
      }}
    </QueryState>
  );
}
