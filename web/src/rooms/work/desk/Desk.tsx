import { Button, Group, Loader, Text } from '@mantine/core';
import { useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { api } from '../../../api/client';
import { useClock } from '../../../shell/clock';
import { useKeys } from '../../../shell/shortcuts';
import { useMe } from '../../../shell/session';
import { useNotify } from '../../../components/status/useNotify';
import { KeyHint } from '../../../components/layout/KeyHint';
import { LessonForm, type LessonContext } from '../../../components/forms/LessonForm';
import { useNumbers } from '../../../i18n/useNumbers';
import { outbox, useOutbox } from '../../../api/outbox';
import { Screen } from '../../../components/layout/Screen';
import { ErrorAlert } from '../../../components/status/ErrorAlert';
import { useWords } from '../../../i18n';
import { TaskOnDesk } from './TaskOnDesk';
import { conversationBody, isConversation, missingInput, resolutionBody } from './form/draft';
import { useRecordSummary } from './form/Fields';
import { NoWork } from './NoWork';
import { isPositive } from './form/outcomes';
import { DayRing } from './DayRing';
import { RejectedRecords, SavedBar } from './form/SavedBar';
import { useSnooze } from './useSnooze';
import { useQueue } from './useQueue';
import { saveRecord, useCurrentTask } from './useCurrentTask';
import { callable, writable } from './contactPoints';

/** Keys do not work as shortcuts while a field is focused. */
const leaveField = (): void => {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
};

/** The rep's next task, from claim to save, usable without a mouse. */
export function Desk() {
  const { work: words, shell } = useWords();
  const me = useMe();
  const notify = useNotify();
  const summarize = useRecordSummary();
  const { offset } = useClock();
  const { task } = useSearch({ from: '/work' });
  const waiting = useOutbox(me.id);
  const queue = useQueue();
  const work = useCurrentTask(queue.data?.claimed, task);
  const { card, draft } = work;
  const [picking, pick] = useState<string | null>(null);
  const [taught, setTaught] = useState<LessonContext | null>(null);
  const [teaching, setTeaching] = useState(false);
  const [lastLater, later] = useSnooze(work);
  const [problem, setProblem] = useState<{ of: unknown; label: string } | null>(null);
  const brief = api.useQuery(
    'get',
    '/api/v1/tasks/{id}/brief',
    { params: { path: { id: card?.id ?? '' } } },
    { enabled: card !== null, meta: { still: true } },
  );
  const { none, busy, next } = work;
  const ready = queue.data?.ready ?? 0;
  useEffect(() => {
    // not in a hidden window
    if (none && !busy && ready > 0 && !document.hidden) void next();
  }, [none, busy, ready, next]);

  const submit = () => {
    if (!card || !draft || busy) return;
    const lacks = missingInput(card, draft);
    if (lacks) {
      setProblem({ of: draft, label: words.missing[lacks] });
      if (lacks === 'reason') pick('objection');
      return;
    }
    const talk = isConversation(card);
    saveRecord({
      id: card.id,
      path: talk ? '/api/v1/conversations' : '/api/v1/task-resolutions',
      body: talk
        ? { ...conversationBody(card, draft, brief.data?.interest, Date.now()) }
        : { ...resolutionBody(card, draft) },
      ...(talk ? { late: { occurredAt: new Date(Date.now() + offset).toISOString() } } : {}),
      draft,
      label: summarize(card, draft),
    });
    setTaught(
      talk && isPositive(draft.disposition!)
        ? {
            taskId: card.id,
            role: brief.data?.role ?? card.contact?.roles[0]?.role ?? null,
            industry: card.organization.industry,
            objection: draft.objections[0] ?? null,
          }
        : null,
    );
    pick(null);
    leaveField();
    void next();
  };
  const undo = async () => {
    if (lastLater.current) return void lastLater.current();
    const last = waiting.findLast(({ refused }) => refused === undefined);
    if (!last) return notify.success(words.nothingToUndo);
    const taken = outbox.take(last.id);
    if (!taken) return notify.success(words.alreadySent);
    setTaught(null);
    try {
      await work.open(taken.id, taken.draft);
      notify.success(words.undone);
    } catch (error) {
      notify.error(error);
    }
  };
  const follow = (id: string) => document.getElementById(id)?.click();
  const quiet = picking !== null;
  useKeys({
    '$mod+Enter': !teaching && card !== null && { label: words.save, run: submit, whileTyping: true },
    n: !quiet && card !== null && { label: words.save, run: submit },
    l: !quiet && card !== null && { label: words.snooze, run: () => pick('later') },
    z: !quiet && { label: words.undo, run: () => void undo() },
    d: !quiet && callable(card) && { label: words.dial, run: () => follow('dial') },
    e: !quiet && writable(card) && { label: words.write, run: () => follow('write') },
    y: !quiet && taught !== null && { label: words.lessonAsk, run: () => setTeaching(true) },
    Escape: !quiet && {
      label: words.leaveField,
      whileTyping: true,
      run: leaveField,
    },
  });
  return (
    <Screen
      title={shell.nav.work}
      note={
        <Today
          done={(queue.data?.done ?? 0) + waiting.length}
          ready={ready + (card ? 1 : 0)}
          aDay={queue.data?.aDay ?? 0}
        />
      }
      actions={
        <>
          <SavedBar
            waiting={waiting}
            onUndo={() => void undo()}
            onTeach={taught ? () => setTeaching(true) : undefined}
          />
          {card && (
            <>
              <Button variant="subtle" color="gray" onClick={() => void work.letGo().catch(notify.error)}>
                {words.release}
              </Button>
              <Button variant="default" rightSection={<KeyHint keys="l" />} onClick={() => pick('later')}>
                {words.snooze}
              </Button>
              <Button rightSection={<KeyHint keys="n" />} onClick={submit} aria-disabled={busy}>
                {words.save}
              </Button>
            </>
          )}
        </>
      }
    >
      <RejectedRecords
        waiting={waiting}
        onMend={(item) =>
          void work
            .open(item.id, item.draft)
            .then(() => outbox.drop(item.id))
            .catch(notify.error)
        }
      />
      {work.trouble !== null && <ErrorAlert error={work.trouble} again={() => void next()} />}
      {card && draft ? (
        <TaskOnDesk
          work={work}
          card={card}
          draft={draft}
          brief={brief}
          picking={picking}
          pick={pick}
          problem={problem?.of === draft ? (problem?.label ?? null) : null}
          later={later}
        />
      ) : (
        none && <NoWork queue={queue.data} again={() => void next()} />
      )}
      {!card && busy && work.trouble === null && <Loader size="sm" aria-label={words.refresh} />}
      {teaching && taught && <LessonForm taught={taught} onClose={() => setTeaching(false)} />}
    </Screen>
  );
}

/** The target is a day's work, or all ready tasks if there are fewer. */
function Today({ done, ready, aDay }: { done: number; ready: number; aDay: number }) {
  const { work } = useWords();
  const { n } = useNumbers();
  const of = Math.max(done, Math.min(aDay, done + ready));
  return (
    <Group gap={6} wrap="nowrap">
      <DayRing done={done} of={of} />
      <Text size="sm" role="status">
        {work.today(n(done), n(of))}
      </Text>
      <Text size="sm" c="dimmed">
        {work.ready(n(ready))}
      </Text>
    </Group>
  );
}
