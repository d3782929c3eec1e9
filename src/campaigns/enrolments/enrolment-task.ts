import type { Disposition, Interest, Role } from '../../../libs/plays/index.js';
import { contributionOf, type NewTask } from '../../work/index.js';

const DAY = 86_400_000;

/** Who a task is about, as the driver and the answers know them. */
export interface TaskSubject {
  id: string;
  contactId: string;
  organizationId: string;
  campaignId: string;
  role: string;
  interest: Interest | 'unknown';
  employees: number | null;
  stepDoneAt: Date | null;
  lastDisposition: Disposition | null;
}

/** A task about one member, ranked by what a conversation with them may contribute. */
export function enrolmentTask(
  member: TaskSubject,
  task: Pick<NewTask, 'kind' | 'title' | 'stepKey' | 'attempt' | 'words'>,
  now: Date,
): NewTask {
  const { contribution, why } = contributionOf({
    kind: task.kind,
    interest: member.interest,
    role: member.role as Role,
    employees: member.employees,
    // somebody asked to be called again, and the day has come
    promised: member.lastDisposition === 'connected_callback',
    daysSinceTouch: member.stepDoneAt ? (now.getTime() - member.stepDoneAt.getTime()) / DAY : null,
  });
  const { organizationId, contactId, campaignId, id: enrolmentId } = member;
  return { ...task, organizationId, contactId, campaignId, enrolmentId, contribution, why };
}
