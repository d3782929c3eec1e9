import { Badge, Button, Group, Progress, Stack, Text } from '@mantine/core';
import { http, type Shape } from '../../../api/client';
import { useMe } from '../../../shell/session';
import { useNotify } from '../../../components/status/useNotify';
import { useNumbers } from '../../../i18n/useNumbers';
import { Section } from '../../../components/layout/Section';
import { QueryState } from '../../../components/status/QueryState';
import { DateText } from '../../../components/status/DateText';
import { RelativeTime } from '../../../components/status/RelativeTime';
import { useWords } from '../../../i18n';
import { useWaves } from '../campaign/useCampaign';

type Wave = Shape<'WaveStandingView'>;

export function Waves({ campaign }: { campaign: Shape<'CampaignView'> }) {
  const { wave: words } = useWords().campaigns;
  const waves = useWaves(campaign.id);
  return (
    <Section title={words.title}>
      <QueryState query={waves} lines={2}>
        {({ items }) => (
          <Stack gap="xs">
            {items.length === 0 && <Text size="sm">{words.after}</Text>}
            {items.map((wave) => (
              <WaveRow key={wave.ordinal} wave={wave} campaign={campaign} />
            ))}
          </Stack>
        )}
      </QueryState>
    </Section>
  );
}

function WaveRow({ wave, campaign }: { wave: Wave; campaign: Shape<'CampaignView'> }) {
  const { wave: words } = useWords().campaigns;
  const { n } = useNumbers();
  const me = useMe();
  const notify = useNotify();
  const { ordinal, holdOut, state, enrolled, contacted, ended, size } = wave;
  const release = () =>
    http
      .POST('/api/v1/campaigns/{id}/waves/{ordinal}/release', {
        params: { path: { id: campaign.id, ordinal } },
        body: {},
      })
      .then(
        () => notify.success(words.done(ordinal)),
        (error: unknown) => notify.error(error),
      );
  const waits =
    state === 'in_review' ? words.readyForReview : wave.gated && !holdOut ? words.afterReview : words.afterPrevious;
  const going = ['running', 'in_review', 'paused'].includes(campaign.state);
  return (
    <div>
      <Group justify="space-between" gap="xs">
        <Group gap="xs">
          <Text size="sm" fw={600}>
            {holdOut ? words.holdOut : words.n(ordinal)}
          </Text>
          <Text size="xs" c="dimmed">
            {enrolled > 0
              ? words.decisionMakers(n(enrolled), n(contacted), n(ended))
              : holdOut
                ? ''
                : size === null
                  ? words.rest
                  : words.size(n(size))}
          </Text>
        </Group>
        <Group gap="xs">
          {state === 'released' ? (
            <Text size="xs" c="dimmed" component="div">
              {words.released} <RelativeTime at={wave.releasedAt} />
            </Text>
          ) : holdOut ? (
            <Text size="xs" c="dimmed" component="div">
              {words.heldUntil} <DateText at={campaign.holdOutUntil} />
            </Text>
          ) : (
            <Badge color={state === 'in_review' ? 'blue' : 'yellow'} tt="none">
              {waits}
            </Badge>
          )}
          {state !== 'released' && going && me.has('sales_ops') && (
            <Button
              variant={state === 'in_review' ? 'filled' : 'default'}
              size="compact-xs"
              onClick={() => void release()}
            >
              {words.release}
            </Button>
          )}
        </Group>
      </Group>
      {wave.note && (
        <Text size="xs" c="dimmed">
          {wave.note}
        </Text>
      )}
      {enrolled > 0 && (
        <Progress.Root size="xs" mt={4} aria-hidden>
          <Progress.Section value={(ended / enrolled) * 100} color="green" />
          <Progress.Section value={(Math.max(0, contacted - ended) / enrolled) * 100} color="blue" />
        </Progress.Root>
      )}
    </div>
  );
}
