import { Alert, Button, Code, CopyButton, Group, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, http, type Shape } from '../../../api/client';
import { useNotify } from '../../../components/status/useNotify';
import { changedFields } from '../../../components/forms/changedFields';
import { StateBadge } from '../../../components/status/StateBadge';
import { Form, type FormValues } from '../../../components/forms/Form';
import { ScreenLink } from '../../../components/layout/ScreenLink';
import { Section } from '../../../components/layout/Section';
import { SidePanel } from '../../../components/layout/SidePanel';
import { QueryState } from '../../../components/status/QueryState';
import { RelativeTime } from '../../../components/status/RelativeTime';
import { useWords } from '../../../i18n';
import { useNumbers } from '../../../i18n/useNumbers';
import { useProviderFields } from './useProviderFields';

type View = Shape<'ProviderConnectionView'>;

/** The secret can be set but is never shown. */
export function ProviderConnectionPanel({ id, onClose }: { id: string; onClose: () => void }) {
  const params = { path: { id } };
  const query = api.useQuery('get', '/api/v1/provider-connections/{id}', { params }, { meta: { still: true } });
  const reload = () => void query.refetch();
  return (
    <SidePanel title={query.data?.name ?? ''} opened onClose={onClose}>
      <QueryState query={query}>
        {(connection) => (
          <Stack gap="sm">
            <SetUp connection={connection} />
            <Received connection={connection} />
            {/* what is saved is what is edited next */}
            <Edit key={connection.revision} connection={connection} reload={reload} />
            <Actions connection={connection} reload={reload} onClose={onClose} />
          </Stack>
        )}
      </QueryState>
    </SidePanel>
  );
}

function SetUp({ connection: { provider, url, subscribedAt } }: { connection: View }) {
  const { providers: words } = useWords();
  const steps: Record<string, string> = words.steps;
  return (
    <Section title={words.setUp}>
      <Text size="sm">{steps[provider]}</Text>
      <Text size="sm">{words.url}</Text>
      <Code block style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>
        {url}
      </Code>
      <Group gap="xs">
        <CopyButton value={url}>
          {({ copied, copy }) => (
            <Button size="compact-sm" variant="default" onClick={copy}>
              {copied ? words.copied : words.copy}
            </Button>
          )}
        </CopyButton>
        {provider === 'ses' && (
          <Text size="sm" component="div">
            {subscribedAt ? words.subscribed : words.notSubscribed} <RelativeTime at={subscribedAt} />
          </Text>
        )}
      </Group>
    </Section>
  );
}

function Received({ connection }: { connection: View }) {
  const { providers: words } = useWords();
  const { n } = useNumbers();
  const kinds: Record<string, string> = words.kinds;
  const { id, state, lastEventAt, counts, unmatched, refused, refusedAt } = connection;
  return (
    <Section title={words.received}>
      <Group gap="xs">
        <StateBadge state={state} />
        <Text size="sm" component="div">
          {words.lastEvent}: <RelativeTime at={lastEventAt} />
        </Text>
      </Group>
      <Text size="sm">
        {Object.entries(counts)
          .map(([kind, count]) => `${kinds[kind] ?? kind}: ${n(count as number)}`)
          .join(' · ') || words.noEvents}
      </Text>
      <Group gap="sm">
        <ScreenLink to="/admin/providers/events" search={{ connectionId: id }}>
          {words.events}
        </ScreenLink>
        {unmatched > 0 && (
          <ScreenLink to="/admin/providers/events" search={{ connectionId: id, state: 'unmatched' }}>
            {words.showUnmatched} ({n(unmatched)})
          </ScreenLink>
        )}
      </Group>
      {refused > 0 && (
        <Alert color="yellow" title={`${words.refused}: ${n(refused)}`}>
          {words.refusedHint} <RelativeTime at={refusedAt} />
        </Alert>
      )}
    </Section>
  );
}

function usePatch({ id, revision }: View) {
  return (body: Shape<'ProviderConnectionChange'>, read = revision) =>
    http.PATCH('/api/v1/provider-connections/{id}', {
      params: { path: { id } },
      headers: { 'if-match': `"${read}"` },
      body,
    });
}

function Edit({ connection, reload }: { connection: View; reload: () => void }) {
  const { admin, providers: words } = useWords();
  const patch = usePatch(connection);
  const facts: FormValues = { name: connection.name, senderIds: connection.senderIds, topic: connection.topic ?? '' };
  const ses = connection.provider === 'ses';
  const fields = useProviderFields()
    .filter(({ name }) => name !== 'provider' && name !== (ses ? 'secret' : 'topic'))
    .map((field) => (field.name === 'secret' ? { ...field, hint: words.secretKept } : field));
  return (
    <Form
      initial={facts}
      fields={fields}
      submitLabel={admin.save}
      doneMessage={admin.saved}
      onSubmit={async (filled: FormValues) => {
        await patch(changedFields(filled, facts) as Shape<'ProviderConnectionChange'>);
        reload();
      }}
    />
  );
}

function Actions({ connection, reload, onClose }: { connection: View; reload: () => void; onClose: () => void }) {
  const { providers: words } = useWords();
  const notify = useNotify();
  const queries = useQueryClient();
  const patch = usePatch(connection);
  const [removes, setRemoves] = useState(false);
  const doing = (act: () => Promise<unknown>) => () => void act().catch((error: unknown) => notify.error(error));
  const active = connection.state === 'active';
  const turn = async () => {
    const { data } = await patch({ state: active ? 'paused' : 'active' });
    notify.success(active ? words.paused : words.resumed, () =>
      patch({ state: active ? 'active' : 'paused' }, data!.revision).then(reload, (error: unknown) =>
        notify.error(error),
      ),
    );
    reload();
  };
  const remove = async () => {
    setRemoves(false);
    await http.DELETE('/api/v1/provider-connections/{id}', { params: { path: { id: connection.id } } });
    notify.success(words.removed);
    onClose();
    await queries.invalidateQueries();
  };
  return (
    <>
      <Group gap="xs">
        <Button variant="default" onClick={doing(turn)}>
          {active ? words.pause : words.resume}
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
