import { Alert, Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Shape } from '../../../api/client';
import { useNumbers } from '../../../i18n/useNumbers';
import { RelativeTime } from '../../../components/status/RelativeTime';
import { ScreenLink } from '../../../components/layout/ScreenLink';
import { useWords } from '../../../i18n';
import { useChanges, useCoverage } from '../campaign/useCampaign';

/** Explains why the campaign is not sending. */
export function CampaignStatusAlert({ campaign }: { campaign: Shape<'CampaignView'> }) {
  const { notLaunched, review } = useWords().campaigns;
  if (campaign.state === 'paused') return <PausedNotice id={campaign.id} />;
  if (campaign.state === 'in_review')
    return (
      <Alert color="blue" title={review.title}>
        {review.note}
      </Alert>
    );
  if (campaign.state === 'scheduled')
    return (
      <Alert color="yellow" title={notLaunched.title}>
        <Text size="sm">
          {notLaunched.scheduled} <RelativeTime at={campaign.scheduledAt} />. {notLaunched.scheduledNote}
        </Text>
      </Alert>
    );
  if (campaign.state === 'draft' || campaign.state === 'ready')
    return (
      <Alert color="yellow" title={notLaunched.title}>
        {notLaunched.note}
      </Alert>
    );
  return null;
}

function PausedNotice({ id }: { id: string }) {
  const { paused, changes } = useWords().campaigns;
  const { n } = useNumbers();
  const { data: coverage } = useCoverage(id);
  const last = useChanges(id).data?.items.findLast(({ change }) => change === 'pause');
  const { queued = 0, sending = 0 } = coverage?.dispatches ?? {};
  const messages = (state: string, text: ReactNode) => (
    <ScreenLink to="/campaigns/$id/messages" params={{ id }} search={{ state }} size="sm">
      {text}
    </ScreenLink>
  );
  return (
    <Alert color="yellow" title={paused.title} role="status">
      {last && (
        <Text size="sm">
          {paused.by(last.name ?? changes.worker)}, <RelativeTime at={last.changedAt} />: {last.reason}
        </Text>
      )}
      {coverage && (
        <Group gap="xs">
          {messages('queued', paused.queued(n(queued)))}
          {sending > 0 ? messages('sending', paused.sending(n(sending))) : <Text size="sm">{paused.none}</Text>}
        </Group>
      )}
    </Alert>
  );
}
