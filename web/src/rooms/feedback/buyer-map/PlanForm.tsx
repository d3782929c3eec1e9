import {
  Alert,
  Button,
  Checkbox,
  CloseButton,
  Group,
  MultiSelect,
  NativeSelect,
  Stack,
  TextInput,
} from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { http, type Shape } from '../../../api/client';
import { Problem } from '../../../api/problem';
import { useKeys } from '../../../shell/shortcuts';
import { useNotify } from '../../../components/status/useNotify';
import { KeyHint } from '../../../components/layout/KeyHint';
import { EditConflict } from '../../../components/forms/EditConflict';
import { ErrorAlert } from '../../../components/status/ErrorAlert';
import { useWords } from '../../../i18n';
import type { BuyingPlan } from './map';

type Body = Shape<'BuyingPlanBody'>;
type Step = Body['prerequisites'][number];
const PUT = '/api/v1/organizations/{id}/buying-plans/{propositionId}';

const bodyOf = (plan: BuyingPlan | null): Body => ({
  wantedBy: plan?.wantedBy ?? '',
  source: plan?.source ?? 'buyer_said',
  prerequisites: (plan?.prerequisites ?? []).map(({ key, title, leadDays, after, disrupts, done }) => ({
    key,
    title,
    leadDays,
    after: after ?? [],
    disrupts: disrupts ?? null,
    done: done ?? false,
  })),
});

export function PlanForm({
  plan,
  organizationId,
  propositionId,
  onClose,
}: {
  plan: BuyingPlan | null;
  organizationId: string;
  propositionId: string;
  onClose: () => void;
}) {
  const { buying } = useWords();
  const queries = useQueryClient();
  const notify = useNotify();
  const [body, setBody] = useState(() => bodyOf(plan));
  const [revision, setRevision] = useState(plan?.revision ?? 0);
  const [problem, setProblem] = useState<Problem | null>(null);
  const set = (change: Partial<Body>) => setBody((before) => ({ ...before, ...change }));
  const { prerequisites } = body;
  const setStep = (key: string, change: Partial<Step>) =>
    set({ prerequisites: prerequisites.map((each) => (each.key === key ? { ...each, ...change } : each)) });
  const add = () =>
    set({
      prerequisites: [
        ...prerequisites,
        { key: crypto.randomUUID(), title: '', leadDays: 14, after: [], disrupts: null, done: false },
      ],
    });
  const remove = (key: string) =>
    set({
      prerequisites: prerequisites
        .filter((each) => each.key !== key)
        .map((each) => ({ ...each, after: (each.after ?? []).filter((one) => one !== key) })),
    });
  const save = async (over = revision) => {
    try {
      await http.PUT(PUT, {
        params: { path: { id: organizationId, propositionId } },
        headers: { 'if-match': `"${over}"` },
        body,
      });
      notify.success(buying.saved);
      await queries.invalidateQueries();
      onClose();
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      setProblem(error);
    }
  };
  useKeys({
    '$mod+Enter': { label: buying.save, run: () => void save(), whileTyping: true },
    Escape: { label: buying.cancel, run: onClose, whileTyping: true },
  });
  const theirs = problem?.code === 'StaleEdit' ? (problem.more.current as BuyingPlan) : null;
  return (
    <Stack
      component="form"
      gap="xs"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      {theirs ? (
        <EditConflict
          theirs={bodyOf(theirs) as unknown as Record<string, unknown>}
          yours={body as unknown as Record<string, unknown>}
          names={{ wantedBy: buying.wantedBy, source: buying.source, prerequisites: buying.prerequisite }}
          onKeepMine={() => {
            setRevision(theirs.revision);
            setProblem(null);
            void save(theirs.revision);
          }}
          onUseTheirs={() => {
            setBody(bodyOf(theirs));
            setRevision(theirs.revision);
            setProblem(null);
          }}
        />
      ) : (
        problem && (problem.fields.length > 0 ? <Refused problem={problem} /> : <ErrorAlert error={problem} />)
      )}
      <Group gap="xs" align="end">
        <TextInput
          type="date"
          label={buying.wantedBy}
          required
          data-autofocus
          value={body.wantedBy}
          onChange={({ currentTarget }) => set({ wantedBy: currentTarget.value })}
        />
        <NativeSelect
          label={buying.source}
          data={Object.entries(buying.sources).map(([value, label]) => ({ value, label }))}
          value={body.source}
          onChange={({ currentTarget }) => set({ source: currentTarget.value as Body['source'] })}
        />
      </Group>
      {prerequisites.map((step, i) => (
        <StepFields
          key={step.key}
          step={step}
          place={i + 1}
          others={prerequisites.filter(({ key }) => key !== step.key)}
          set={(change) => setStep(step.key, change)}
          remove={() => remove(step.key)}
        />
      ))}
      <Group gap="xs">
        <Button variant="default" onClick={add}>
          {buying.add}: {buying.prerequisite}
        </Button>
        <Button type="submit" rightSection={<KeyHint keys="$mod+Enter" />}>
          {buying.save}
        </Button>
        <Button variant="subtle" onClick={onClose}>
          {buying.cancel}
        </Button>
      </Group>
    </Stack>
  );
}

/** Reports each problem once: a circular dependency affects several rows. */
function Refused({ problem }: { problem: Problem }) {
  return (
    <Alert color="red" role="alert">
      {problem.fields.map(({ message }) => message).join(' ')}
    </Alert>
  );
}

function StepFields({
  step,
  place,
  others,
  set,
  remove,
}: {
  step: Step;
  place: number;
  others: Step[];
  set: (change: Partial<Step>) => void;
  remove: () => void;
}) {
  const { buying } = useWords();
  return (
    <Group gap="xs" align="end" role="group" aria-label={`${buying.prerequisite} ${place}`}>
      <TextInput
        label={buying.prerequisite}
        required
        flex="2 1 11rem"
        maxLength={200}
        value={step.title}
        onChange={({ currentTarget }) => set({ title: currentTarget.value })}
      />
      <TextInput
        label={buying.leadDays}
        type="number"
        min={0}
        max={3650}
        w={110}
        value={step.leadDays}
        onChange={({ currentTarget }) => set({ leadDays: Number(currentTarget.value) })}
      />
      <MultiSelect
        label={buying.after}
        flex="1 1 10rem"
        data={others.filter(({ title }) => title).map(({ key, title }) => ({ value: key, label: title }))}
        value={step.after ?? []}
        onChange={(after) => set({ after })}
      />
      <TextInput
        label={buying.disrupts}
        flex="1 1 9rem"
        maxLength={200}
        value={step.disrupts ?? ''}
        onChange={({ currentTarget }) => set({ disrupts: currentTarget.value || null })}
      />
      <Checkbox
        label={buying.done}
        checked={step.done ?? false}
        pb={8}
        onChange={({ currentTarget }) => set({ done: currentTarget.checked })}
      />
      <CloseButton aria-label={`${buying.remove}: ${step.title}`} mb={4} onClick={remove} />
    </Group>
  );
}
