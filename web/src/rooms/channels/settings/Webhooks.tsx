import { Alert, Button, Code, Group, Modal, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, http, type Shape } from '../../../api/client';
import { useKeys } from '../../../shell/shortcuts';
import { useNotify } from '../../../components/status/useNotify';
import { AdminTabs } from '../../../components/layout/AdminTabs';
import { StateBadge } from '../../../components/status/StateBadge';
import { Form } from '../../../components/forms/Form';
import { ScreenLink } from '../../../components/layout/ScreenLink';
import { KeyHint } from '../../../components/layout/KeyHint';
import { useFilters } from '../../../components/lists/useListing';
import { Listing } from '../../../components/lists/Listing';
import { SidePanel } from '../../../components/layout/SidePanel';
import { Screen } from '../../../components/layout/Screen';
import { QueryState } from '../../../components/status/QueryState';
import { EmptyState } from '../../../components/status/EmptyState';
import { RelativeTime } from '../../../components/status/RelativeTime';
import { useWords } from '../../../i18n';

const NEW = 'new';
/** event families; each includes all of its types */
const FAMILIES = [
  'organization',
  'contact',
  'suppression',
  'version',
  'campaign',
  'enrolment',
  'dispatch',
  'task',
  'conversation',
  'theme',
];

export function Webhooks() {
  const { shell, admin } = useWords();
  const words = admin.webhook;
  const { filters, set } = useFilters();
  const [secret, setSecret] = useState<string | null>(null);
  useKeys({ c: { label: words.new, run: () => set({ open: NEW }) } });
  const create = (
    <Button onClick={() => set({ open: NEW })} rightSection={<KeyHint keys="c" />}>
      {words.new}
    </Button>
  );
  const close = () => (setSecret(null), set({ open: undefined }));
  return (
    <Screen title={shell.nav.admin} actions={create}>
      <AdminTabs />
      <Listing
        name="webhooks"
        of="/api/v1/webhooks"
        facets={[{ filter: 'state', label: admin.state }]}
        columns={[
          { key: 'url', title: words.url, render: ({ url }) => url },
          { key: 'description', title: words.description, wide: true, render: ({ description }) => description },
          { key: 'state', title: admin.state, width: 120, render: ({ state }) => <StateBadge state={state} /> },
          {
            key: 'failingSince',
            title: words.failing,
            width: 160,
            wide: true,
            render: ({ failingSince }) => <RelativeTime at={failingSince} />,
          },
        ]}
        onOpen={({ id }) => set({ open: id })}
        openId={filters.open}
        empty={
          <EmptyState title={words.none} action={create}>
            {words.noneYet}
          </EmptyState>
        }
      />
      <SidePanel title={filters.open === NEW ? words.new : words.url} opened={Boolean(filters.open)} onClose={close}>
        {secret !== null ? (
          <Secret secret={secret} />
        ) : filters.open === NEW ? (
          <Form
            fields={[
              { name: 'url', label: words.url, required: true },
              { name: 'description', label: words.description },
              {
                name: 'kinds',
                label: words.kinds,
                hint: words.kindsHint,
                kind: 'several',
                options: FAMILIES.map((value) => ({ value, label: value })),
              },
            ]}
            submitLabel={admin.create}
            doneMessage={admin.created}
            onSubmit={async (body: Shape<'NewWebhook'>) => {
              const { kinds, ...rest } = body;
              const { data } = await http.POST('/api/v1/webhooks', {
                body: { ...rest, ...(kinds?.length ? { kinds } : {}) },
              });
              setSecret(data!.secret);
            }}
          />
        ) : (
          filters.open && <WebhookDetails id={filters.open} onSecret={setSecret} onGone={close} />
        )}
      </SidePanel>
    </Screen>
  );
}

function Secret({ secret }: { secret: string }) {
  const words = useWords().admin.webhook;
  return (
    <Alert color="yellow">
      <Text size="sm" mb="xs">
        {words.secret}
      </Text>
      <Code block>{secret}</Code>
    </Alert>
  );
}

function WebhookDetails({
  id,
  onSecret,
  onGone,
}: {
  id: string;
  onSecret: (secret: string) => void;
  onGone: () => void;
}) {
  const { shell, admin } = useWords();
  const words = admin.webhook;
  const queries = useQueryClient();
  const notify = useNotify();
  const [asking, setAsking] = useState(false);
  const params = { path: { id } };
  const webhook = api.useQuery('get', '/api/v1/webhooks/{id}', { params });
  const act = async (run: () => Promise<unknown>, message: string) => {
    try {
      await run();
      notify.success(message);
    } catch (error) {
      notify.error(error);
    }
    await queries.invalidateQueries();
  };
  return (
    <QueryState query={webhook}>
      {({ url, description, kinds, state, stateReason, revision }) => (
        <Stack gap="sm">
          <Text style={{ overflowWrap: 'anywhere' }}>{url}</Text>
          <Text size="sm">{description}</Text>
          <Group gap="xs">
            <StateBadge state={state} />
            <Text size="sm">{stateReason}</Text>
          </Group>
          <Text size="sm">
            {words.kinds}: {kinds.join(', ') || words.kindsHint}
          </Text>
          <ScreenLink to="/admin/deliveries" search={{ webhookId: id }}>
            {words.deliveries}
          </ScreenLink>
          <Group gap="xs">
            <Button
              variant="default"
              onClick={() =>
                void act(
                  () =>
                    http.PATCH('/api/v1/webhooks/{id}', {
                      params,
                      headers: { 'if-match': `"${revision}"` },
                      body: { state: state === 'active' ? 'paused' : 'active' },
                    }),
                  state === 'active' ? words.paused : words.resumed,
                )
              }
            >
              {state === 'active' ? words.pause : words.resume}
            </Button>
            <Button
              variant="default"
              onClick={() =>
                void act(
                  async () => onSecret((await http.POST('/api/v1/webhooks/{id}/secret', { params })).data!.secret),
                  words.renew,
                )
              }
            >
              {words.renew}
            </Button>
            <Button variant="subtle" color="red" onClick={() => setAsking(true)}>
              {words.remove}
            </Button>
          </Group>
          <Modal
            opened={asking}
            onClose={() => setAsking(false)}
            title={words.remove}
            closeButtonProps={{ 'aria-label': shell.actions.close }}
          >
            <Text size="sm" mb="sm">
              {words.removeAsk}
            </Text>
            <Button
              color="red"
              onClick={() =>
                void act(async () => {
                  await http.DELETE('/api/v1/webhooks/{id}', { params });
                  onGone();
                }, words.removed)
              }
            >
              {words.remove}
            </Button>
          </Modal>
        </Stack>
      )}
    </QueryState>
  );
}
