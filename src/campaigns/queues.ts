import { declareQueue } from '../platform/index.js';

/** Campaigns with decision makers to enrol. */
export const LAUNCH_QUEUE = declareQueue('launch');
/** Shards with due enrolments. */
export const DRIVE_QUEUE = declareQueue('drive');
/** Messages in the outbox; a room above sends them. */
export const SEND_QUEUE = declareQueue('send');
