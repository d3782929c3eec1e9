import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { api, http, type Shape } from '../../../api/client';
import { useMe } from '../../../shell/session';
import { useNotify } from '../../../components/status/useNotify';
import { ConfirmDialog } from '../../../components/layout/ConfirmDialog';
import { StateBadge } from '../../../components/status/StateBadge';
import { SidePanel } from '../../../components/layout/SidePanel';
import { Section } from '../../../components/layout/Section';
import { QueryState } from '../../../components/status/QueryState';
import { DateText } from '../../../components/status/DateText';
import { plain, useWords } from '../../../i18n';
import { readablePhone } from '../../../i18n/phone';
import { Aliases } from './Aliases';
import { Away } from './Away';
import { Consents } from './Consents';
import { EditableDetails } from './EditableDetails';
import { RelationshipHistory } from './RelationshipHistory';
import { Jobs } from './Jobs';
import { Merges } from '../duplicates/Merges';
import { SuppressionStatus } from './SuppressionStatus';

const FIELDS = [
  'name',
  'givenName',
  'familyName',
  'email',
  'phone',
  'language',
  'timeZone',
  'preference',
  'externalId',
  'sharedMailbox',
] as const;
type View = Shape<'ContactView'>;

export function Contact({ id, onClose }: { id: string; onClose: () => void }) {
  const { accounts } = useWords();
  const query = api.useQuery('get', '/api/v1/contacts/{id}', { params: { path: { id } } }, { meta: { still: true } });
  const reload = () => void query.refetch();
  return (
    <SidePanel title={query.data?.name ?? ''} opened onClose={onClose} wide>
      <QueryState query={query}>
        {(contact) => (
          <Stack gap="sm">
            {contact.erasedAt && <StateBadge state="failed" label={accounts.contact.erased} />}
            <Aliases id={id} />
            <ContactPoints contact={contact} reload={reload} />
            <Away contact={contact} reload={reload} />
            <Merges of="contacts" id={id} reload={reload} />
            <Jobs id={id} />
            <EditableDetails
              of="contacts"
              thing={contact}
              fields={FIELDS}
              names={accounts.contact}
              options={{ preference: accounts.preference, sharedMailbox: accounts.yesNo }}
              roles={['sales_ops', 'admin', 'rep']}
              reload={reload}
            />
            <SuppressionStatus
              kind="contact"
              id={id}
              name={contact.name}
              {...(contact.email ? { email: contact.email } : {})}
              {...(contact.phone ? { phone: contact.phone } : {})}
            />
            <Consents id={id} />
            <RelationshipHistory filters={{ contactId: id }} />
            <Privacy contact={contact} reload={reload} />
          </Stack>
        )}
      </QueryState>
    </SidePanel>
  );
}

function ContactPoints({ contact, reload }: { contact: View; reload: () => void }) {
  const { accounts } = useWords();
  const corrects = useMe().has('sales_ops', 'admin', 'rep');
  const { contact: words, basis } = accounts;
  const states: Record<string, string> = accounts.state;
  return (
    <div>
      <Group gap="xs">
        <Text size="sm">{contact.email ?? '—'}</Text>
        {contact.email && (
          <StateBadge state={contact.emailState} label={states[contact.emailState] ?? plain(contact.emailState)} />
        )}
        {contact.emailReason && (
          <Text size="xs" c="dimmed">
            {plain(contact.emailReason)}
          </Text>
        )}
      </Group>
      {contact.emailSuggestion && (
        <Group gap="xs">
          <Text size="xs">{words.suggestion(contact.emailSuggestion)}</Text>
          {corrects && <AcceptSuggestion contact={contact} reload={reload} />}
        </Group>
      )}
      <Group gap="xs">
        <Text size="sm">{contact.phone ? readablePhone(contact.phone) : '—'}</Text>
        {contact.phone && (
          <StateBadge state={contact.phoneState} label={states[contact.phoneState] ?? plain(contact.phoneState)} />
        )}
      </Group>
      <Text size="sm" component="div">
        {words.basis}: {basis[contact.lawfulBasis]}
        {contact.notBefore && (
          <>
            {' · '}
            {words.notBefore} <DateText at={contact.notBefore} />
          </>
        )}
      </Text>
    </div>
  );
}

/** Accepts the suggested address, which then counts as corrected. */
function AcceptSuggestion({
  contact: { id, revision, emailSuggestion },
  reload,
}: {
  contact: View;
  reload: () => void;
}) {
  const { contact: words } = useWords().accounts;
  const notify = useNotify();
  const take = async () => {
    try {
      await http.PATCH('/api/v1/contacts/{id}', {
        params: { path: { id } },
        headers: { 'if-match': `"${revision}"` },
        body: { email: emailSuggestion },
      });
      notify.success(words.corrected);
    } catch (error) {
      notify.error(error);
    }
    reload();
  };
  return (
    <Button variant="default" size="compact-xs" onClick={() => void take()}>
      {words.useSuggestion}
    </Button>
  );
}

function Privacy({ contact, reload }: { contact: View; reload: () => void }) {
  const { privacy: words } = useWords().accounts;
  const me = useMe();
  const notify = useNotify();
  const [asks, setAsks] = useState(false);
  if (!me.has('admin')) return null;
  return (
    <Section title={words.title}>
      <Group>
        <Anchor href={`/api/v1/contacts/${contact.id}/data`} download={`${contact.id}.json`} size="sm">
          {words.export}
        </Anchor>
        {!contact.erasedAt && (
          <Button color="red" variant="light" onClick={() => setAsks(true)}>
            {words.erase}
          </Button>
        )}
      </Group>
      {asks && (
        <ConfirmDialog
          title={words.eraseTitle(contact.name)}
          note={words.eraseNote}
          reasonLabel={words.reason}
          reasonPlaceholder={words.hint}
          confirmLabel={words.eraseDo}
          colour="red"
          onConfirm={async (reason) => {
            await http.POST('/api/v1/contacts/{id}/erasure', {
              params: { path: { id: contact.id } },
              body: { reason },
            });
            notify.success(words.erased);
            reload();
          }}
          onClose={() => setAsks(false)}
        />
      )}
    </Section>
  );
}
