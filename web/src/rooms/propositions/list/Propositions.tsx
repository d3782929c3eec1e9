import { Button, Group, Modal, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api, http } from '../../../api/client';
import { useKeys } from '../../../shell/shortcuts';
import { useMe } from '../../../shell/session';
import { useNotify } from '../../../components/status/useNotify';
import { StateBadge } from '../../../components/status/StateBadge';
import { KeyHint } from '../../../components/layout/KeyHint';
import { Listing } from '../../../components/lists/Listing';
import { useNumbers } from '../../../i18n/useNumbers';
import { Rate } from '../../../components/charts/Rate';
import { Screen } from '../../../components/layout/Screen';
import { EmptyState } from '../../../components/status/EmptyState';
import { DateText } from '../../../components/status/DateText';
import { useWords } from '../../../i18n';

const STATES = ['draft', 'in_review', 'changes_requested', 'approved', 'mobilising', 'live', 'retired', 'rejected'];

export function Propositions() {
  const { shell, propositions: words } = useWords();
  const { n } = useNumbers();
  const me = useMe();
  const navigate = useNavigate();
  const [asking, { open, close }] = useDisclosure();
  const mayCreate = me.has('executive', 'sales_ops', 'manager');
  const results = api.useQuery('get', '/api/v1/results');
  useKeys({ c: mayCreate && { label: words.create, run: open } });
  // the newest version that was ever live
  const evidence = (id: string) => results.data?.items.find(({ propositionId }) => propositionId === id);
  const measure = (id: string, name: string) => evidence(id)?.measures.find((each) => each.measure === name);
  const create = mayCreate && (
    <Button onClick={open} rightSection={<KeyHint keys="c" />}>
      {words.create}
    </Button>
  );
  return (
    <Screen title={shell.nav.propositions} actions={create}>
      <Listing
        name="propositions"
        of="/api/v1/propositions"
        facets={[{ filter: 'state', label: words.state, order: STATES }]}
        columns={[
          {
            key: 'title',
            title: words.title,
            sorts: true,
            render: ({ title, summary }) => (
              <>
                {title}
                <Text size="xs" c="dimmed" lineClamp={1}>
                  {summary}
                </Text>
              </>
            ),
          },
          { key: 'state', title: words.state, width: 150, render: ({ state }) => <StateBadge state={state} /> },
          {
            key: 'version',
            title: words.version,
            width: 90,
            right: true,
            wide: true,
            render: ({ versions }) => n(versions[0]!.number),
          },
          {
            key: 'live',
            title: words.live,
            width: 120,
            wide: true,
            render: ({ versions }) => <DateText at={versions.find(({ state }) => state === 'live')?.liveAt} />,
          },
          {
            key: 'reach',
            title: words.reach,
            width: 110,
            right: true,
            wide: true,
            render: ({ id }) => n(measure(id, 'reached')?.successes ?? 0),
          },
          {
            key: 'evidence',
            title: words.evidence,
            width: 280,
            wide: true,
            render: ({ id }) => {
              const rate = measure(id, 'interested');
              return rate ? (
                <Rate rate={rate} least={results.data!.minimumSample} scale={0.2} />
              ) : (
                <Text size="xs" c="dimmed">
                  {words.noEvidence}
                </Text>
              );
            },
          },
        ]}
        onOpen={({ id }) => void navigate({ to: '/propositions/$id', params: { id } })}
        empty={
          <EmptyState title={words.none} action={create}>
            {words.noneYet}
          </EmptyState>
        }
      />
      <Modal
        opened={asking}
        onClose={close}
        title={words.create}
        closeButtonProps={{ 'aria-label': shell.actions.close }}
      >
        <Creating onClose={close} />
      </Modal>
    </Screen>
  );
}

function Creating({ onClose }: { onClose: () => void }) {
  const { shell, propositions: words } = useWords();
  const navigate = useNavigate();
  const notify = useNotify();
  const [title, setTitle] = useState('');
  const [summary, setSummary] = useState('');
  const create = async () => {
    if (title.trim() === '') return;
    try {
      const { data } = await http.POST('/api/v1/propositions', { body: { title, summary } });
      onClose();
      await navigate({ to: '/propositions/$id', params: { id: data!.id } });
    } catch (error) {
      notify.error(error);
    }
  };
  useKeys(
    { '$mod+Enter': { label: words.begin, run: () => void create(), whileTyping: true } },
    { insideDialog: true },
  );
  return (
    <Stack
      component="form"
      gap="sm"
      onSubmit={(event) => {
        event.preventDefault();
        void create();
      }}
    >
      <TextInput
        label={words.title}
        data-autofocus
        required
        value={title}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <Textarea
        label={words.summary}
        autosize
        minRows={2}
        value={summary}
        onChange={(event) => setSummary(event.currentTarget.value)}
      />
      <Group gap="xs" justify="end">
        <Button variant="default" onClick={onClose}>
          {shell.actions.cancel}
        </Button>
        <Button type="submit" rightSection={<KeyHint keys="$mod+Enter" />}>
          {words.begin}
        </Button>
      </Group>
    </Stack>
  );
}
