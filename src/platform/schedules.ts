/**
 * Every schedule there is: wall-clock milliseconds between two runs, over all workers together. A timer in the process with a
 * try-lock in PostgreSQL, and not a BullMQ scheduler, because FLUSHALL deletes those silently.
 */
export const SCHEDULES = {
  'watch-dispatching': 5_000,
  'ring-due-enrolments': 500,
  'ring-queued-dispatches': 500,
  'ring-unfinished-launches': 2_000,
  'ring-unfinished-imports': 2_000,
  'ring-due-verifications': 2_000,
  'start-scheduled-campaigns': 1_000,
  'settle-campaigns': 1_000,
  'settle-orphaned-dispatches': 2_000,
  'ring-webhooks': 1_000,
  'forget-old-webhook-events': 3_600_000,
  'forget-old-mails': 3_600_000,
  'stop-harmful-campaigns': 5_000,
  'stop-harmful-senders': 5_000,
  'mail-expert-questions': 1_000,
  'watch-mailboxes': 2_000,
  'carry-out-waiting-mail': 60_000,
  'take-back-lost-calls': 30_000,
  'return-lapsed-claims': 5_000,
  'wake-snoozed-tasks': 2_000,
  'fold-tallies': 5_000,
  reconcile: 300_000,
  'forget-idempotency-keys': 3_600_000,
} as const;
export type ScheduleName = keyof typeof SCHEDULES;
