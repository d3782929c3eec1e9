/**
 * unknown_step: the enrolment stands at a step that this play lacks.
 * backward_branch: a branch leads nowhere or back, which a checked play cannot.
 * invalid_time: a date that is none.
 */
export type PlayErrorCode = 'unknown_step' | 'backward_branch' | 'invalid_time';

/** One enrolment cannot be driven. It fails alone, with this code as its reason; its batch continues. */
export class PlayError extends Error {
  constructor(
    readonly code: PlayErrorCode,
    message: string,
  ) {
    super(message);
    this.name = 'PlayError';
  }
}
