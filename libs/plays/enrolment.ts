import type { Disposition, EnrolmentState, Interest } from './words.js';

/** What the rows know of one enrolled person when the play is asked. */
export interface PlayEnrolment {
  state: EnrolmentState;
  /** Key of the step it stands at; null before the first. */
  step: string | null;
  /** in_flight: a dispatch or task of this step is open. */
  stepState: 'due' | 'in_flight' | 'done';
  /** When the step that was last done was done; null (or enrolledAt) while none was. */
  stepDoneAt: Date | null;
  /** Counted attempts at the current call step whose outcome is settled. */
  attempts: number;
  /** Mails sent and calls made so far. */
  touches: number;
  /** Ever spoken to in this campaign. */
  conversed: boolean;
  interest: Interest | 'unknown';
  lastDisposition: Disposition | null;
  hasEmail: boolean;
  hasPhone: boolean;
  /** A fix-contact task is open. */
  fixRequested: boolean;
  /** The interest check it stands at was answered, so there is nothing left to wait for. */
  answered?: boolean;
  enrolledAt: Date;
}

/** What `decide` and `settle` move; the rest of an enrolment is fact. */
export type Position = Pick<PlayEnrolment, 'state' | 'step' | 'stepState' | 'stepDoneAt' | 'attempts'>;
