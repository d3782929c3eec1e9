import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { markEmail, markPhone } from '../../accounts/index.js';
import { Colleagues, Enrolments, GroupInvitations, Answers } from '../../campaigns/index.js';
import { Conflict, Invalid, rows, type FieldProblem } from '../../platform/index.js';
import { Task, Tasks, TaskNotFound, type ClosedTask, type TaskKind } from '../../work/index.js';
import { FoundPeople, type FoundPerson } from './found-people.js';
import { ContactUpdates } from './contact-updates.js';
import type { NewPerson } from './record.js';

class ResolutionInvalid extends Invalid {}

export const RESOLUTIONS = ['corrected', 'found', 'not_found', 'resume', 'exclude', 'group', 'seen'] as const;
export type Resolution = (typeof RESOLUTIONS)[number];
const FITTING: Partial<Record<TaskKind, readonly Resolution[]>> = {
  fix_contact: ['corrected', 'not_found'],
  find_contact: ['found', 'not_found'],
  colleague_replied: ['resume', 'exclude', 'group'],
  // the group never met
  group_session: ['resume', 'exclude'],
  notice: ['seen'],
};

export interface TaskResolution {
  taskId: string;
  fence: number;
  resolution: Resolution;
  email?: string;
  phone?: string;
  newPeople?: NewPerson[];
  reason?: string;
}

/** Closes the tasks that are no conversations, and reports their result to campaigns. */
@Injectable()
export class Resolutions {
  constructor(
    private readonly tasks: Tasks,
    private readonly enrolments: Enrolments,
    private readonly progress: Answers,
    private readonly colleagues: Colleagues,
    private readonly gatherings: GroupInvitations,
    private readonly people: FoundPeople,
    private readonly learned: ContactUpdates,
  ) {}

  async resolve(
    manager: EntityManager,
    resolving: TaskResolution,
    actorId: string,
  ): Promise<ClosedTask & { found: FoundPerson[] }> {
    const { taskId, fence, resolution } = resolving;
    const task = await manager.findOneBy(Task, { id: taskId });
    if (!task) throw new TaskNotFound('There is no such task.');
    assertFits(task.kind, resolving);
    if (task.enrolmentId) await this.enrolments.facts(manager, task.enrolmentId);
    const closed = await this.tasks.close(manager, { taskId, fence, actorId, disposition: null, resolution });
    const found = closed.repeated ? [] : await this.carryOut(manager, closed, resolving, actorId);
    return { ...closed, found };
  }

  private async carryOut(
    manager: EntityManager,
    task: ClosedTask,
    { resolution, email, phone, newPeople, reason }: TaskResolution,
    actorId: string,
  ): Promise<FoundPerson[]> {
    switch (resolution) {
      case 'corrected':
        await this.correct(manager, task.contactId!, { email, phone });
        return [];
      case 'found':
        return this.people.join(manager, task, newPeople ?? []);
      case 'seen':
        return [];
      case 'not_found':
        if (task.kind === 'fix_contact') await this.giveUp(manager, task.contactId!);
        return [];
      case 'resume':
      case 'exclude':
      case 'group':
        if (task.enrolmentId) await this.decide(manager, task, resolution, reason ?? 'resumed', actorId);
        return [];
    }
  }

  private async correct(
    manager: EntityManager,
    contactId: string,
    facts: { email?: string; phone?: string },
  ): Promise<void> {
    await this.learned.change(manager, contactId, facts);
    // also where it is the same again: a person checked it
    if (facts.email) await markEmail(manager, contactId, 'corrected');
    if (facts.phone) await markPhone(manager, contactId, 'corrected');
    await this.progress.contactFixed(manager, contactId);
  }

  /** One task asks for a contact whom several campaigns may wait for: it resolves all of them. */
  private async giveUp(manager: EntityManager, contactId: string): Promise<void> {
    const waiting = await rows<{ id: string }>(manager, SELECT_ENROLMENT, [contactId]);
    for (const { id } of waiting) await this.progress.contactNotFound(manager, id);
  }

  private async decide(
    manager: EntityManager,
    task: ClosedTask,
    decision: 'resume' | 'exclude' | 'group',
    reason: string,
    actorId: string,
  ): Promise<void> {
    try {
      const enrolmentId = task.enrolmentId!;
      const waitsFor = task.kind === 'group_session' ? 'group_session' : 'colleague_reply';
      if (decision === 'group') await this.gatherings.merge(manager, enrolmentId, actorId);
      else await this.colleagues.decide(manager, { enrolmentId, decision, reason, actorId, waitsFor });
    } catch (error) {
      // the time to decide was over and they went on by themselves: the task still ends
      if (!(error instanceof Conflict)) throw error;
    }
  }
}

function assertFits(kind: TaskKind, { resolution, email, phone, newPeople, reason }: TaskResolution): void {
  const fitting = FITTING[kind];
  if (!fitting) throw new ResolutionInvalid('This task is a conversation. Close it with POST /conversations.');
  const errors: FieldProblem[] = [];
  const wrong = (field: string, message: string) => void errors.push({ field, code: 'required', message });
  if (!fitting.includes(resolution)) wrong('resolution', `resolution must be one of: ${fitting.join(', ')}`);
  else if (resolution === 'corrected' && !email && !phone) wrong('email', 'give the right email or phone');
  else if (resolution === 'found' && !newPeople?.length) wrong('newPeople', 'say whom you found');
  else if (resolution === 'exclude' && !reason) wrong('reason', 'say why the colleagues are left out');
  if (errors.length > 0) throw new ResolutionInvalid('This does not resolve the task.', errors);
}

const SELECT_ENROLMENT = `
SELECT id FROM enrolment WHERE contact_id = $1 AND fix_requested AND ended_at IS NULL ORDER BY id FOR UPDATE`;
