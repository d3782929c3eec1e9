import { Button, Group, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, http } from '../../../api/client';
import { Problem } from '../../../api/problem';
import { useMe } from '../../../shell/session';
import { useNotify } from '../../../components/status/useNotify';
import { changedFields } from '../../../components/forms/changedFields';
import { StateBadge } from '../../../components/status/StateBadge';
import { Form, type FormValues } from '../../../components/forms/Form';
import { useNumbers } from '../../../i18n/useNumbers';
import { EditConflict } from '../../../components/forms/EditConflict';
import { QueryState } from '../../../components/status/QueryState';
import { useWords } from '../../../i18n';
import { DomainHealth } from './DomainHealth';
import {
  senderDetails,
  detailsFromForm,
  secretsFromForm,
  senderFormValues,
  useSenderFields,
  type SenderDetails,
  type Sender,
} from './sender';

/** The password and key can be set but are never shown. */
export function SenderPanel({ id }: { id: string }) {
  const me = useMe();
  const query = api.useQuery('get', '/api/v1/senders/{id}', { params: { path: { id } } }, { meta: { still: true } });
  const reload = () => void query.refetch();
  return (
    <QueryState query={query}>
      {(sender) => (
        <Stack gap="sm">
          <Status sender={sender} />
          <DomainHealth id={sender.id} />
          {me.has('admin', 'sales_ops') && (
            <>
              <Actions sender={sender} reload={reload} />
              {/* what is saved is what is edited next */}
              <Edit key={sender.revision} sender={sender} reload={reload} />
            </>
          )}
        </Stack>
      )}
    </QueryState>
  );
}

function Status({ sender: { name, address, state, stateReason, health, week } }: { sender: Sender }) {
  const { sender: words } = useWords().admin;
  const { n } = useNumbers();
  return (
    <>
      <Text>
        {name} &lt;{address}&gt;
      </Text>
      <Group gap="xs">
        <StateBadge state={state} />
        <Text size="sm">{stateReason}</Text>
      </Group>
      <Text size="sm">
        {words.sent}: {n(week.sent)} · {words.bounced}: {n(week.bounced)} · {words.complained}: {n(week.complained)}
        {health !== null && ` · ${words.health}: ${n(health)}`}
      </Text>
    </>
  );
}

function Actions({ sender: { id, state }, reload }: { sender: Sender; reload: () => void }) {
  const { admin } = useWords();
  const me = useMe();
  const queries = useQueryClient();
  const notify = useNotify();
  const params = { path: { id } };
  const set = async (to: 'active' | 'paused', undo?: 'active' | 'paused') => {
    try {
      await http.PUT('/api/v1/senders/{id}/state', { params, body: { state: to } });
      notify.success(to === 'active' ? admin.webhook.resumed : admin.webhook.paused, undo && (() => set(undo)));
    } catch (error) {
      notify.error(error);
    }
    reload();
    await queries.invalidateQueries();
  };
  const trial = async () => {
    try {
      const { data } = await http.POST('/api/v1/senders/{id}/trials', { params, body: { to: me.email } });
      notify.success(admin.sender.testResult(data!.result, data!.response));
    } catch (error) {
      notify.error(error);
    }
  };
  return (
    <Group gap="xs">
      <Button variant="default" onClick={() => void (state === 'active' ? set('paused', 'active') : set('active'))}>
        {state === 'active' ? admin.webhook.pause : admin.webhook.resume}
      </Button>
      <Button variant="default" onClick={() => void trial()}>
        {admin.sender.testEmail}
      </Button>
    </Group>
  );
}

function Edit({ sender, reload }: { sender: Sender; reload: () => void }) {
  const { admin } = useWords();
  const fields = useSenderFields(sender);
  const notify = useNotify();
  const [stale, setStale] = useState<{ theirs: Sender; yours: FormValues } | null>(null);
  const put = async (body: object, read: number): Promise<Sender> => {
    const params = { path: { id: sender.id } };
    const headers = { 'if-match': `"${read}"` };
    return (await http.PATCH('/api/v1/senders/{id}', { params, headers, body })).data!;
  };
  /** Returns how to undo, or null if a secret was overwritten, because the old one is unknown. */
  const save = async (filled: FormValues, read = sender.revision) => {
    const change = changedFields(detailsFromForm(filled), senderDetails(sender));
    const secrets = secretsFromForm(filled, sender);
    try {
      const { revision } = await put({ ...change, ...secrets }, read);
      setStale(null);
      reload();
      if (Object.keys(secrets).length > 0) return null;
      const before = senderDetails(sender);
      const names = Object.keys(change) as (keyof SenderDetails)[];
      return { revision, before: Object.fromEntries(names.map((name) => [name, before[name]])) };
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== 'stale_edit') throw error;
      const { data } = await http.GET('/api/v1/senders/{id}', { params: { path: { id: sender.id } } });
      setStale({ theirs: data!, yours: filled });
      throw error;
    }
  };
  return (
    <>
      {stale && (
        <EditConflict
          theirs={senderDetails(stale.theirs)}
          yours={detailsFromForm(stale.yours)}
          names={Object.fromEntries(fields.map(({ name, label }) => [name, label]))}
          onKeepMine={() =>
            void save(stale.yours, stale.theirs.revision).then(
              () => notify.success(admin.saved),
              (error: unknown) => notify.error(error),
            )
          }
          onUseTheirs={() => (setStale(null), reload())}
        />
      )}
      <Form
        initial={senderFormValues(sender)}
        fields={fields}
        submitLabel={admin.save}
        doneMessage={admin.saved}
        onSubmit={(filled: FormValues) => save(filled)}
        onUndo={({ revision, before }: { revision: number; before: object }) => put(before, revision).then(reload)}
      />
    </>
  );
}
