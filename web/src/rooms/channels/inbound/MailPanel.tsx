import { Alert, Group, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { api, type Shape } from '../../../api/client';
import { SidePanel } from '../../../components/layout/SidePanel';
import { QueryState } from '../../../components/status/QueryState';
import { DateText } from '../../../components/status/DateText';
import { ScreenLink } from '../../../components/layout/ScreenLink';
import { useWords } from '../../../i18n';
import { DismissMail } from './DismissMail';
import { MatchMail } from './MatchMail';
import { SenderBadge } from './SenderBadge';

type Mail = Shape<'InboundMailView'>;

export function MailPanel({ id, onClose }: { id: string | undefined; onClose: () => void }) {
  const { shell } = useWords();
  const query = api.useQuery(
    'get',
    '/api/v1/inbound-mails/{id}',
    { params: { path: { id: id ?? '' } } },
    { enabled: id !== undefined },
  );
  return (
    <SidePanel title={query.data?.subject || shell.nav.mail} opened={id !== undefined} onClose={onClose}>
      <QueryState query={query}>{(mail) => <MailDetails mail={mail} onDone={onClose} />}</QueryState>
    </SidePanel>
  );
}

function MailDetails({ mail, onDone }: { mail: Mail; onDone: () => void }) {
  const { mail: words, terms } = useWords();
  const kinds: Record<string, string> = words.kinds;
  const open = mail.state === 'unmatched' || mail.state === 'new';
  return (
    <Stack gap="sm">
      <Fact label={words.from}>{mail.sender ?? '—'}</Fact>
      <Fact label={words.sender}>
        <SenderBadge mail={mail} />
      </Fact>
      <Fact label={words.kind}>
        {[kinds[mail.kind], mail.bounceClass && words.bounce[mail.bounceClass]].filter(Boolean).join(': ')}
      </Fact>
      {mail.proposedDisposition && <Fact label={words.proposed}>{terms.disposition[mail.proposedDisposition]}</Fact>}
      {mail.returnDate && (
        <Fact label={words.backOn}>
          <DateText at={mail.returnDate} />
        </Fact>
      )}
      {mail.matchedBy && (
        <Fact label={words.matchedBy}>
          {words.matched[mail.matchedBy]}
          {mail.guessed && ` (${words.ambiguous})`}
        </Fact>
      )}
      {mail.error && (
        <Alert color="red" title={words.error}>
          {mail.error}
        </Alert>
      )}
      {mail.dismissalReason && <Alert color="gray">{mail.dismissalReason}</Alert>}
      {mail.enrolmentId && (
        <ScreenLink to="/tasks" search={{ enrolmentId: mail.enrolmentId }} size="sm">
          {words.toTasks}
        </ScreenLink>
      )}
      {mail.replyText && (
        <div>
          <Text size="xs" c="dimmed">
            {words.quote}
          </Text>
          <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>
            {mail.replyText}
          </Text>
        </div>
      )}
      {open && <MatchMail mail={mail} onDone={onDone} />}
      {open && <DismissMail mail={mail} onDone={onDone} />}
      {mail.text && mail.text.trim() !== mail.replyText?.trim() && (
        <details>
          <summary>{words.fullText}</summary>
          <Text size="xs" ff="monospace" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
            {mail.text}
          </Text>
        </details>
      )}
    </Stack>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <Group gap="xs" wrap="nowrap" align="baseline">
      <Text size="xs" c="dimmed" w={110} style={{ flexShrink: 0 }}>
        {label}
      </Text>
      <Text size="sm">{children}</Text>
    </Group>
  );
}
