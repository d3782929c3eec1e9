import { Button, Group, Progress, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { http } from '../../../api/client';
import { useKeys } from '../../../frame/keys';
import { useMe } from '../../../frame/session';
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

type Sender = ItemOf<'/api/v1/senders'>;

export function Senders() {
  const { frame, admin } = useWords();
  const words = admin.senders;
  const { filters, set } = useFilters();
  const [making, setMaking] = useState(false);
  const [shown, setShown] = useState<Sender | null>(null);
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
        name="senders"
        of="/api/v1/senders"
        facets={[{ filter: 'state', label: admin.state }]}
        columns={[
          { key: 'name', title: admin.name, sorts: true, render: ({ name }) => name },
          { key: 'address', title: words.address, render: ({ address }) => address },
          { key: 'state', title: admin.state, width: 110, render: ({ state }) => <Chip state={state} /> },
          { key: 'health', title: words.health, width: 140, render: (sender) => <Health sender={sender} /> },
          {
            key: 'pace',
            title: words.pace,
            wide: true,
            render: ({ perMinute, perDay }) => words.today(perMinute, perDay),
          },
        ]}
        onOpen={(sender) => (setShown(sender), set({ open: sender.id }))}
        openId={filters.open}
        empty={<Nothing title={words.none}>{words.noneYet}</Nothing>}
      />
      <Panel title={words.create} opened={making} onClose={() => setMaking(false)}>
        {making && <NewSender onDone={() => setMaking(false)} />}
      </Panel>
      <Panel title={shown?.name} opened={shown !== null} onClose={() => (setShown(null), set({ open: undefined }))}>
        {shown && <OneSender sender={shown} onDone={() => (setShown(null), set({ open: undefined }))} />}
      </Panel>
    </Screen>
  );
}

function Health({ sender: { health } }: { sender: Sender }) {
  const { admin } = useWords();
  if (health === null)
    return (
      <Text c="dimmed" size="sm">
        {admin.senders.healthNone}
      </Text>
    );
  return (
    <Group gap={6} wrap="nowrap">
      <Progress
        value={health}
        w={60}
        color={health < 50 ? 'red' : 'green'}
        aria-label={`${admin.senders.health}: ${health}`}
      />
      <Text size="sm">{health}</Text>
    </Group>
  );
}

function OneSender({ sender, onDone }: { sender: Sender; onDone: () => void }) {
  const { admin } = useWords();
  const words = admin.senders;
  const act = useActing();
  const me = useMe();
  const { id, name, week } = sender;
  const params = { path: { id } };
  const put = (state: 'active' | 'paused') => http.PUT('/api/v1/senders/{id}/state', { params, body: { state } });
  const to = sender.state === 'active' ? 'paused' : 'active';
  const toggle = () =>
    act(
      async () => {
        await put(to);
        onDone();
        return to === 'active' ? words.started(name) : words.paused(name);
      },
      sender.state === 'stopped' ? undefined : () => put(sender.state as 'active' | 'paused'),
    );
  const trial = () =>
    act(async () => {
      const { data } = await http.POST('/api/v1/senders/{id}/trials', { params, body: { to: me.email } });
      return words.trialled(data!.result, data!.response);
    });
  return (
    <Stack gap="sm">
      <Group gap="sm">
        <Chip state={sender.state} />
        <Text size="sm">
          <When at={sender.stateSince} />
        </Text>
        {sender.stateReason && <Text size="sm">{sender.stateReason}</Text>}
      </Group>
      <Text size="sm">{sender.address}</Text>
      <Text size="sm">
        {words.server}: {sender.smtpHost ? `${sender.smtpHost}:${sender.smtpPort ?? ''}` : words.house}
      </Text>
      <Text size="sm">
        {words.week}: {words.weekly(week.sent, week.bounced, week.complained)}
      </Text>
      <Text size="sm">{words.today(sender.perMinute, sender.perDay)}</Text>
      {sender.signs && <Text size="sm">{words.signs}</Text>}
      <Group>
        <Button onClick={() => void toggle()}>{to === 'active' ? words.start : words.pause}</Button>
        <Button variant="default" onClick={() => void trial()}>
          {words.trial}
        </Button>
      </Group>
    </Stack>
  );
}

function NewSender({ onDone }: { onDone: () => void }) {
  const { admin, frame } = useWords();
  const words = admin.senders;
  const { facts, field, send, busy } = useForm({
    name: '',
    address: '',
    smtpHost: '',
    smtpPort: '',
    smtpUser: '',
    smtpPassword: '',
    perMinute: '60',
    perDay: '2000',
  });
  const save = async () => {
    const { name, address, smtpHost, smtpPort, smtpUser, smtpPassword, perMinute, perDay } = facts;
    const server = smtpHost
      ? { smtpHost, smtpPort: Number(smtpPort) || null, smtpUser: smtpUser || null, smtpPassword: smtpPassword || null }
      : {};
    const body = { name, address, perMinute: Number(perMinute), perDay: Number(perDay), ...server };
    if (await send(() => http.POST('/api/v1/senders', { body }), name)) onDone();
  };
  useKeys(
    { '$mod+Enter': { says: frame.keys.submit, does: () => void save(), whileTyping: true } },
    { insideDialog: true },
  );
  return (
    <Stack gap="sm">
      <TextInput label={admin.name} required data-autofocus {...field('name')} />
      <TextInput label={words.address} type="email" required {...field('address')} />
      <Group grow>
        <TextInput label={words.perMinute} inputMode="numeric" {...field('perMinute')} />
        <TextInput label={words.perDay} inputMode="numeric" {...field('perDay')} />
      </Group>
      <Group grow>
        <TextInput label={words.host} {...field('smtpHost')} />
        <TextInput label={words.port} inputMode="numeric" {...field('smtpPort')} />
      </Group>
      <Group grow>
        <TextInput label={words.user} autoComplete="off" {...field('smtpUser')} />
        <TextInput label={words.password} type="password" autoComplete="new-password" {...field('smtpPassword')} />
      </Group>
      <Button onClick={() => void save()} disabled={busy} rightSection={<Hint keys="$mod+Enter" />}>
        {frame.act.save}
      </Button>
    </Stack>
  );
}
