import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { http } from '../../../api/client';
import { Problem } from '../../../api/problem';
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

type Mailbox = ItemOf<'/api/v1/mailboxes'>;

export function Mailboxes() {
  const { frame, admin } = useWords();
  const words = admin.mailboxes;
  const { filters, set } = useFilters();
  const [making, setMaking] = useState(false);
  const [shown, setShown] = useState<Mailbox | null>(null);
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
        name="mailboxes"
        of="/api/v1/mailboxes"
        search={false}
        facets={[{ filter: 'state', label: admin.state }]}
        columns={[
          { key: 'name', title: admin.name, sorts: true, render: ({ name }) => name },
          {
            key: 'host',
            title: words.host,
            wide: true,
            render: ({ username, host, port }) => `${username}, ${host}:${port}`,
          },
          { key: 'state', title: admin.state, width: 120, render: ({ state }) => <Chip state={state} /> },
          {
            key: 'checkedAt',
            title: words.checked,
            width: 130,
            wide: true,
            render: ({ checkedAt }) => <When at={checkedAt} />,
          },
        ]}
        onOpen={(mailbox) => (setShown(mailbox), set({ open: mailbox.id }))}
        openId={filters.open}
        empty={<Nothing title={words.none}>{words.noneYet}</Nothing>}
      />
      <Panel title={words.create} opened={making} onClose={() => setMaking(false)}>
        {making && <NewMailbox onDone={() => setMaking(false)} />}
      </Panel>
      <Panel title={shown?.name} opened={shown !== null} onClose={close}>
        {shown && <OneMailbox mailbox={shown} onDone={close} />}
      </Panel>
    </Screen>
  );
}

function OneMailbox({
  mailbox: { id, host, port, username, folder, state, active, lastError, checkedAt, revision },
  onDone,
}: {
  mailbox: Mailbox;
  onDone: () => void;
}) {
  const { admin } = useWords();
  const words = admin.mailboxes;
  const act = useActing();
  const params = { path: { id } };
  const read = (on: boolean, at: number) =>
    http.PATCH('/api/v1/mailboxes/{id}', { params, headers: { 'if-match': `"${at}"` }, body: { active: on } });
  const check = () =>
    act(async () => {
      const { data } = await http.POST('/api/v1/mailboxes/{id}/check', { params });
      if (!data!.works) throw new Problem(422, 'MailboxRefused', data!.problem ?? '', [], {});
      return words.works(data!.messages ?? 0);
    });
  const toggle = () =>
    act(
      async () => {
        await read(!active, revision);
        onDone();
        return active ? words.off : words.on;
      },
      () => read(active, revision + 1),
    );
  return (
    <Stack gap="sm">
      <Group gap="sm">
        <Chip state={state} />
        <Text size="sm">
          {words.checked}: <When at={checkedAt} />
        </Text>
      </Group>
      {lastError && <Text size="sm">{lastError}</Text>}
      <Text size="sm">
        {username}, {host}:{port}, {folder}
      </Text>
      <Group>
        <Button onClick={() => void check()}>{words.check}</Button>
        <Button variant="default" onClick={() => void toggle()}>
          {active ? words.off : words.on}
        </Button>
      </Group>
    </Stack>
  );
}

function NewMailbox({ onDone }: { onDone: () => void }) {
  const { admin, frame } = useWords();
  const words = admin.mailboxes;
  const { facts, field, send, busy } = useForm({
    name: '',
    host: '',
    port: '993',
    username: '',
    password: '',
    folder: 'INBOX',
  });
  const save = async () => {
    const body = { ...facts, port: Number(facts.port) };
    if (await send(() => http.POST('/api/v1/mailboxes', { body }), facts.name)) onDone();
  };
  useKeys(
    { '$mod+Enter': { says: frame.keys.submit, does: () => void save(), whileTyping: true } },
    { insideDialog: true },
  );
  return (
    <Stack gap="sm">
      <TextInput label={admin.name} required data-autofocus {...field('name')} />
      <Group grow>
        <TextInput label={words.host} required {...field('host')} />
        <TextInput label={words.port} inputMode="numeric" {...field('port')} />
      </Group>
      <TextInput label={words.user} required autoComplete="off" {...field('username')} />
      <TextInput label={words.password} type="password" required autoComplete="new-password" {...field('password')} />
      <TextInput label={words.folder} {...field('folder')} />
      <Button onClick={() => void save()} disabled={busy} rightSection={<Hint keys="$mod+Enter" />}>
        {frame.act.save}
      </Button>
    </Stack>
  );
}
