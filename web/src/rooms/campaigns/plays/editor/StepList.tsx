import { Button, Fieldset, Menu, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useKeys } from '../../../../shell/shortcuts';
import { useNotify } from '../../../../components/status/useNotify';
import { KeyHint } from '../../../../components/layout/KeyHint';
import { Section } from '../../../../components/layout/Section';
import { useWords } from '../../../../i18n';
import { STEP_ICONS } from '../Timeline';
import { newStep, STEP_KINDS, moveItem, renameStep, type StepKind, type Step } from '../steps';
import { StepFields } from './StepFields';
import { StepHead } from './StepHead';
import classes from './StepList.module.css';
import type { StepProblems } from './useStepProblems';

/** Steps are moved with buttons or keys. */
export function StepList({
  steps,
  change,
  open,
  onOpen,
  problems,
  edits,
}: {
  steps: Step[];
  change: (steps: Step[]) => void;
  open: string | null;
  onOpen: (key: string | null) => void;
  problems: StepProblems;
  edits: boolean;
}) {
  const { plays: words } = useWords();
  const notify = useNotify();
  const [adds, setAdds] = useState(false);
  const focus = useRef<string | null>(null);
  const at = steps.findIndex(({ key }) => key === open);
  const latest = useRef(steps);
  useEffect(() => {
    latest.current = steps;
  });
  // focus follows a moved step, and moves to a new one
  useEffect(() => {
    if (focus.current) document.querySelector<HTMLElement>(focus.current)?.focus();
    focus.current = null;
  });

  const set = (key: string, step: Step) =>
    change(
      (step.key === key ? steps : renameStep(steps, key, step.key)).map((each) =>
        each.key === step.key ? step : each,
      ),
    );
  function add(kind: StepKind) {
    const place = at < 0 ? steps.length : at + 1;
    const step = newStep(kind, steps, steps[place]?.key, words.step.freshBody);
    change([...steps.slice(0, place), step, ...steps.slice(place)]);
    focus.current = `[data-fields="${step.key}"] textarea`;
    onOpen(step.key);
  }
  // the menu returns the focus when it closes, which would take it from the new step
  const leaveMenu = () => (focus.current ??= '[data-add]');
  function move(from: number, by: number, control: string) {
    const to = from + by;
    if (from < 0 || to < 0 || to >= steps.length) return;
    focus.current = `[data-step="${steps[from]!.key}"] ${control}`;
    change(moveItem(steps, from, to));
  }
  function remove(index: number) {
    const step = steps[index]!;
    change(steps.filter((_, i) => i !== index));
    if (open === step.key) onOpen(null);
    notify.success(words.removed(`${words.kinds[step.kind]} ${step.key}`), () =>
      change([...latest.current.slice(0, index), step, ...latest.current.slice(index)]),
    );
  }
  const go = (by: number) => {
    const next = steps[Math.max(0, Math.min(steps.length - 1, at + by))];
    if (!next) return;
    focus.current = `[data-step="${next.key}"] button`;
    onOpen(next.key);
  };
  useKeys({
    a: edits && { label: words.add, run: () => setAdds(true) },
    j: { label: words.next, run: () => go(1) },
    k: { label: words.previous, run: () => go(-1) },
    'Alt+ArrowUp': edits && at > 0 && { label: words.moveUp, run: () => move(at, -1, 'button'), whileTyping: true },
    'Alt+ArrowDown': edits &&
      at >= 0 &&
      at < steps.length - 1 && { label: words.moveDown, run: () => move(at, 1, 'button'), whileTyping: true },
  });
  const adding = edits && (
    <Menu opened={adds} onChange={setAdds} onClose={leaveMenu} returnFocus={false} position="bottom-start" withinPortal>
      <Menu.Target>
        <Button data-add variant="light" leftSection={<IconPlus size={14} />} rightSection={<KeyHint keys="a" />}>
          {words.add}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {STEP_KINDS.map((kind) => {
          const Picture = STEP_ICONS[kind];
          return (
            <Menu.Item key={kind} leftSection={<Picture size={16} />} onClick={() => add(kind)}>
              {words.kinds[kind]}{' '}
              <Text span size="xs" c="dimmed">
                {words.kindNotes[kind]}
              </Text>
            </Menu.Item>
          );
        })}
      </Menu.Dropdown>
    </Menu>
  );
  return (
    <Section title={words.steps} actions={adding} note={steps.length === 0 ? words.addFirst : words.step.daysNote}>
      <ol className={classes.list}>
        {steps.map((step, i) => (
          <li key={step.key} data-step={step.key}>
            <StepHead
              step={step}
              ordinal={i + 1}
              opened={step.key === open}
              onToggle={() => onOpen(step.key === open ? null : step.key)}
              problems={Object.keys(problems[step.key] ?? {}).length}
              {...(edits
                ? {
                    onUp: i > 0 ? () => move(i, -1, '[data-up]') : undefined,
                    onDown: i < steps.length - 1 ? () => move(i, 1, '[data-down]') : undefined,
                    onRemove: () => remove(i),
                  }
                : {})}
            />
            {step.key === open && (
              <Fieldset
                variant="unstyled"
                m={0}
                disabled={!edits}
                id={`fields-${step.key}`}
                data-fields={step.key}
                className={classes.fields}
              >
                <StepFields
                  step={step}
                  steps={steps}
                  problems={problems[step.key] ?? {}}
                  change={(next) => {
                    set(step.key, next);
                    if (next.key !== step.key) onOpen(next.key);
                  }}
                />
              </Fieldset>
            )}
          </li>
        ))}
      </ol>
    </Section>
  );
}
