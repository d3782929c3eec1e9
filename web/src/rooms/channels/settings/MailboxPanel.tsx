import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, http, type Shape } from '../../../api/client';
import { Problem } from '../../../api/problem';
import { useNotify } from '../../../components/status/useNotify';
import { changedFields } from '../../../components/forms/changedFields';
import { StateBadge } from '../../../components/status/StateBadge';
import { Form, type FormValues } from '../../../components/forms/Form';
import { SidePanel } from '../../../components/layout/SidePanel';
import { EditConflict } from '../../../components/forms/EditConflict';
import { QueryState } from '../../../components/status/QueryState';
import { RelativeTime } from '../../../components/status/RelativeTime';
import { useWords } from '../../../i18n';
import { useMailboxFields } from './useMailboxFields';

type View = Shape<'MailboxView'>;
const FACTS = ['name', 'host', 'port', 'tls', 'username', 'folder', 'trustedAuthservId', 'active'] as const;
const factsOf = (mailbox: View): FormValues => Object.fromEntries(FACTS.map((name) => [name, mailbox[name] ?? '']));
/** Form values have no null. */
const withNull = (facts: FormValues): object => ({ ...facts, trustedAuthservId: facts.trustedAuthservId || null });

/** The password can be set but is never shown. */
export function MailboxPanel({ id, onClose }: { id: string; onClose: () => void }) {
  const query = api.useQuery('get', '/api/v1/mailboxes/{id}', { params: { path: { id } } }, { meta: { still: true } });
  return (
    <SidePanel title={query.data?.name ?? ''} opened onClose={onClose}>
      <QueryState query={query}>
        {(mailbox) => (
          <Stack gap="sm">
            <Status mailbox={mailbox} />
            {/* what is saved is what is edited next */}
            <Edit key={mailbox.revision} mailbox={mailbox} reload={() => void query.refetch()} />
            <Actions mailbox={mailbox} reload={() => void query.refetch()} onClose={onClose} />
          </Stack>
        )}
      </QueryState>
    </SidePanel>
  );
}

function Status({ mailbox: { active, state, lastError, checkedAt } }: { mailbox: View }) {
  const { mailbox: words } = useWords().admin;
  return (
    <Group gap="xs">
      {active ? <StateBadge state={state} /> : <StateBadge state="paused" label={words.off} />}
      <Text size="sm" component="div">
        {words.checked}: <RelativeTime at={checkedAt} /> {lastError && `· ${lastError}`}
      </Text>
    </Group>
  );
}

function usePut(id: string) {
  return (body: object, read: number) =>
    http.PATCH('/api/v1/mailboxes/{id}', {
      params: { path: { id } },
      headers: { 'if-match': `"${read}"` },
      body: body,
    });
}

function Edit({ mailbox, reload }: { mailbox: View; reload: () => void }) {
  const { admin } = useWords();
  const fields = useMailboxFields();
  const put = usePut(mailbox.id);
  const [stale, setStale] = useState<{ theirs: View; yours: FormValues } | null>(null);
  const names = Object.fromEntries(fields.map(({ name, label }) => [name, label]));
  const save = async (filled: FormValues, read = mailbox.revision) => {
    const change = changedFields(withNull(filled), withNull(factsOf(mailbox)));
    try {
      await put(change, read);
      setStale(null);
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== 'stale_edit') throw error;
      const { data } = await http.GET('/api/v1/mailboxes/{id}', { params: { path: { id: mailbox.id } } });
      setStale({ theirs: data!, yours: filled });
      throw error;
    }
  };
  const notify = useNotify();
  return (
    <>
      {stale && (
        <EditConflict
          theirs={factsOf(stale.theirs)}
          yours={Object.fromEntries(FACTS.map((name) => [name, stale.yours[name]]))}
          names={names}
          onKeepMine={() =>
            void save(stale.yours, stale.theirs.revision).then(
              () => (notify.success(admin.saved), reload()),
              (error: unknown) => notify.error(error),
            )
          }
          onUseTheirs={() => (setStale(null), reload())}
        />
      )}
      <Form
        initial={factsOf(mailbox)}
        fields={fields.map((field) =>
          field.name === 'password' ? { ...field, required: false, hint: admin.mailbox.passwordHint } : field,
        )}
        submitLabel={admin.save}
        doneMessage={admin.saved}
        onSubmit={(filled: FormValues) => save(filled)}
      />
    </>
  );
}

function Actions({ mailbox, reload, onClose }: { mailbox: View; reload: () => void; onClose: () => void }) {
  const { admin } = useWords();
  const words = admin.mailbox;
  const notify = useNotify();
  const queries = useQueryClient();
  const put = usePut(mailbox.id);
  const [removes, setRemoves] = useState(false);
  const [checked, setChecked] = useState<Shape<'CheckView'> | null>(null);
  const doing = (act: () => Promise<unknown>) => () => void act().catch((error: unknown) => notify.error(error));
  const check = async () => {
    setChecked((await http.POST('/api/v1/mailboxes/{id}/check', { params: { path: { id: mailbox.id } } })).data!);
  };
  const turn = async (active: boolean) => {
    const { data } = await put({ active }, mailbox.revision);
    notify.success(active ? words.readNow : words.off, () =>
      put({ active: !active }, data!.revision).then(reload, (error: unknown) => notify.error(error)),
    );
    reload();
  };
  const remove = async () => {
    setRemoves(false);
    try {
      await http.DELETE('/api/v1/mailboxes/{id}', { params: { path: { id: mailbox.id } } });
    } catch (error) {
      // a mailbox that received email is disabled instead of removed
      if (error instanceof Problem && error.code === 'mailbox_used' && mailbox.active) return turn(false);
      throw error;
    }
    notify.success(words.removed);
    onClose();
    await queries.invalidateQueries();
  };
  return (
    <>
      {checked && (
        <Alert role="status" color={checked.works ? 'green' : 'red'}>
          {checked.works ? words.works(String(checked.messages ?? 0)) : `${words.problem}: ${checked.problem}`}
        </Alert>
      )}
      <Group gap="xs">
        <Button variant="default" onClick={doing(check)}>
          {words.check}
        </Button>
        <Button variant="default" onClick={doing(() => turn(!mailbox.active))}>
          {mailbox.active ? words.turnOff : words.turnOn}
        </Button>
        {!removes && (
          <Button variant="light" color="red" onClick={() => setRemoves(true)}>
            {words.remove}
          </Button>
        )}
      </Group>
      {removes && (
        <Alert color="red" role="alert">
          <Text size="sm" mb="xs">
            {words.removeAsk}
          </Text>
          <Button color="red" onClick={doing(remove)}>
            {words.removeDo}
          </Button>
        </Alert>
      )}
    </>
  );
}
