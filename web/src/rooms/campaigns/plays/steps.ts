import type { Shape } from '../../../api/client';

export type PlayView = Shape<'PlayView'>;
export const STEP_KINDS = ['email', 'call', 'task', 'wait', 'interest_check', 'branch'] as const;
export type StepKind = (typeof STEP_KINDS)[number];
export const END = 'end';
const KEY = /^[a-z0-9_-]{1,40}$/;

/** A step in the editor. Fields that its kind does not have are absent. */
export type Step = {
  key: string;
  kind: StepKind;
  intent: string;
  questions?: string[];
  evidence?: string[];
  afterDays?: number;
  subject?: string;
  body?: string;
  mjml?: string;
  lenses?: Record<string, string>;
  waitDays?: number;
  maxAttempts?: number;
  retryAfterHours?: number;
  title?: string;
  days?: number;
  when?: BranchCondition;
  then?: string;
  else?: string;
};
export interface BranchCondition {
  interestAtLeast?: string;
  lastDispositionIn?: string[];
  hasEmail?: boolean;
  hasPhone?: boolean;
}

export interface PlayDraft {
  name: string;
  purpose: PlayView['purpose'];
  reviewOn: string | null;
  steps: Step[];
}

/** The API types steps as plain objects, because another check reads their content. */
export const stepsOf = ({ steps }: { steps: object[] }): Step[] => steps as Step[];
export const playDraft = (play: PlayView): PlayDraft => ({
  name: play.name,
  purpose: play.purpose,
  reviewOn: play.reviewOn,
  steps: stepsOf(play),
});
export const NEW_PLAY: PlayDraft = { name: '', purpose: 'stimulate', reviewOn: null, steps: [] };

export const isMail = ({ kind }: Step): boolean => kind === 'email' || kind === 'interest_check';

export const isValidKey = (key: string, others: string[]): boolean =>
  KEY.test(key) && key !== END && !others.includes(key);

/** An empty step with a unique key. */
export function newStep(kind: StepKind, steps: Step[], following: string | undefined, body: string): Step {
  const taken = steps.map(({ key }) => key);
  const base = kind.replace('_', '-');
  let key = base;
  for (let n = 2; taken.includes(key); n++) key = `${base}-${n}`;
  const more: Record<StepKind, Partial<Step>> = {
    email: { subject: '', body },
    interest_check: { subject: '', body, waitDays: 7 },
    call: { maxAttempts: 3, retryAfterHours: 48 },
    task: { title: '' },
    wait: { days: 3 },
    // oxlint-disable-next-line no-thenable -- nobody awaits it: a branch is written so
    branch: { when: { hasEmail: true }, then: following ?? END, else: END },
  };
  return {
    key,
    kind,
    intent: '',
    ...(steps.length > 0 && kind !== 'wait' && kind !== 'branch' ? { afterDays: 3 } : {}),
    ...more[kind],
  };
}

/** Branches to this step follow the new key. */
export const renameStep = (steps: Step[], from: string, to: string): Step[] =>
  steps.map((step) => ({
    ...step,
    ...(step.key === from ? { key: to } : {}),
    // oxlint-disable-next-line no-thenable -- as above
    ...(step.then === from ? { then: to } : {}),
    ...(step.else === from ? { else: to } : {}),
  }));

export function moveItem<T>(all: T[], from: number, to: number): T[] {
  const rest = all.filter((_, i) => i !== from);
  return [...rest.slice(0, to), all[from]!, ...rest.slice(to)];
}

/** The day of each step and of the end, if the contact never answers and no branch skips a step. */
export function stepTimes(steps: Step[]): { days: number[]; end: number } {
  let at = 0;
  const days = steps.map((step) => {
    const day = at + (step.afterDays ?? 0);
    const tries = ((step.maxAttempts ?? 1) - 1) * ((step.retryAfterHours ?? 0) / 24);
    at = day + (step.days ?? 0) + (step.waitDays ?? 0) + tries;
    return day;
  });
  return { days, end: at };
}
