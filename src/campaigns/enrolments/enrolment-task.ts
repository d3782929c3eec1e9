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

/** A task about one enrolment, ranked by what a conversation with the contact may contribute. */
export function enrolmentTask(
  subject: TaskSubject,
  task: Pick<NewTask, 'kind' | 'title' | 'stepKey' | 'attempt' | 'words' | 'proposedDisposition'>,
  now: Date,
): NewTask {
  const { contribution, why } = contributionOf({
    kind: task.kind,
    interest: subject.interest,
    role: subject.role as Role,
    employees: subject.employees,
    // the contact asked to be called again, and the day has come
    promised: subject.lastDisposition === 'connected_callback',
    daysSinceTouch: subject.stepDoneAt ? (now.getTime() - subject.stepDoneAt.getTime()) / DAY : null,
  });
  const { organizationId, contactId, campaignId, id: enrolmentId } = subject;
  return { ...task, organizationId, contactId, campaignId, enrolmentId, contribution, why };
}
