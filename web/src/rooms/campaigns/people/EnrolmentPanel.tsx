import { Button, Group, Stack, Table, Text, Timeline, Title } from '@mantine/core';
import { useState } from 'react';
import { api, http, type Shape } from '../../../api/client';
import { useMe } from '../../../shell/session';
import { useNotify } from '../../../components/status/useNotify';
import { ConfirmDialog } from '../../../components/layout/ConfirmDialog';
import { StateBadge } from '../../../components/status/StateBadge';
import { SidePanel } from '../../../components/layout/SidePanel';
import { QueryState } from '../../../components/status/QueryState';
import { RelativeTime } from '../../../components/status/RelativeTime';
import { ScreenLink } from '../../../components/layout/ScreenLink';
import { plain, useWords } from '../../../i18n';
import { byId } from '../campaign/useCampaign';

export function EnrolmentPanel({ id, onClose }: { id: string; onClose: () => void }) {
  const query = api.useQuery('get', '/api/v1/enrolments/{id}', byId(id));
  return (
    <SidePanel title={query.data?.contact ?? ''} opened onClose={onClose}>
      <QueryState query={query}>
        {(enrolment) => (
          <Stack>
            <Facts enrolment={enrolment} />
            <Events id={id} />
            <Retry enrolment={enrolment} again={() => void query.refetch()} />
            <Exclude enrolment={enrolment} />
          </Stack>
        )}
      </QueryState>
    </SidePanel>
  );
}

type Enrolment = Shape<'EnrolmentView'>;

function Facts({ enrolment }: { enrolment: Enrolment }) {
  const words = useWords();
  const { decisionMakers, deferred } = words.campaigns;
  const reasons: Record<string, string> = words.terms.reason;
  const puts: Record<string, string> = deferred;
  const facts = [
    [
      words.campaigns.state,
      <Group key="state" gap="xs">
        <StateBadge state={enrolment.state} />
        {enrolment.reason && <span>{reasons[enrolment.reason] ?? plain(enrolment.reason)}</span>}
      </Group>,
    ],
    [
      decisionMakers.organization,
      <ScreenLink key="organization" to="/organizations" search={{ open: enrolment.organizationId }} size="sm">
        {enrolment.organization}
      </ScreenLink>,
    ],
    [decisionMakers.role, words.terms.role[enrolment.role]],
    [
      decisionMakers.wave,
      [enrolment.wave, enrolment.late && decisionMakers.late, enrolment.holdOut && decisionMakers.heldOut]
        .filter(Boolean)
        .join(', '),
    ],
    [decisionMakers.step, enrolment.step],
    [decisionMakers.next, enrolment.nextActionAt && <RelativeTime key="next" at={enrolment.nextActionAt} />],
    [decisionMakers.deferred, enrolment.deferred && (puts[enrolment.deferred] ?? plain(enrolment.deferred))],
    [decisionMakers.touches, String(enrolment.touches)],
    [decisionMakers.interest, words.terms.interest[enrolment.interest as keyof typeof words.terms.interest]],
    [decisionMakers.enrolledAt, <RelativeTime key="enrolled" at={enrolment.enrolledAt} />],
    [decisionMakers.endedAt, enrolment.endedAt && <RelativeTime key="ended" at={enrolment.endedAt} />],
    [decisionMakers.error, enrolment.error],
  ] as const;
  return (
    <>
      <Table withRowBorders={false} verticalSpacing={2} fz="sm">
        <Table.Tbody>
          {facts
            .filter(([, value]) => value)
            .map(([name, value]) => (
              <Table.Tr key={name}>
                <Table.Th scope="row" w={130} fw={400} c="dimmed">
                  {name}
                </Table.Th>
                <Table.Td>{value}</Table.Td>
              </Table.Tr>
            ))}
        </Table.Tbody>
      </Table>
      <ScreenLink to="/contacts" search={{ open: enrolment.contactId }} size="sm">
        {decisionMakers.contact}
      </ScreenLink>
    </>
  );
}

/** Retries one failed decision maker after the cause is fixed. */
function Retry({ enrolment, again }: { enrolment: Enrolment; again: () => void }) {
  const { decisionMakers } = useWords().campaigns;
  const me = useMe();
  const notify = useNotify();
  if (enrolment.state !== 'failed' || !me.has('sales_ops', 'admin')) return null;
  const retry = async () => {
    try {
      await http.POST('/api/v1/enrolments/{id}/replay', byId(enrolment.id));
      notify.success(decisionMakers.retried(enrolment.contact));
      again();
    } catch (error) {
      notify.error(error);
    }
  };
  return (
    <Group>
      <Button onClick={() => void retry()}>{decisionMakers.retry}</Button>
    </Group>
  );
}

function Events({ id }: { id: string }) {
  const { decisionMakers, event: known } = useWords().campaigns;
  const label: Record<string, string> = known;
  const events = api.useQuery('get', '/api/v1/enrolments/{id}/events', byId(id));
  return (
    <div>
      <Title order={3} fz="md" mb="xs">
        {decisionMakers.activity}
      </Title>
      <QueryState query={events} lines={4}>
        {({ items }) =>
          items.length === 0 ? (
            <Text size="sm">{decisionMakers.nothing}</Text>
          ) : (
            <Timeline active={items.length} bulletSize={12} lineWidth={2}>
              {items.map(({ at, what, step, detail }) => (
                <Timeline.Item key={`${at}${what}${step}`} title={label[what] ?? plain(what)}>
                  <Text size="xs" c="dimmed" component="div">
                    <RelativeTime at={at} /> {step && `· ${step}`}
                  </Text>
                  <Detail detail={detail} />
                </Timeline.Item>
              ))}
            </Timeline>
          )
        }
      </QueryState>
    </div>
  );
}

function Detail({ detail }: { detail: Record<string, unknown> | null }) {
  const { terms } = useWords();
  const known: Record<string, string> = { ...terms.reason, ...terms.disposition, ...terms.interest };
  const lines = Object.entries(detail ?? {}).filter(
    (entry): entry is [string, string | number] => typeof entry[1] === 'string' || typeof entry[1] === 'number',
  );
  const readable = lines.filter(([, value]) => !/^[0-9a-f]{8}-[0-9a-f]{4}-/.test(String(value)));
  return readable.map(([name, value]) => (
    <Text key={name} size="xs" style={{ overflowWrap: 'anywhere' }}>
      {plain(name)}: {known[value] ?? value}
    </Text>
  ));
}

function Exclude({ enrolment }: { enrolment: Enrolment }) {
  const { decisionMakers: words } = useWords().campaigns;
  const me = useMe();
  const notify = useNotify();
  const [asks, setAsks] = useState(false);
  if (enrolment.endedAt || !me.has('sales_ops', 'manager')) return null;
  return (
    <Group>
      <Button variant="default" onClick={() => setAsks(true)}>
        {words.exclude} …
      </Button>
      {asks && (
        <ConfirmDialog
          title={`${words.exclude}: ${enrolment.contact}`}
          note={words.excludeNote}
          reasonLabel={words.excludeReason}
          reasonPlaceholder={words.excludeHint}
          confirmLabel={words.exclude}
          onConfirm={async (reason) => {
            await http.POST('/api/v1/enrolments/{id}/exclusion', { ...byId(enrolment.id), body: { reason } });
            notify.success(words.excluded(enrolment.contact));
          }}
          onClose={() => setAsks(false)}
        />
      )}
    </Group>
  );
}
