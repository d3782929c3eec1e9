import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { NotFound, row } from '../../platform/index.js';
import { Ownerships, Tasks, type NewTask } from '../../work/index.js';
import { WRITE_EVENTS } from './drive.sql.js';
import { enrolmentTask, type TaskSubject } from './enrolment-task.js';

class EnrolmentNotFound extends NotFound {}

const SUBJECT = `
SELECT e.id, e.contact_id AS "contactId", e.organization_id AS "organizationId", e.campaign_id AS "campaignId", e.role, e.interest,
       e.step, e.step_done_at AS "stepDoneAt", e.last_disposition AS "lastDisposition", c.name AS "contactName", o.employees, app_now() AS now
  FROM enrolment e JOIN contact c ON c.id = e.contact_id JOIN organization o ON o.id = e.organization_id WHERE e.id = $1`;

type Subject = TaskSubject & { contactName: string; step: string | null; now: Date };

/** What the owner of a house learns when a buyer answers by themselves. Titles get the person's name in front. */
@Injectable()
export class OwnerNotices {
  constructor(
    private readonly tasks: Tasks,
    private readonly ownerships: Ownerships,
  ) {}

  /**
   * Something to know, in which the rep is not in the way. Stands in the member's history; where nobody owns the house, a notice
   * is opened only if `always`, for whoever takes it.
   */
  async tell(
    manager: EntityManager,
    enrolmentId: string,
    notice: { what: string; title: string; always?: boolean; detail?: Record<string, unknown> },
  ): Promise<void> {
    const member = await subjectOf(manager, enrolmentId);
    const { what, title, always = false, detail = null } = notice;
    await manager.query(WRITE_EVENTS, [JSON.stringify([{ enrolmentId, what, step: member.step, detail }])]);
    if (!always && !(await this.ownerships.ownerOf(manager, member.organizationId))) return;
    const task = taskOf(member, 'notice', title);
    // it outlives the member's part in the campaign, and is handed out while the campaign is paused
    await this.tasks.open(manager, [{ ...task, campaignId: null, enrolmentId: null }]);
  }

  /** The buyer waits for a person of ours: a conversation to be had, by the owner or by whoever takes it. */
  async handOver(manager: EntityManager, enrolmentId: string, title: string): Promise<void> {
    await this.tasks.open(manager, [taskOf(await subjectOf(manager, enrolmentId), 'reply', title)]);
  }
}

async function subjectOf(manager: EntityManager, enrolmentId: string): Promise<Subject> {
  const member = await row<Subject>(manager, SUBJECT, [enrolmentId]);
  if (!member) throw new EnrolmentNotFound('This person is not in the campaign.');
  return member;
}

const taskOf = (member: Subject, kind: 'notice' | 'reply', title: string): NewTask =>
  enrolmentTask(member, { kind, title: `${member.contactName} ${title}`.slice(0, 300) }, member.now);
