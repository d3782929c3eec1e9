import { Group, Text } from '@mantine/core';
import { StateBadge } from '../../../components/status/StateBadge';
import { useFilters } from '../../../components/lists/useListing';
import { Listing } from '../../../components/lists/Listing';
import { Screen } from '../../../components/layout/Screen';
import { EmptyState } from '../../../components/status/EmptyState';
import { RelativeTime } from '../../../components/status/RelativeTime';
import { useWords } from '../../../i18n';
import { SenderBadge } from './SenderBadge';
import { MailPanel } from './MailPanel';
import { ReasonBars } from './ReasonBars';
import { MailTabs } from './MailTabs';

const STATES = ['unmatched', 'new', 'handled', 'dismissed'];
const KINDS = ['reply', 'auto_reply', 'calendar', 'opt_out', 'bounce', 'complaint', 'receipt', 'own', 'other'];

export function Mails() {
  const { shell, mail: words, terms } = useWords();
  const { filters, set } = useFilters();
  const kinds: Record<string, string> = words.kinds;
  const bounce: Record<string, string> = words.bounce;
  const states: Record<string, string> = words.states;
  const disposition: Record<string, string> = terms.disposition;
  return (
    <Screen title={shell.nav.mail} actions={<MailTabs at="mails" />}>
      <ReasonBars />
      <Listing
        name="mails"
        of="/api/v1/inbound-mails"
        facets={[
          { filter: 'state', label: words.state, order: STATES, format: (each) => states[each] ?? each },
          { filter: 'kind', label: words.kind, order: KINDS, format: (each) => kinds[each] ?? each },
        ]}
        columns={[
          {
            key: 'sender',
            title: words.from,
            width: 300,
            render: (one) => (
              <Group gap={6} wrap="nowrap">
                <Text size="sm" truncate maw={200} title={one.sender ?? undefined}>
                  {one.sender ?? '—'}
                </Text>
                <SenderBadge mail={one} />
              </Group>
            ),
          },
          {
            key: 'subject',
            title: words.subject,
            wide: true,
            render: ({ subject, replyText }) => (
              <Group gap={6} wrap="nowrap" maw="min(26rem, 34vw)">
                <Text size="sm" truncate>
                  {subject}
                </Text>
                {replyText && (
                  <Text size="sm" c="dimmed" truncate>
                    {replyText}
                  </Text>
                )}
              </Group>
            ),
          },
          {
            key: 'kind',
            title: words.kind,
            width: 150,
            wide: true,
            render: ({ kind, bounceClass }) =>
              [kinds[kind], bounceClass && bounce[bounceClass]].filter(Boolean).join(': '),
          },
          {
            key: 'proposed',
            title: words.proposed,
            width: 130,
            wide: true,
            render: (one) => (one.proposedDisposition && disposition[one.proposedDisposition]) || '',
          },
          {
            key: 'state',
            title: words.state,
            width: 120,
            render: ({ state }) => <StateBadge state={COLOUR[state] ?? state} label={states[state] ?? state} />,
          },
          {
            key: 'receivedAt',
            title: words.received,
            width: 110,
            sorts: true,
            wide: true,
            render: ({ receivedAt }) => <RelativeTime at={String(receivedAt)} />,
          },
        ]}
        onOpen={({ id }) => set({ open: id })}
        openId={filters.open}
        empty={<EmptyState title={words.none}>{words.noneYet}</EmptyState>}
      />
      <MailPanel id={filters.open} onClose={() => set({ open: undefined })} />
    </Screen>
  );
}

const COLOUR: Record<string, string> = { unmatched: 'unknown', new: 'waiting', handled: 'done', dismissed: 'over' };
