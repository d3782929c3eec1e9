import { Button, Code, Group, Stack, Table, Text, Title } from '@mantine/core';
import { http, type Shape } from '../../../api/client';
import { useMe } from '../../../shell/session';
import { useNotify } from '../../../components/status/useNotify';
import { StateBadge } from '../../../components/status/StateBadge';
import { useFilters, useListing, type Filters } from '../../../components/lists/useListing';
import { Listing } from '../../../components/lists/Listing';
import { SidePanel } from '../../../components/layout/SidePanel';
import { Screen } from '../../../components/layout/Screen';
import { EmptyState } from '../../../components/status/EmptyState';
import { RelativeTime } from '../../../components/status/RelativeTime';
import { ScreenLink } from '../../../components/layout/ScreenLink';
import { plain, useWords } from '../../../i18n';
import { byId, useCampaignId } from '../campaign/useCampaign';

const STATES = ['unknown', 'failed', 'bounced', 'queued', 'sending', 'sent', 'delivered', 'suppressed'];

/** Messages with unknown status can be resolved here. */
export function Messages() {
  return <Sent by={{ campaignId: useCampaignId() }} />;
}

/** Messages of all campaigns, for resolving unknown statuses in one place. */
export function AllMessages() {
  const { messages } = useWords().campaigns;
  return (
    <Screen title={messages.all}>
      <Sent by={{}} />
    </Screen>
  );
}

function Sent({ by }: { by: Filters }) {
  const { campaigns } = useWords();
  const { messages: words } = campaigns;
  const { filters, set } = useFilters();
  // keeps the open row in view when its state, and so the filter, changes
  const { items } = useListing('/api/v1/messages', { filters: { ...filters, open: undefined, ...by } });
  const open = items.find((each) => each.id === filters.open);
  return (
    <>
      <Listing
        name="dispatches"
        of="/api/v1/messages"
        always={by}
        search={false}
        facets={[
          { filter: 'state', label: campaigns.state, order: STATES },
          { filter: 'errorClass', label: words.class },
          { filter: 'deferred', label: words.waits },
        ]}
        columns={[
          { key: 'contact', title: words.person, render: ({ contact }) => contact },
          {
            key: 'organization',
            title: campaigns.decisionMakers.organization,
            wide: true,
            render: (each) => each.organization,
          },
          { key: 'stepKey', title: words.step, render: ({ stepKey }) => stepKey },
          { key: 'state', title: campaigns.state, render: ({ state }) => <StateBadge state={state} /> },
          { key: 'attempts', title: words.attempts, right: true, wide: true, render: ({ attempts }) => attempts },
          {
            key: 'response',
            title: words.response,
            wide: true,
            render: ({ response, deferred }) => (
              <Text size="xs" truncate maw={320}>
                {response ?? (deferred && plain(deferred)) ?? '—'}
              </Text>
            ),
          },
          {
            key: 'sentAt',
            title: words.sent,
            wide: true,
            render: ({ sentAt }) => <RelativeTime at={sentAt} />,
          },
        ]}
        onOpen={(each) => set({ open: each.id })}
        openId={filters.open}
        empty={<EmptyState title={words.none}>{words.noneYet}</EmptyState>}
      />
      <SidePanel title={open?.contact ?? ''} opened={Boolean(open)} onClose={() => set({ open: undefined })}>
        {open && <Message message={open} />}
      </SidePanel>
    </>
  );
}

function Message({ message }: { message: Shape<'MessageView'> }) {
  const { campaigns } = useWords();
  const { messages: words } = campaigns;
  const facts = [
    [campaigns.state, <StateBadge key="state" state={message.state} />],
    [words.step, message.stepKey],
    [words.person, message.recipient],
    [words.queued, <RelativeTime key="queued" at={message.queuedAt} />],
    [words.sent, message.sentAt && <RelativeTime key="sent" at={message.sentAt} />],
    [words.attempts, String(message.attempts)],
    [words.waits, message.deferred && plain(message.deferred)],
    [words.class, message.errorClass && plain(message.errorClass)],
    [words.response, message.response],
    [words.bounce, [message.bounceClass, message.bounceReason, message.bounceWords].filter(Boolean).join(' · ')],
    [words.messageId, message.messageId && <Code key="id">{message.messageId}</Code>],
  ] as const;
  return (
    <Stack>
      <Table withRowBorders={false} verticalSpacing={2} fz="sm" layout="fixed">
        <Table.Tbody>
          {facts
            .filter(([, value]) => value)
            .map(([name, value]) => (
              <Table.Tr key={name}>
                <Table.Th scope="row" w={130} fw={400} c="dimmed">
                  {name}
                </Table.Th>
                <Table.Td style={{ overflowWrap: 'anywhere' }}>{value}</Table.Td>
              </Table.Tr>
            ))}
        </Table.Tbody>
      </Table>
      {message.state === 'unknown' && <Settle id={message.id} />}
      <ScreenLink
        to="/campaigns/$id/decision-makers"
        params={{ id: message.campaignId }}
        search={{ open: message.enrolmentId }}
        size="sm"
      >
        {words.activity}
      </ScreenLink>
    </Stack>
  );
}

function Settle({ id }: { id: string }) {
  const { messages: words } = useWords().campaigns;
  const me = useMe();
  const notify = useNotify();
  const say = (result: 'sent' | 'not_sent') =>
    http.PUT('/api/v1/messages/{id}/settlement', { ...byId(id), body: { result } }).then(
      () => notify.success(words.statusSaved),
      (error: unknown) => notify.error(error),
    );
  return (
    <div>
      <Title order={3} fz="md">
        {words.unknownTitle}
      </Title>
      <Text size="sm" my="xs">
        {words.unknownNote}
      </Text>
      {me.has('sales_ops') && (
        <Group gap="xs">
          <Button onClick={() => void say('sent')}>{words.wasSent}</Button>
          <Button variant="default" onClick={() => void say('not_sent')}>
            {words.notSent}
          </Button>
        </Group>
      )}
    </div>
  );
}
