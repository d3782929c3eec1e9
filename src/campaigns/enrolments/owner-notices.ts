import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { NotFound, row } from '../../platform/index.js';
import { Ownerships, Tasks, type NewTask } from '../../work/index.js';
import { noteEvents } from './enrolment-events.js';
import { enrolmentTask, type TaskSubject } from './enrolment-task.js';

class EnrolmentNotFound extends NotFound {}

/** $1 enrolment */
const SUBJECT = `
SELECT e.id, e.contact_id, e.organization_id, e.campaign_id,
       e.role, e.interest, e.step, e.step_done_at, e.last_disposition,
       c.name AS contact_name, o.employees, app_now() AS now
  FROM enrolment e
  JOIN contact c ON c.id = e.contact_id
  JOIN organization o ON o.id = e.organization_id
 WHERE e.id = $1`;

type Subject = TaskSubject & { contactName: string; step: string | null; now: Date };

/**
 * What the owner of an organization is shown when a buyer answers without a rep. Titles begin with the contact's name.
 */
@Injectable()
export class OwnerNotices {
  constructor(
    private readonly tasks: Tasks,
    private readonly ownerships: Ownerships,
  ) {}

  /**
   * Something to know, which asks for nothing. It stands in the enrolment's history; where the organization has no
   * owner, a notice is opened only if `always`, for the rep who takes it.
   */
  async tell(
    manager: EntityManager,
    enrolmentId: string,
    notice: { what: string; title: string; always?: boolean; detail?: Record<string, unknown> },
  ): Promise<void> {
    const subject = await subjectOf(manager, enrolmentId);
    const { what, title, always = false, detail = null } = notice;
    await noteEvents(manager, [{ enrolmentId, what, step: subject.step, detail }]);
    if (!always && !(await this.ownerships.ownerOf(manager, subject.organizationId))) return;
    const task = taskOf(subject, 'notice', title);
    // it outlives the enrolment, and is handed out while the campaign is paused
    await this.tasks.open(manager, [{ ...task, campaignId: null, enrolmentId: null }]);
  }

  /** What came of a mail waits for a rep's decision, with the words. */
  async askRep(
    manager: EntityManager,
    enrolmentId: string,
    { title, words }: { title: string; words: string },
  ): Promise<void> {
    if (await this.tasks.addWords(manager, enrolmentId, 'reply', words)) return;
    await this.tasks.open(manager, [{ ...taskOf(await subjectOf(manager, enrolmentId), 'reply', title), words }]);
  }

  /** The buyer waits for one of our reps: a conversation to be had, by the owner or by the rep who takes it. */
  async handOver(manager: EntityManager, enrolmentId: string, title: string): Promise<void> {
    await this.tasks.open(manager, [taskOf(await subjectOf(manager, enrolmentId), 'reply', title)]);
  }
}

async function subjectOf(manager: EntityManager, enrolmentId: string): Promise<Subject> {
  const subject = await row<Subject>(manager, SUBJECT, [enrolmentId]);
  if (!subject) throw new EnrolmentNotFound('This person is not in the campaign.');
  return subject;
}

const taskOf = (subject: Subject, kind: 'notice' | 'reply', title: string): NewTask =>
  enrolmentTask(subject, { kind, title: `${subject.contactName} ${title}`.slice(0, 300) }, subject.now);
