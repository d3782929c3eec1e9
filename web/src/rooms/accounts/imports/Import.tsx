import { Alert, Button, Group, Stack } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { api, http, type Shape } from '../../../api/client';
import { useKeys } from '../../../shell/keys';
import { useSaying } from '../../../components/acting';
import { Chip } from '../../../components/Chip';
import { Hint } from '../../../components/Hint';
import { Screen } from '../../../components/Screen';
import { Answered } from '../../../components/QueryState';
import { useWords } from '../../../i18n';
import { Mapping, planOf, type Plan } from './Mapping';
import { Reading } from './Reading';
import { Result } from './Result';

const MOVING = ['uploading', 'queued', 'running', 'undoing'];
const EVERY_MS = 1_000;
type View = Shape<'ImportView'>;

/** One file: how it is read, where its columns go, what would become of it, and what did. */
export function Import() {
  const id = useParams({ strict: false, select: (names) => (names as { id: string }).id });
  const query = api.useQuery(
    'get',
    '/api/v1/imports/{id}',
    { params: { path: { id } } },
    { refetchInterval: ({ state }) => (MOVING.includes(state.data?.state ?? '') ? EVERY_MS : false) },
  );
  return (
    <Answered query={query}>
      {(file) => <File key={`${file.encoding}${file.delimiter}`} file={file} reload={() => void query.refetch()} />}
    </Answered>
  );
}

function File({ file, reload }: { file: View; reload: () => void }) {
  const { imports: words } = useWords();
  const saying = useSaying();
  const [plan, setPlan] = useState<Plan>(() => planOf(file));
  const path = { params: { path: { id: file.id } } };
  const editable = file.state === 'uploaded' || file.state === 'checked' || (file.state === 'failed' && file.dryRun);
  const start = async (what: 'dry-run' | 'run') => {
    try {
      await http.PUT('/api/v1/imports/{id}/plan', { ...path, body: plan as never });
      await (what === 'run'
        ? http.POST('/api/v1/imports/{id}/run', path)
        : http.POST('/api/v1/imports/{id}/dry-run', path));
      saying.done(words.act.started);
    } catch (error) {
      saying.refused(error);
    }
    reload();
  };
  const undo = async () => {
    try {
      await http.POST('/api/v1/imports/{id}/undo', path);
      saying.done(words.act.undone);
    } catch (error) {
      saying.refused(error);
    }
    reload();
  };
  const tried = file.state === 'checked';
  useKeys({
    '$mod+Enter': editable && {
      says: tried ? words.act.run : words.act.dryRun,
      does: () => void start(tried ? 'run' : 'dry-run'),
      whileTyping: true,
    },
  });
  return (
    <Screen
      title={file.filename}
      note={<Chip state={file.state} says={words.states[file.state]} />}
      actions={
        <>
          {editable && (
            <Button
              variant={tried ? 'default' : 'filled'}
              title={words.act.dryRunNote}
              onClick={() => void start('dry-run')}
              rightSection={!tried && <Hint keys="$mod+Enter" />}
            >
              {words.act.dryRun}
            </Button>
          )}
          {tried && (
            <Button onClick={() => void start('run')} rightSection={<Hint keys="$mod+Enter" />}>
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
        <Result file={file} moving={MOVING.includes(file.state)} />
        {file.columns.length > 0 && <Mapping file={file} plan={plan} onChange={setPlan} editable={editable} />}
        <Group align="stretch">
          <Reading file={file} editable={editable} reload={reload} />
        </Group>
      </Stack>
    </Screen>
  );
}
