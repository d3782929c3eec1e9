import { Box, Group, Text } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { api, type Shape } from '../../../api/client';
import { useNumbers } from '../../../i18n/useNumbers';
import { Section } from '../../../components/layout/Section';
import { QueryState } from '../../../components/status/QueryState';
import { useLanguage, useWords } from '../../../i18n';
import { byId } from '../campaign/useCampaign';

type Pace = Shape<'PaceView'>;

const HEIGHT = 170;
const RIGHT = 8;
const TOP = 10;
const BOTTOM = 22;
const DAY = 86_400_000;
/** the forecast is drawn at most this many times as long as the past */
const AHEAD = 3;

export function BurnUp({ campaign }: { campaign: Shape<'CampaignView'> }) {
  const { burnUp: words } = useWords().campaigns;
  const pace = api.useQuery('get', '/api/v1/campaigns/{id}/pace', byId(campaign.id));
  return (
    <Section title={words.title}>
      <QueryState query={pace}>
        {(told) =>
          told.days.length === 0 || !campaign.launchedAt ? (
            <Text size="sm">{words.none}</Text>
          ) : (
            <Picture pace={told} launchedAt={campaign.launchedAt} endedAt={campaign.endedAt} />
          )
        }
      </QueryState>
    </Section>
  );
}

function Picture({ pace, launchedAt, endedAt }: { pace: Pace; launchedAt: string; endedAt: string | null }) {
  const { burnUp: words } = useWords().campaigns;
  const { language } = useLanguage();
  const { n } = useNumbers();
  const { ref, width: wide } = useElementSize();
  // the chart is drawn at the size of the text around it
  const scale = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16;
  const width = wide / scale;
  const start = Date.parse(launchedAt);
  const now = endedAt ? Date.parse(endedAt) : Date.parse(pace.now);
  const sums = cumulated(pace.days);
  const ended = sums.at(-1)!.ended;
  const contacted = sums.at(-1)!.contacted;
  const all = pace.left + ended;
  // space for the longest number next to the chart
  const left = 12 + 6.5 * n(all).length;
  const goal = pace.expectedEnd ? Date.parse(pace.expectedEnd) : now;
  const until = Math.max(now, Math.min(goal, now + AHEAD * Math.max(now - start, DAY))) + DAY / 4;
  const x = (at: number) => left + ((at - start) / Math.max(until - start, 1)) * Math.max(0, width - left - RIGHT);
  const y = (count: number) => HEIGHT - BOTTOM - (count / Math.max(1, all)) * (HEIGHT - TOP - BOTTOM);
  const line = (of: 'ended' | 'contacted') =>
    [
      `M${x(start)},${y(0)}`,
      ...sums.map((sum) => `L${x(Math.min(sum.at, now))},${y(sum[of])}`),
      `L${x(now)},${y(sums.at(-1)![of])}`,
    ].join('');
  const day = (at: number) => new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short' }).format(at);
  const text = { fontSize: 11, fill: 'var(--mantine-color-dimmed)' };
  const ends = [pace.earliestEnd, pace.latestEnd].map((at) => (at ? Date.parse(at) : null));
  const wedge =
    ends[0] === null ? null : `M${x(now)},${y(ended)}L${x(ends[0]!)},${y(all)}L${x(ends[1] ?? until * 2)},${y(all)}Z`;
  return (
    <Box ref={ref} style={{ overflow: 'hidden' }}>
      <svg
        viewBox={`0 0 ${width} ${HEIGHT}`}
        width={wide}
        height={HEIGHT * scale}
        role="img"
        aria-label={words.summary(n(contacted), n(ended), n(all))}
      >
        {[0, 0.5, 1].map((share) => (
          <g key={share}>
            <line
              x1={left}
              x2={width - RIGHT}
              y1={y(all * share)}
              y2={y(all * share)}
              stroke="var(--mantine-color-default-border)"
            />
            <text x={left - 6} y={y(all * share) + 4} textAnchor="end" {...text}>
              {n(all * share)}
            </text>
          </g>
        ))}
        {wedge && <path d={wedge} fill="var(--mantine-color-anchor)" opacity={0.12} />}
        {pace.expectedEnd && (
          <line
            x1={x(now)}
            y1={y(ended)}
            x2={x(goal)}
            y2={y(all)}
            stroke="var(--mantine-color-anchor)"
            strokeDasharray="2 4"
            strokeWidth={2}
          />
        )}
        <path
          d={line('contacted')}
          fill="none"
          stroke="var(--mantine-color-dimmed)"
          strokeWidth={2}
          strokeDasharray="6 3"
        />
        <path d={line('ended')} fill="none" stroke="var(--mantine-color-anchor)" strokeWidth={2.5} />
        <line
          x1={x(now)}
          x2={x(now)}
          y1={TOP}
          y2={HEIGHT - BOTTOM}
          stroke="var(--mantine-color-dimmed)"
          strokeWidth={1}
          opacity={0.6}
        />
        <text x={left} y={HEIGHT - 6} {...text}>
          {day(start)}
        </text>
        {x(now) - left > 60 && (
          <text
            x={Math.min(x(now), width - RIGHT)}
            y={HEIGHT - 6}
            textAnchor={width - x(now) < 40 ? 'end' : 'middle'}
            {...text}
          >
            {endedAt ? day(now) : words.today}
          </text>
        )}
        {pace.expectedEnd && goal <= until && width - x(now) > 90 && (
          <text x={width - RIGHT} y={HEIGHT - 6} textAnchor="end" {...text}>
            {day(goal)}
          </text>
        )}
      </svg>
      <Group gap="md" aria-hidden>
        <Key stroke="var(--mantine-color-anchor)" label={`${words.ended} ${n(ended)}`} />
        <Key stroke="var(--mantine-color-dimmed)" dash="6 3" label={`${words.contacted} ${n(contacted)}`} />
        {pace.expectedEnd && <Key stroke="var(--mantine-color-anchor)" dash="2 4" label={words.forecast} />}
      </Group>
    </Box>
  );
}

function Key({ stroke, dash, label }: { stroke: string; dash?: string; label: string }) {
  return (
    <Group gap={6} wrap="nowrap">
      <svg width={22} height={8}>
        <line x1={0} x2={22} y1={4} y2={4} stroke={stroke} strokeWidth={2.5} strokeDasharray={dash} />
      </svg>
      <Text size="xs">{label}</Text>
    </Group>
  );
}

function cumulated(days: Pace['days']): { at: number; ended: number; contacted: number }[] {
  let ended = 0;
  let contacted = 0;
  return days.map((day) => {
    ended += day.ended;
    contacted += day.contacted;
    return { at: Date.parse(day.day) + DAY, ended, contacted };
  });
}
