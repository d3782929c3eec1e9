export { checkPlay } from './check.js';
export { decide, type NextStep, type StepWait } from './decide.js';
export { DISPOSITION_FACTS, type DispositionFacts } from './dispositions.js';
export { PlayError, type PlayErrorCode } from './error.js';
export type { PlayFieldProblem } from './fields.js';
export type { PlayEnrolment, Position } from './enrolment.js';
export {
  END,
  type BranchStep,
  type CallStep,
  type BranchCondition,
  type EmailStep,
  type InterestCheckStep,
  type Play,
  type Step,
  type StepKind,
  type TaskStep,
  type WaitStep,
} from './play.js';
export { afterDecision, afterDone, afterSettlement } from './position.js';
export { settle, type StepOutcome, type AnswerEffect } from './settle.js';
export {
  BUYING_JOBS,
  DISPOSITIONS,
  ENROLMENT_STATES,
  FINISH_REASONS,
  INTERESTS,
  OBJECTIONS,
  PAUSE_REASONS,
  ROLES,
  SENTIMENTS,
  TERMINAL_STATES,
  isOneOf,
  type BuyingJob,
  type Disposition,
  type EnrolmentState,
  type FinishReason,
  type Interest,
  type Objection,
  type PauseReason,
  type Role,
  type Sentiment,
  type TerminalState,
} from './words.js';
