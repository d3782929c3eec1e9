import { Button, FileButton, Group, Paper, Select, Stack, Text } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState, type DragEvent } from 'react';
import type { Shape } from '../../../api/client';
import { Problem } from '../../../api/problem';
import { useKeys } from '../../../shell/shortcuts';
import { useNotify } from '../../../components/status/useNotify';
import { StateBadge } from '../../../components/status/StateBadge';
import { KeyHint } from '../../../components/layout/KeyHint';
import { listUrl } from '../../../components/lists/useListing';
import { Listing } from '../../../components/lists/Listing';
import { useNumbers } from '../../../i18n/useNumbers';
import { Screen } from '../../../components/layout/Screen';
import { EmptyState } from '../../../components/status/EmptyState';
import { RelativeTime } from '../../../components/status/RelativeTime';
import { useWords } from '../../../i18n';

const KINDS = ['both', 'organizations', 'contacts', 'history'] as const;

export function Imports() {
  const { shell, imports: words } = useWords();
  const { n } = useNumbers();
  const navigate = useNavigate();
  const states: Record<string, string> = words.states;
  const kinds: Record<string, string> = words.kinds;
  return (
    <Screen title={shell.nav.imports}>
      <Stack gap="sm">
        <DropArea />
        <Listing
          name="imports"
          of="/api/v1/imports"
          facets={[
            { filter: 'state', label: words.state, format: (value) => states[value] ?? value },
            { filter: 'kind', label: words.kind, format: (value) => kinds[value] ?? value },
          ]}
          columns={[
            { key: 'filename', title: words.file, render: ({ filename }) => filename },
            {
              key: 'state',
              title: words.state,
              width: 150,
              render: ({ state }) => <StateBadge state={state} label={states[state]!} />,
            },
            { key: 'rows', title: words.rows, right: true, render: ({ rows }) => n(rows) },
            { key: 'created', title: words.created, right: true, wide: true, render: ({ created }) => n(created) },
            { key: 'updated', title: words.updated, right: true, wide: true, render: ({ updated }) => n(updated) },
            { key: 'refused', title: words.refused, right: true, render: ({ refused }) => n(refused) },
            {
              key: 'createdAt',
              title: words.when,
              sorts: true,
              wide: true,
              render: ({ createdAt }) => <RelativeTime at={createdAt} />,
            },
          ]}
          onOpen={({ id }) => void navigate({ to: '/imports/$id', params: { id } })}
          empty={<EmptyState title={words.none}>{words.noneYet}</EmptyState>}
        />
      </Stack>
    </Screen>
  );
}

/** Uploads the file unchanged; the API detects its format. */
function DropArea() {
  const { imports: words } = useWords();
  const navigate = useNavigate();
  const notify = useNotify();
  const [kind, setKind] = useState<(typeof KINDS)[number]>('both');
  const [busy, setBusy] = useState<string | null>(null);
  const [over, setOver] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  useKeys({ c: { label: words.choose, run: () => button.current?.click() } });
  async function upload(file: File | null | undefined) {
    if (!file || busy) return;
    setBusy(file.name);
    try {
      const response = await fetch(listUrl('/api/v1/imports', {}, { kind, filename: file.name }), {
        method: 'POST',
        body: file,
        headers: { 'content-type': 'text/csv' },
      }).catch((cause: unknown) => {
        throw Problem.unreachable(cause);
      });
      if (!response.ok) throw await Problem.of(response);
      const { id } = (await response.json()) as Shape<'ImportView'>;
      await navigate({ to: '/imports/$id', params: { id } });
    } catch (error) {
      notify.error(error);
      setBusy(null);
    }
  }
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void upload(event.dataTransfer.files[0]);
  };
  return (
    <Paper
      withBorder
      p="md"
      style={{ borderStyle: 'dashed', ...(over ? { background: 'var(--mantine-primary-color-light)' } : {}) }}
      onDragOver={(event: DragEvent) => (event.preventDefault(), setOver(true))}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <Group justify="space-between">
        <div>
          <Text fw={600} role="status">
            {busy ? words.uploading(busy) : words.drop}
          </Text>
          <Text size="sm" c="dimmed">
            {words.dropNote}
          </Text>
        </div>
        <Group>
          <Select
            size="xs"
            w={230}
            aria-label={words.kind}
            data={KINDS.map((value) => ({ value, label: words.kinds[value] }))}
            value={kind}
            onChange={(value) => setKind(value as typeof kind)}
            allowDeselect={false}
          />
          <FileButton onChange={(file) => void upload(file)} accept=".csv,.tsv,.txt,.xlsx,text/csv">
            {(props) => (
              <Button {...props} ref={button} disabled={busy !== null} rightSection={<KeyHint keys="c" />}>
                {words.choose}
              </Button>
            )}
          </FileButton>
        </Group>
      </Group>
    </Paper>
  );
}
