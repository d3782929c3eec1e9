import { Box, NumberInput, Text } from '@mantine/core';
import { keepPreviousData } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../../api/client';
import { useNumbers } from '../../../i18n/useNumbers';
import { QueryState } from '../../../components/status/QueryState';
import { useWords } from '../../../i18n';

const [WIDTH, HEIGHT, LEFT, BELOW] = [480, 180, 40, 24];
const WANTED = 0.8;

/** Statistical power by lift, for the frozen hold-out. */
export default function PowerCurve({ id }: { id: string }) {
  const { power: words } = useWords().verdict;
  const { n, p, x } = useNumbers();
  const [base, setBase] = useState(5);
  const query = api.useQuery(
    'get',
    '/api/v1/campaigns/{id}/power',
    { params: { path: { id }, query: { base } } },
    { placeholderData: keepPreviousData },
  );
  return (
    <>
      <NumberInput
        label={words.base}
        min={1}
        max={90}
        allowDecimal={false}
        w={{ base: '100%', sm: 320 }}
        mb="xs"
        value={base}
        onChange={(value) => typeof value === 'number' && value >= 1 && value <= 90 && setBase(value)}
      />
      <QueryState query={query} lines={4}>
        {({ points, detectable, treated, heldOut }) => {
          const widest = points.at(-1)?.lift ?? 1;
          const at = (lift: number) => LEFT + (lift / widest) * (WIDTH - LEFT - 8);
          const high = (chance: number) => 8 + (1 - chance) * (HEIGHT - BELOW - 8);
          const label =
            detectable === null
              ? words.undetectable(n(treated), n(heldOut))
              : words.detectable(x(detectable * 100), n(treated), n(heldOut));
          return (
            <Box maw={560}>
              <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} width="100%" role="img" aria-label={label}>
                {[0, 0.5, WANTED, 1].map((chance) => (
                  <g key={chance}>
                    <line
                      x1={LEFT}
                      x2={WIDTH - 8}
                      y1={high(chance)}
                      y2={high(chance)}
                      stroke="var(--mantine-color-default-border)"
                      strokeDasharray={chance === WANTED ? '4 3' : undefined}
                    />
                    <text x={LEFT - 6} y={high(chance) + 4} textAnchor="end" fontSize={11} fill="currentColor">
                      {p(chance)}
                    </text>
                  </g>
                ))}
                <polyline
                  fill="none"
                  stroke="var(--mantine-primary-color-filled)"
                  strokeWidth={2}
                  points={points.map((each) => `${at(each.lift)},${high(each.power)}`).join(' ')}
                />
                {detectable !== null && (
                  <circle cx={at(detectable)} cy={high(WANTED)} r={4} fill="var(--mantine-primary-color-filled)" />
                )}
                {[0, widest / 2, widest].map((lift, i) => (
                  <text
                    key={lift}
                    x={at(lift)}
                    y={HEIGHT - 6}
                    textAnchor={i === 2 ? 'end' : i === 1 ? 'middle' : 'start'}
                    fontSize={11}
                    fill="currentColor"
                  >
                    {words.points(x(lift * 100))}
                  </text>
                ))}
              </svg>
              <Text size="sm">{label}</Text>
            </Box>
          );
        }}
      </QueryState>
    </>
  );
}
