export const TASK_KINDS = [
  'call',
  'task',
  'reply',
  'fix_contact',
  'find_contact',
  'colleague_replied',
  'group_session',
  'notice',
] as const;
export type TaskKind = (typeof TASK_KINDS)[number];

export const TASK_STATES = ['open', 'claimed', 'snoozed', 'done', 'cancelled'] as const;
export type TaskState = (typeof TASK_STATES)[number];
