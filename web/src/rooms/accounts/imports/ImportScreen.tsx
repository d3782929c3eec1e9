import { Alert, Button, Group, Stack } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { api, http, type Shape } from '../../../api/client';
import { useKeys } from '../../../shell/shortcuts';
import { useNotify } from '../../../components/status/useNotify';
import { StateBadge } from '../../../components/status/StateBadge';
import { KeyHint } from '../../../components/layout/KeyHint';
import { Screen } from '../../../components/layout/Screen';
import { QueryState } from '../../../components/status/QueryState';
import { useWords } from '../../../i18n';
import { ColumnMapping, importPlanOf, type ImportPlan } from './ColumnMapping';
import { FileFormat } from './FileFormat';
import { ImportResult } from './ImportResult';
import { ProbablySame } from './ProbablySame';

const MOVING = ['uploading', 'queued', 'running', 'undoing'];
const EVERY_MS = 1_000;
type View = Shape<'ImportView'>;

export function ImportScreen() {
  const { id } = useParams({ from: '/imports/$id' });
  const query = api.useQuery(
    'get',
    '/api/v1/imports/{id}',
    { params: { path: { id } } },
    { refetchInterval: ({ state }) => (MOVING.includes(state.data?.state ?? '') ? EVERY_MS : false) },
  );
  return (
    <QueryState query={query}>
      {(file) => (
        <File
          key={`${file.encoding} ${file.delimiter} ${file.headerLine}`}
          file={file}
          reload={() => void query.refetch()}
        />
      )}
    </QueryState>
  );
}

function File({ file, reload }: { file: View; reload: () => void }) {
  const { imports: words } = useWords();
  const notify = useNotify();
  const [plan, setPlan] = useState<ImportPlan>(() => importPlanOf(file));
  const path = { params: { path: { id: file.id } } };
  const editable = file.state === 'uploaded' || file.state === 'checked' || (file.state === 'failed' && file.dryRun);
  const start = async (what: 'dry-run' | 'run') => {
    try {
      await http.PUT('/api/v1/imports/{id}/plan', { ...path, body: plan });
      await (what === 'run'
        ? http.POST('/api/v1/imports/{id}/run', path)
        : http.POST('/api/v1/imports/{id}/dry-run', path));
      notify.success(words.act.started);
    } catch (error) {
      notify.error(error);
    }
    reload();
  };
  const undo = async () => {
    try {
      await http.POST('/api/v1/imports/{id}/undo', path);
      notify.success(words.act.undone);
    } catch (error) {
      notify.error(error);
    }
    reload();
  };
  const tried = file.state === 'checked';
  useKeys({
    '$mod+Enter': editable && {
      label: tried ? words.act.run : words.act.dryRun,
      run: () => void start(tried ? 'run' : 'dry-run'),
      whileTyping: true,
    },
  });
  return (
    <Screen
      title={file.filename}
      note={<StateBadge state={file.state} label={words.states[file.state]} />}
      actions={
        <>
          {editable && (
            <Button
              variant={tried ? 'default' : 'filled'}
              title={words.act.dryRunNote}
              onClick={() => void start('dry-run')}
              rightSection={!tried && <KeyHint keys="$mod+Enter" />}
            >
              {words.act.dryRun}
            </Button>
          )}
          {tried && (
            <Button onClick={() => void start('run')} rightSection={<KeyHint keys="$mod+Enter" />}>
              {words.act.run}
            </Button>
          )}
          {file.state === 'done' && (
            <Button variant="default" onClick={() => void undo()}>
              {words.act.undo}
            </Button>
          )}
        </>
      }
    >
      <Stack gap="sm">
        {file.failure && <Alert color="red">{file.failure}</Alert>}
        <ImportResult file={file} moving={MOVING.includes(file.state)} />
        {(tried || file.state === 'done') && (
          <ProbablySame
            key={`${file.id} ${file.state} ${file.endedAt}`}
            file={file}
            plan={plan}
            onChange={setPlan}
            editable={editable}
          />
        )}
        {file.columns.length > 0 && <ColumnMapping file={file} plan={plan} onChange={setPlan} editable={editable} />}
        <Group align="stretch">
          <FileFormat file={file} editable={editable} reload={reload} />
        </Group>
      </Stack>
    </Screen>
  );
}
