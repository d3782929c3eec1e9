import { Badge, Button, SimpleGrid, Stack, Text } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { http } from '../../../../api/client';
import { Problem } from '../../../../api/problem';
import { useKeys } from '../../../../shell/shortcuts';
import { useMe } from '../../../../shell/session';
import { useNotify } from '../../../../components/status/useNotify';
import { changedFields } from '../../../../components/forms/changedFields';
import { KeyHint } from '../../../../components/layout/KeyHint';
import { Screen } from '../../../../components/layout/Screen';
import { EditConflict } from '../../../../components/forms/EditConflict';
import { useUndoHistory } from '../../../../components/forms/useUndoHistory';
import { useWords } from '../../../../i18n';
import { byId } from '../../campaign/useCampaign';
import { PlayDetails } from './PlayDetails';
import { UnsavedChangesGuard } from './UnsavedChangesGuard';
import { PlayActions } from './PlayActions';
import { NEW_PLAY, playDraft, type PlayDraft, type PlayView } from '../steps';
import { StepPreview } from './StepPreview';
import { StepList } from './StepList';
import classes from './StepList.module.css';
import { checkSteps, useStepProblems } from './useStepProblems';
import { usePlayComparison } from './usePlayComparison';

/** `play` is the saved play, if any; `first` is the initial draft. */
export function PlayEditor({ play, first, reload }: { play?: PlayView; first: PlayDraft; reload?: () => void }) {
  const { plays: words } = useWords();
  const navigate = useNavigate();
  const notify = useNotify();
  const edits = useMe().has('sales_ops', 'executive');
  const { now, change, undo, redo } = useUndoHistory(first);
  const [kept, setKept] = useState({ facts: first, revision: play?.revision ?? 0 });
  const [stale, setStale] = useState<PlayView | null>(null);
  const [open, setOpen] = useState<string | null>(null);
  const [strict, setStrict] = useState(false);
  const readable = usePlayComparison();
  const { problems, asks } = useStepProblems(now.steps, edits, strict);
  // a copy is not saved yet
  const dirty = JSON.stringify(now) !== JSON.stringify(play ? kept.facts : NEW_PLAY);
  const lacks = strict ? [now.name.trim() === '', now.steps.length === 0].filter(Boolean).length : 0;
  const lacking = Object.values(problems).reduce((sum, each) => sum + Object.keys(each).length, lacks);
  const gone = useRef(false);

  /** Returns whether the play is complete; otherwise opens the first incomplete step. */
  async function complete(): Promise<boolean> {
    setStrict(true);
    const found = await checkSteps(now.steps);
    if (found[0]?.step) setOpen(found[0].step);
    return found.length === 0 && now.name.trim() !== '';
  }
  async function save(read: number) {
    if (!dirty || !edits) return;
    try {
      if (!(await complete())) return;
      if (!play) {
        const { data } = await http.POST('/api/v1/plays', { body: now });
        gone.current = true;
        notify.success(words.saved);
        return await navigate({ to: '/plays/$id', params: { id: data!.id }, replace: true });
      }
      const { data } = await http.PATCH('/api/v1/plays/{id}', {
        ...byId(play.id),
        headers: { 'if-match': `"${read}"` },
        body: changedFields(now, kept.facts),
      });
      keep(data!);
      notify.success(words.saved);
    } catch (error) {
      if (play && error instanceof Problem && error.code === 'stale_edit')
        setStale((await http.GET('/api/v1/plays/{id}', byId(play.id))).data!);
      else notify.error(error);
    }
  }
  function keep(saved: PlayView) {
    change(playDraft(saved));
    setKept({ facts: playDraft(saved), revision: saved.revision });
    setStale(null);
    setStrict(false);
    reload?.();
  }
  useKeys({
    '$mod+Enter': edits && { label: words.save, run: () => void save(kept.revision), whileTyping: true },
    '$mod+z': edits && undo && { label: words.undo, run: undo },
    '$mod+Shift+z': edits && redo && { label: words.redo, run: redo },
  });
  const actions = (
    <>
      {edits && (
        <>
          {lacking > 0 ? (
            <Badge color="red" tt="none" role="status">
              {words.issues(lacking)}
            </Badge>
          ) : (
            dirty && (
              <Text size="xs" c="dimmed">
                {words.unsaved}
              </Text>
            )
          )}
          <Button variant="default" disabled={!undo} onClick={undo} rightSection={<KeyHint keys="$mod+z" />}>
            {words.undo}
          </Button>
          <Button variant="default" disabled={!redo} onClick={redo}>
            {words.redo}
          </Button>
          <Button
            disabled={!dirty}
            onClick={() => void save(kept.revision)}
            rightSection={<KeyHint keys="$mod+Enter" />}
          >
            {words.save}
          </Button>
        </>
      )}
      {play && <PlayActions play={play} revision={kept.revision} dirty={dirty} edits={edits} onDone={keep} />}
    </>
  );
  const step = now.steps.find(({ key }) => key === open);
  return (
    <Screen title={now.name || words.new} actions={actions}>
      <UnsavedChangesGuard when={() => dirty && edits && !gone.current} />
      {stale && (
        <EditConflict
          {...readable(playDraft(stale), { ...playDraft(stale), ...changedFields(now, kept.facts) })}
          onKeepMine={() => void save(stale.revision)}
          onUseTheirs={() => keep(stale)}
        />
      )}
      <Stack gap="sm">
        <PlayDetails play={play} draft={now} change={change} strict={strict} edits={edits} />
        <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="sm">
          <StepList
            steps={now.steps}
            change={(steps) => change({ steps })}
            open={open}
            onOpen={setOpen}
            problems={problems}
            edits={edits}
          />
          <div className={classes.beside}>
            <StepPreview step={step} isAsked={asks} isWrong={Boolean(step && problems[step.key])} />
          </div>
        </SimpleGrid>
      </Stack>
    </Screen>
  );
}
