import { Badge, Button, SimpleGrid, Stack, Text } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { http } from '../../../api/client';
import { Problem } from '../../../api/problem';
import { useKeys } from '../../../shell/keys';
import { useMe } from '../../../shell/session';
import { useSaying } from '../../../components/acting';
import { changedOf } from '../../../components/changed';
import { Hint } from '../../../components/Hint';
import { Screen } from '../../../components/Screen';
import { Stale } from '../../../components/Stale';
import { useDraft } from '../../../components/useDraft';
import { useWords } from '../../../i18n';
import { of } from '../campaign/useCampaign';
import { About } from './About';
import { Leaving } from './Leaving';
import { Moves } from './PlayActions';
import { BLANK, facts, type Draft, type PlayView } from './steps';
import { Preview } from './Preview';
import { StepList } from './StepList';
import classes from './StepList.module.css';
import { check, useCheck } from './useCheck';
import { useReadable } from './useReadable';

/** Writes a play: `play` where it is kept already, `first` what it starts with. */
export function Editor({ play, first, reload }: { play?: PlayView; first: Draft; reload?: () => void }) {
  const { plays: words } = useWords();
  const navigate = useNavigate();
  const saying = useSaying();
  const edits = useMe().has('sales_ops', 'executive');
  const { now, change, undo, redo } = useDraft(first);
  const [kept, setKept] = useState({ facts: first, revision: play?.revision ?? 0 });
  const [stale, setStale] = useState<PlayView | null>(null);
  const [open, setOpen] = useState<string | null>(null);
  const [strict, setStrict] = useState(false);
  const readable = useReadable();
  const { problems, asks } = useCheck(now.steps, edits, strict);
  // a copy is not kept anywhere yet
  const dirty = JSON.stringify(now) !== JSON.stringify(play ? kept.facts : BLANK);
  const lacks = strict ? [now.name.trim() === '', now.steps.length === 0].filter(Boolean).length : 0;
  const lacking = Object.values(problems).reduce((sum, each) => sum + Object.keys(each).length, lacks);
  const gone = useRef(false);

  /** Whether all is written; where not, opens the first step that lacks something. */
  async function complete(): Promise<boolean> {
    setStrict(true);
    const found = await check(now.steps);
    if (found[0]?.step) setOpen(found[0].step);
    return found.length === 0 && now.name.trim() !== '';
  }
  async function save(read: number) {
    if (!dirty || !edits) return;
    try {
      if (!(await complete())) return;
      if (!play) {
        const { data } = await http.POST('/api/v1/plays', { body: now as never });
        gone.current = true;
        saying.done(words.saved);
        return await navigate({ to: '/plays/$id', params: { id: data!.id }, replace: true });
      }
      const { data } = await http.PATCH('/api/v1/plays/{id}', {
        ...of(play.id),
        headers: { 'if-match': `"${read}"` },
        body: changedOf(now, kept.facts) as never,
      });
      keep(data!);
      saying.done(words.saved);
    } catch (error) {
      if (play && error instanceof Problem && error.code === 'stale_edit')
        setStale((await http.GET('/api/v1/plays/{id}', of(play.id))).data!);
      else saying.refused(error);
    }
  }
  function keep(saved: PlayView) {
    change(facts(saved));
    setKept({ facts: facts(saved), revision: saved.revision });
    setStale(null);
    setStrict(false);
    reload?.();
  }
  useKeys({
    '$mod+Enter': edits && { says: words.save, does: () => void save(kept.revision), whileTyping: true },
    '$mod+z': edits && undo && { says: words.undo, does: undo },
    '$mod+Shift+z': edits && redo && { says: words.redo, does: redo },
  });
  const actions = (
    <>
      {edits && (
        <>
          {lacking > 0 ? (
            <Badge color="red" tt="none" role="status">
              {words.toMend(lacking)}
            </Badge>
          ) : (
            dirty && (
              <Text size="xs" c="dimmed">
                {words.unsaved}
              </Text>
            )
          )}
          <Button variant="default" disabled={!undo} onClick={undo} rightSection={<Hint keys="$mod+z" />}>
            {words.undo}
          </Button>
          <Button variant="default" disabled={!redo} onClick={redo}>
            {words.redo}
          </Button>
          <Button disabled={!dirty} onClick={() => void save(kept.revision)} rightSection={<Hint keys="$mod+Enter" />}>
            {words.save}
          </Button>
        </>
      )}
      {play && <Moves play={play} revision={kept.revision} dirty={dirty} edits={edits} onDone={keep} />}
    </>
  );
  const step = now.steps.find(({ key }) => key === open);
  return (
    <Screen title={now.name || words.new} actions={actions}>
      <Leaving when={() => dirty && edits && !gone.current} />
      {stale && (
        <Stale
          {...readable(facts(stale), { ...facts(stale), ...changedOf(now, kept.facts) })}
          onMine={() => void save(stale.revision)}
          onTheirs={() => keep(stale)}
        />
      )}
      <Stack gap="sm">
        <About play={play} draft={now} change={change} strict={strict} edits={edits} />
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
            <Preview step={step} isAsked={asks} isWrong={Boolean(step && problems[step.key])} />
          </div>
        </SimpleGrid>
      </Stack>
    </Screen>
  );
}
