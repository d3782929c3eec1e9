import { Alert, Button, Code, Group, Stack, Text, TextInput } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { http } from '../../../api/client';
import { useKeys } from '../../../frame/keys';
import { AdminTabs } from '../../../pieces/AdminTabs';
import { Chip } from '../../../pieces/Chip';
import { Hint } from '../../../pieces/Hint';
import { useFilters, type ItemOf } from '../../../pieces/listing';
import { Listing } from '../../../pieces/Listing';
import { Panel } from '../../../pieces/Panel';
import { Screen } from '../../../pieces/Screen';
import { Nothing } from '../../../pieces/Standing';
import { useActing, useForm } from '../../../pieces/useForm';
import { When } from '../../../pieces/When';
import { useWords } from '../../../words';

type Webhook = ItemOf<'/api/v1/webhooks'>;

export function Webhooks() {
  const { frame, admin } = useWords();
  const words = admin.webhooks;
  const { filters, set } = useFilters();
  const [making, setMaking] = useState(false);
  const [shown, setShown] = useState<Webhook | null>(null);
  const close = () => (setShown(null), set({ open: undefined }));
  useKeys({ c: { says: words.create, does: () => setMaking(true) } });
  return (
    <Screen
      title={frame.places.admin}
      actions={
        <Button onClick={() => setMaking(true)} rightSection={<Hint keys="c" />}>
          {words.create}
        </Button>
      }
    >
      <AdminTabs />
      <Listing
        name="webhooks"
        of="/api/v1/webhooks"
        facets={[{ filter: 'state', label: admin.state }]}
        columns={[
          { key: 'url', title: words.url, render: ({ url }) => url },
          { key: 'description', title: words.description, wide: true, render: ({ description }) => description },
          {
            key: 'kinds',
            title: words.kinds,
            wide: true,
            render: ({ kinds }) => (kinds.length === 0 ? words.all : kinds.join(', ')),
          },
          { key: 'state', title: admin.state, width: 110, render: ({ state }) => <Chip state={state} /> },
        ]}
        onOpen={(webhook) => (setShown(webhook), set({ open: webhook.id }))}
        openId={filters.open}
        empty={<Nothing title={words.none}>{words.noneYet}</Nothing>}
      />
      <Panel title={words.create} opened={making} onClose={() => setMaking(false)}>
        {making && <NewWebhook onDone={() => setMaking(false)} />}
      </Panel>
      <Panel title={shown?.description || shown?.url} opened={shown !== null} onClose={close}>
        {shown && <OneWebhook webhook={shown} onDone={close} />}
      </Panel>
    </Screen>
  );
}

const DAY_MS = 24 * 3600 * 1000;

function OneWebhook({
  webhook: { id, url, state, stateReason, failingSince, revision },
  onDone,
}: {
  webhook: Webhook;
  onDone: () => void;
}) {
  const { admin } = useWords();
  const words = admin.webhooks;
  const act = useActing();
  const params = { path: { id } };
  const put = (to: 'active' | 'paused', at: number) =>
    http.PATCH('/api/v1/webhooks/{id}', { params, headers: { 'if-match': `"${at}"` }, body: { state: to } });
  const to = state === 'active' ? 'paused' : 'active';
  const toggle = () =>
    act(async () => {
      await put(to, revision);
      onDone();
      return to === 'active' ? words.resume : words.pause;
    });
  const replay = () =>
    act(async () => {
      const since = new Date(Date.now() - DAY_MS).toISOString();
      const { data } = await http.POST('/api/v1/webhooks/{id}/replays', { params, body: { since } });
      return words.replayed(data!.deliveries);
    });
  const remove = () =>
    act(async () => {
      await http.DELETE('/api/v1/webhooks/{id}', { params });
      onDone();
      return words.removed;
    });
  return (
    <Stack gap="sm">
      <Chip state={state} />
      {stateReason && <Text size="sm">{stateReason}</Text>}
      {failingSince && (
        <Text size="sm">
          {words.failing} <When at={failingSince} />
        </Text>
      )}
      <Code>{url}</Code>
      <Group>
        <Button component={Link} to="/admin/deliveries" search={{ webhookId: id } as never} variant="default">
          {words.deliveries}
        </Button>
        <Button variant="default" onClick={() => void replay()}>
          {words.replay}
        </Button>
        <Button variant="default" onClick={() => void toggle()}>
          {to === 'active' ? words.resume : words.pause}
        </Button>
        <Button color="red" variant="light" onClick={() => void remove()}>
          {words.remove}
        </Button>
      </Group>
    </Stack>
  );
}

function NewWebhook({ onDone }: { onDone: () => void }) {
  const { admin, frame } = useWords();
  const words = admin.webhooks;
  const { facts, field, send, busy } = useForm({ url: '', description: '' });
  const [secret, setSecret] = useState<string | null>(null);
  const save = () =>
    send(async () => {
      const { data } = await http.POST('/api/v1/webhooks', { body: facts });
      setSecret(data!.secret);
    }, facts.url);
  useKeys(
    { '$mod+Enter': { says: frame.keys.submit, does: () => void save(), whileTyping: true } },
    { insideDialog: true },
  );
  if (secret)
    return (
      <Stack>
        <Alert color="yellow" title={words.secret}>
          <Code block>{secret}</Code>
        </Alert>
        <Button onClick={onDone}>{frame.act.done}</Button>
      </Stack>
    );
  return (
    <Stack gap="sm">
      <TextInput label={words.url} type="url" required data-autofocus {...field('url')} />
      <TextInput label={words.description} {...field('description')} />
      <Button onClick={() => void save()} disabled={busy} rightSection={<Hint keys="$mod+Enter" />}>
        {frame.act.save}
      </Button>
    </Stack>
  );
}
