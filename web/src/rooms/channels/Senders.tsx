import { Button, Group, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { api, http } from '../../api/client';
import { useKeys } from '../../frame/keys';
import { useMe } from '../../frame/session';
import { useSaying } from '../../pieces/acting';
import { AdminPlaces } from '../../pieces/AdminPlaces';
import { Chip } from '../../pieces/Chip';
import { Form } from '../../pieces/Form';
import { Hint } from '../../pieces/Hint';
import { useFilters } from '../../pieces/listing';
import { Listing } from '../../pieces/Listing';
import { useNumbers } from '../../pieces/numbers';
import { Panel } from '../../pieces/Panel';
import { Screen } from '../../pieces/Screen';
import { Answered, Nothing } from '../../pieces/Standing';
import { useWords } from '../../words';

const NEW = 'new';

/** Through whom campaigns send, and how each of them fares. */
export function Senders() {
  const { frame, admin } = useWords();
  const words = admin.sender;
  const { n } = useNumbers();
  const { filters, set } = useFilters();
  useKeys({ c: { says: words.new, does: () => set({ open: NEW }) } });
  const create = (
    <Button onClick={() => set({ open: NEW })} rightSection={<Hint keys="c" />}>
      {words.new}
    </Button>
  );
  const close = () => set({ open: undefined });
  return (
    <Screen title={frame.places.admin} actions={create}>
      <AdminPlaces />
      <Listing
        name="senders"
        of="/api/v1/senders"
        facets={[{ filter: 'state', label: admin.state }]}
        columns={[
          { key: 'name', title: admin.name, sorts: true, render: ({ name }) => name },
          { key: 'address', title: words.address, wide: true, render: ({ address }) => address },
          { key: 'state', title: admin.state, width: 120, render: ({ state }) => <Chip state={state} /> },
          { key: 'sent', title: words.sent, width: 130, right: true, render: ({ week }) => n(week.sent) },
          { key: 'bounced', title: words.bounced, width: 110, right: true, render: ({ week }) => n(week.bounced) },
          {
            key: 'complained',
            title: words.complained,
            width: 120,
            right: true,
            wide: true,
            render: ({ week }) => n(week.complained),
          },
        ]}
        onOpen={({ id }) => set({ open: id })}
        openId={filters.open}
        empty={
          <Nothing title={words.none} action={create}>
            {words.noneYet}
          </Nothing>
        }
      />
      <Panel
        title={filters.open === NEW ? words.new : admin.places.senders}
        opened={Boolean(filters.open)}
        onClose={close}
      >
        {filters.open === NEW ? (
          <Form
            start={{ smtpTls: 'starttls', smtpPort: 587 }}
            fields={[
              { name: 'name', label: admin.name, required: true },
              { name: 'address', label: words.address, required: true },
              { name: 'smtpHost', label: words.host },
              { name: 'smtpPort', label: words.port, kind: 'number' },
              {
                name: 'smtpTls',
                label: words.tls,
                kind: 'choice',
                options: ['tls', 'starttls', 'none'].map((value) => ({ value, label: value })),
              },
              { name: 'smtpUser', label: words.user },
              { name: 'smtpPassword', label: admin.password, kind: 'password' },
              { name: 'perMinute', label: words.perMinute, kind: 'number' },
              { name: 'perDay', label: words.perDay, kind: 'number' },
            ]}
            submit={admin.create}
            says={admin.created}
            send={(body) => http.POST('/api/v1/senders', { body }).then(close)}
          />
        ) : (
          filters.open && <One id={filters.open} />
        )}
      </Panel>
    </Screen>
  );
}

function One({ id }: { id: string }) {
  const { admin } = useWords();
  const words = admin.sender;
  const { n } = useNumbers();
  const me = useMe();
  const queries = useQueryClient();
  const saying = useSaying();
  const params = { path: { id } };
  const sender = api.useQuery('get', '/api/v1/senders/{id}', { params });
  const set = async (state: 'active' | 'paused', undo?: 'active' | 'paused') => {
    try {
      await http.PUT('/api/v1/senders/{id}/state', { params, body: { state } });
      saying.done(state === 'active' ? admin.webhook.resumed : admin.webhook.paused, undo && (() => set(undo)));
    } catch (error) {
      saying.refused(error);
    }
    await queries.invalidateQueries();
  };
  const trial = async () => {
    try {
      const { data } = await http.POST('/api/v1/senders/{id}/trials', { params, body: { to: me.email } });
      saying.done(words.trialSays(data!.result, data!.response));
    } catch (error) {
      saying.refused(error);
    }
  };
  return (
    <Answered query={sender}>
      {({ name, address, state, stateReason, smtpHost, perMinute, perDay, health, week }) => (
        <Stack gap="sm">
          <Text>
            {name} &lt;{address}&gt;
          </Text>
          <Group gap="xs">
            <Chip state={state} />
            <Text size="sm">{stateReason}</Text>
          </Group>
          <Text size="sm">
            {smtpHost} · {words.perMinute}: {n(perMinute)} · {words.perDay}: {n(perDay)}
          </Text>
          <Text size="sm">
            {words.sent}: {n(week.sent)} · {words.bounced}: {n(week.bounced)} · {words.complained}: {n(week.complained)}
            {health !== null && ` · ${words.health}: ${n(health)}`}
          </Text>
          <Group gap="xs">
            <Button
              variant="default"
              onClick={() => void (state === 'active' ? set('paused', 'active') : set('active'))}
            >
              {state === 'active' ? admin.webhook.pause : admin.webhook.resume}
            </Button>
            <Button variant="default" onClick={() => void trial()}>
              {words.trial}
            </Button>
          </Group>
        </Stack>
      )}
    </Answered>
  );
}
