export { checkPlay } from './check.js';
export { decide, type Decision, type Wait } from './decide.js';
export { DISPOSITION_FACTS, type DispositionFacts } from './dispositions.js';
export { PlayError, type PlayErrorCode } from './error.js';
export type { Problem } from './fields.js';
export type { Member, Position } from './member.js';
export {
  END,
  type BranchStep,
  type CallStep,
  type Condition,
  type EmailStep,
  type InterestCheckStep,
  type Play,
  type Step,
  type StepKind,
  type TaskStep,
  type WaitStep,
} from './play.js';
export { afterDecision, afterDone, afterSettlement } from './position.js';
export { settle, type Outcome, type Settlement } from './settle.js';
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
