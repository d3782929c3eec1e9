import { Alert, Group, Stack, Text } from '@mantine/core';
import { api } from '../../../api/client';
import { useMe } from '../../../shell/session';
import { StateBadge } from '../../../components/status/StateBadge';
import { SidePanel } from '../../../components/layout/SidePanel';
import { QueryState } from '../../../components/status/QueryState';
import { RelativeTime } from '../../../components/status/RelativeTime';
import { ScreenButton, ScreenLink } from '../../../components/layout/ScreenLink';
import { useWords } from '../../../i18n';
import { Activity } from '../desk/Brief';
import type { TaskCard } from '../desk/form/draft';
import { Reassign } from './Reassign';
import { OrganizationSection, WhyNow, ContactSection } from '../desk/TaskContext';

export function TaskPanel({ id, onClose }: { id: string | undefined; onClose: () => void }) {
  const { work } = useWords();
  const query = api.useQuery(
    'get',
    '/api/v1/tasks/{id}',
    { params: { path: { id: id ?? '' } } },
    { enabled: id !== undefined },
  );
  return (
    <SidePanel title={query.data?.title ?? work.tasks.title} opened={id !== undefined} onClose={onClose}>
      <QueryState query={query}>{(card) => <TaskDetails card={card} />}</QueryState>
    </SidePanel>
  );
}

function TaskDetails({ card }: { card: TaskCard }) {
  const { work, buying } = useWords();
  const me = useMe();
  const ended = card.state === 'done' || card.state === 'cancelled';
  const works = me.has('manager') || (me.has('rep') && (card.repId === null || card.repId === me.id));
  return (
    <Stack gap="sm">
      <Group gap="xs">
        <StateBadge state={card.state} />
        <Text size="sm">{work.kind[card.kind]}</Text>
        {card.state === 'snoozed' && (
          <Text size="sm">
            {work.tasks.snoozedUntil} <RelativeTime at={card.notBefore} /> · {card.snoozeReason}
          </Text>
        )}
        {card.state === 'claimed' && (
          <Text size="sm">
            {work.tasks.claimedUntil} <RelativeTime at={card.leaseUntil} />
          </Text>
        )}
        {!ended && works && (
          <ScreenButton to="/work" search={{ task: card.id }} ml="auto">
            {work.tasks.open}
          </ScreenButton>
        )}
      </Group>
      {card.cancelReason && <Alert color="gray">{card.cancelReason}</Alert>}
      {card.words && (
        <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>
          {card.words}
        </Text>
      )}
      <ScreenLink to="/organizations/$id/map" params={{ id: card.organizationId }} size="sm">
        {buying.map}
      </ScreenLink>
      <ContactSection card={card} />
      <OrganizationSection card={card} />
      <WhyNow card={card} />
      <Activity card={card} brief={undefined} />
      {me.has('manager', 'sales_ops', 'admin') && <Reassign card={card} />}
    </Stack>
  );
}
