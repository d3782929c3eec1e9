import { fieldsOf, type Fields, type PlayFieldProblem } from './fields.js';
import { END, type BranchCondition, type Play, type Step, type StepKind } from './play.js';
import { DISPOSITIONS, INTERESTS, ROLES, type Role } from './words.js';

const KINDS = ['email', 'interest_check', 'call', 'task', 'wait', 'branch'] as const satisfies readonly StepKind[];
const CONDITIONS = ['interestAtLeast', 'lastDispositionIn', 'hasEmail', 'hasPhone'] as const;
const KEY = /^[a-z0-9_-]{1,40}$/;

const MAX_STEPS = 30;
const MAX_ATTEMPTS = 20;
const LINE = 200;
const PARAGRAPH = 2000;
const BODY = 20_000;
const MARKUP = 100_000;
const MAX_NOTES = 20;
const A_MINUTE_OF_A_DAY = 1 / 1440;
const DAYS = { min: A_MINUTE_OF_A_DAY, max: 365 };
const DAYS_OR_NONE = { min: 0, max: 365 };
const HOURS = { min: 1 / 60, max: 720 };

/**
 * Reads a play from untrusted input (as parsed from JSON). Never throws.
 * @returns a copy that holds nothing but known fields, or every problem found.
 */
export function checkPlay(input: unknown): { play: Play } | { problems: PlayFieldProblem[] } {
  const problems: PlayFieldProblem[] = [];
  const fields = fieldsOf(input, '', problems);
  if (!fields) return { problems };
  const steps = fields.items('steps', MAX_STEPS).map((step, i) => readStep(step, `steps[${i}]`, problems));
  fields.refuseOthers();
  checkKeys(steps, problems);
  if (problems.length > 0) return { problems };
  const play = { steps: steps.filter((step) => step !== undefined) };
  checkTargets(play, problems);
  // With a branch that leads nowhere, "unreachable" would blame the wrong step.
  if (problems.length === 0) checkReachable(play, problems);
  return problems.length > 0 ? { problems } : { play };
}

function readStep(input: unknown, path: string, problems: PlayFieldProblem[]): Step | undefined {
  const fields = fieldsOf(input, path, problems);
  if (!fields) return undefined;
  const before = problems.length;
  const kind = fields.word('kind', KINDS);
  // Its kind is unknown, so its other fields cannot be judged.
  if (problems.length > before) return undefined;
  const step = readKind(kind, fields);
  fields.refuseOthers();
  return step;
}

function readKind(kind: StepKind, fields: Fields): Step {
  const base = readBase(fields);
  switch (kind) {
    case 'email':
      return { kind, ...base, ...readMail(fields) };
    case 'interest_check':
      return { kind, ...base, ...readMail(fields), waitDays: fields.number('waitDays', DAYS) };
    case 'call':
      return {
        kind,
        ...base,
        maxAttempts: fields.number('maxAttempts', { min: 1, max: MAX_ATTEMPTS, whole: true }),
        retryAfterHours: fields.number('retryAfterHours', HOURS),
      };
    case 'task':
      return { kind, ...base, title: fields.text('title', LINE, 'one_line') };
    case 'wait':
      return { kind, ...base, days: fields.number('days', DAYS) };
    case 'branch':
      return {
        kind,
        ...base,
        when: readCondition(fields),
        // oxlint-disable-next-line no-thenable -- a string: await never calls it, and authors write "then".
        then: fields.text('then', 40),
        else: fields.text('else', 40),
      };
  }
}

function readBase(fields: Fields): Pick<Step, 'key' | 'intent' | 'questions' | 'evidence' | 'afterDays'> {
  const key = fields.text('key', 40);
  if (key !== '' && !KEY.test(key)) {
    fields.note('key', 'bad_key', 'Use 1 to 40 of: small letters, digits, "_" and "-".');
  }
  if (key === END) fields.note('key', 'bad_key', `"${END}" means the end of the play; choose another key.`);
  return {
    key,
    intent: fields.text('intent', PARAGRAPH),
    ...(fields.has('questions') && { questions: fields.texts('questions', MAX_NOTES, PARAGRAPH) }),
    ...(fields.has('evidence') && { evidence: fields.texts('evidence', MAX_NOTES, PARAGRAPH) }),
    ...(fields.has('afterDays') && { afterDays: fields.number('afterDays', DAYS_OR_NONE) }),
  };
}

function readMail(fields: Fields): {
  subject: string;
  body: string;
  mjml?: string;
  lenses?: Partial<Record<Role, string>>;
} {
  return {
    subject: fields.text('subject', LINE, 'one_line'),
    body: fields.text('body', BODY),
    ...(fields.has('mjml') && { mjml: fields.text('mjml', MARKUP) }),
    ...(fields.has('lenses') && { lenses: readLenses(fields) }),
  };
}

function readLenses(fields: Fields): Partial<Record<Role, string>> {
  const lenses: Partial<Record<Role, string>> = {};
  const given = fields.object('lenses');
  for (const role of ROLES) {
    if (given?.has(role)) lenses[role] = given.text(role, BODY);
  }
  given?.refuseOthers();
  return lenses;
}

function readCondition(fields: Fields): BranchCondition {
  const when = fields.object('when');
  const named = CONDITIONS.filter((name) => when?.has(name));
  when?.refuseOthers();
  if (when && named.length !== 1) when.note('', 'one_condition', `Give exactly one of: ${CONDITIONS.join(', ')}.`);
  if (when && named[0] === 'interestAtLeast') return { interestAtLeast: when.word('interestAtLeast', INTERESTS) };
  if (when && named[0] === 'lastDispositionIn') {
    return { lastDispositionIn: when.words('lastDispositionIn', DISPOSITIONS) };
  }
  if (when && named[0] === 'hasPhone') return { hasPhone: when.boolean('hasPhone') };
  return { hasEmail: when && named[0] === 'hasEmail' ? when.boolean('hasEmail') : false };
}

function checkKeys(steps: (Step | undefined)[], problems: PlayFieldProblem[]): void {
  const first = new Map<string, number>();
  steps.forEach((step, i) => {
    if (!step?.key) return;
    const earlier = first.get(step.key);
    if (earlier === undefined) first.set(step.key, i);
    else
      problems.push({ path: `steps[${i}].key`, code: 'duplicate_key', message: `steps[${earlier}] has this key too.` });
  });
}

function checkTargets(play: Play, problems: PlayFieldProblem[]): void {
  play.steps.forEach((step, i) => {
    if (step.kind !== 'branch') return;
    for (const arm of ['then', 'else'] as const) {
      const problem = targetProblem(play, step[arm], i);
      if (problem) problems.push({ path: `steps[${i}].${arm}`, ...problem });
    }
  });
}

function targetProblem(play: Play, key: string, from: number): { code: string; message: string } | undefined {
  if (key === END) return undefined;
  const index = play.steps.findIndex((step) => step.key === key);
  if (index < 0) return { code: 'unknown_step', message: `No step has this key; name a later one, or "${END}".` };
  if (index > from) return undefined;
  return { code: 'backward_branch', message: `A play only goes forward; name a later step, or "${END}".` };
}

function checkReachable(play: Play, problems: PlayFieldProblem[]): void {
  const reached = new Set<string>();
  play.steps.forEach((step, i) => {
    if (i > 0 && !reached.has(step.key)) {
      const message = 'No way leads here; let a branch lead to it, or remove it.';
      problems.push({ path: `steps[${i}]`, code: 'unreachable_step', message });
      return;
    }
    for (const key of next(step, play.steps[i + 1])) reached.add(key);
  });
}

function next(step: Step, following: Step | undefined): string[] {
  if (step.kind === 'branch') return [step.then, step.else];
  return following ? [following.key] : [];
}
