import type { Disposition, Interest, Role } from './words.js';

export type StepKind = 'email' | 'interest_check' | 'call' | 'task' | 'wait' | 'branch';

interface StepBase {
  /** Unique in its play; what an enrolment's position is stored as. */
  key: string;
  intent: string;
  questions?: string[];
  evidence?: string[];
  /** Days (fractions allowed) after the previous step was done; 0 when absent. */
  afterDays?: number;
}

/**
 * Subject, body and lenses (what this role needs to hear) are Liquid templates of plain text; `mjml` is the same mail
 * with a face, and the body is its plain-text twin.
 */
export interface EmailStep extends StepBase {
  kind: 'email';
  subject: string;
  body: string;
  mjml?: string;
  lenses?: Partial<Record<Role, string>>;
}

/** A mail with the response link; waits up to `waitDays` after it was sent for an answer, then the play continues. */
export interface InterestCheckStep extends StepBase {
  kind: 'interest_check';
  subject: string;
  body: string;
  mjml?: string;
  lenses?: Partial<Record<Role, string>>;
  waitDays: number;
}

export interface CallStep extends StepBase {
  kind: 'call';
  maxAttempts: number;
  retryAfterHours: number;
}

export interface TaskStep extends StepBase {
  kind: 'task';
  title: string;
}

export interface WaitStep extends StepBase {
  kind: 'wait';
  days: number;
}

export type BranchCondition =
  | { interestAtLeast: Interest }
  | { lastDispositionIn: Disposition[] }
  | { hasEmail: boolean }
  | { hasPhone: boolean };

/** Never falls through: goes to `then` or to `else`, each the key of a later step, or END. */
export interface BranchStep extends StepBase {
  kind: 'branch';
  when: BranchCondition;
  then: string;
  else: string;
}

export type Step = EmailStep | InterestCheckStep | CallStep | TaskStep | WaitStep | BranchStep;

export interface Play {
  steps: Step[];
}

/** A branch target that ends the play; no step may be called so. */
export const END = 'end';
