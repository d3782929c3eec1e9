import { Conflict, Forbidden, Invalid, NotFound } from '../../platform/index.js';

export class TaskNotFound extends NotFound {}
export class TaskNotYours extends Forbidden {}
/** Done or cancelled already. */
export class TaskClosed extends Conflict {}
/** The lease lapsed, and the task went on without its former holder. */
export class ClaimLost extends Conflict {}
export class DispositionNeeded extends Invalid {}
