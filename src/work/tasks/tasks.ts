import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Disposition } from '../../../libs/plays/index.js';
import { row, rows, touched } from '../../platform/index.js';
import type { RankingReason } from './ranking.js';
import { Task } from './task.entity.js';
import { ClaimLost, DispositionNeeded, TaskClosed, TaskNotYours, TaskNotFound } from './task.errors.js';
import { ADD_WORDS, CANCEL, CANCEL_AT, CLOSE, CLOSED_BEFORE, HOLD, OPEN, RELEASE, WITHDRAW } from './tasks.sql.js';
import type { TaskKind } from './kinds.js';

export interface NewTask {
  kind: TaskKind;
  title: string;
  organizationId: string;
  contactId?: string | null;
  campaignId?: string | null;
  enrolmentId?: string | null;
  stepKey?: string | null;
  attempt?: number;
  /** the text that the task is about */
  words?: string | null;
  /** the outcome that they suggest */
  proposedDisposition?: Disposition | null;
  /** now, where left out */
  dueAt?: Date | null;
  contribution: number;
  why: RankingReason[];
}

export interface ClosedTask {
  id: string;
  kind: TaskKind;
  title: string;
  organizationId: string;
  contactId: string | null;
  campaignId: string | null;
  enrolmentId: string | null;
  stepKey: string | null;
  attempt: number;
  /** who owns the organization; a cover may have done the work */
  repId: string | null;
  disposition: Disposition | null;
  resolution: string | null;
  closedAt: Date;
  /** the same holder closed it before: nothing changed now */
  repeated: boolean;
}

export interface Closing {
  taskId: string;
  fence: number;
  actorId: string;
  disposition: Disposition | null;
  /** how a task ends that is no conversation */
  resolution?: string | null;
}

/** What other rooms do with tasks. */
@Injectable()
export class Tasks {
  /** Opens what is not open yet (see the unique indexes); returns how many were. Hundreds in one statement. */
  async open(manager: EntityManager, tasks: NewTask[]): Promise<number> {
    if (tasks.length === 0) return 0;
    return (await rows(manager, OPEN, [JSON.stringify(tasks)])).length;
  }

  /** Appends to this enrolment's open task of that kind. False where there is none, and a new one is to be opened. */
  async addWords(
    manager: EntityManager,
    enrolmentId: string,
    kind: TaskKind,
    words: string,
    proposedDisposition: Disposition | null = null,
  ): Promise<boolean> {
    return (await touched(manager, ADD_WORDS, [enrolmentId, kind, words, proposedDisposition])) > 0;
  }

  /**
   * Cancels what is not done. A task that a rep holds at this moment stays with the rep: they may be in the
   * conversation, and its record must not be refused; it ends when they close it, release it, or the lease lapses.
   * Returns how many were cancelled.
   */
  async cancel(
    manager: EntityManager,
    of: { enrolmentIds: string[]; campaignId?: string } | { enrolmentIds?: undefined; campaignId: string },
    reason: string,
    kinds: TaskKind[] | null = null,
  ): Promise<number> {
    return touched(manager, CANCEL, [of.enrolmentIds ?? null, of.campaignId ?? null, reason, kinds]);
  }

  /** Ends unclaimed tasks that have expired; the caller moves their enrolments. */
  async withdraw(manager: EntityManager, ids: string[], reason: string): Promise<void> {
    await manager.query(WITHDRAW, [ids, reason]);
  }

  /** Ends tasks that ask an organization for something that has happened. */
  async cancelAt(
    manager: EntityManager,
    { organizationId, campaignId, kind }: { organizationId: string; campaignId: string; kind: TaskKind },
    reason: string,
  ): Promise<void> {
    await manager.query(CANCEL_AT, [organizationId, campaignId, kind, reason]);
  }

  /** Hands out no task of this campaign until release. */
  async hold(manager: EntityManager, campaignId: string): Promise<void> {
    await manager.query(HOLD, [campaignId]);
  }

  async release(manager: EntityManager, campaignId: string): Promise<void> {
    await manager.query(RELEASE, [campaignId]);
  }

  /**
   * The only way to close a task: for the rep who holds it, or held it last where the lease lapsed and no one claimed
   * it since. Closing again with the same fence returns what it was.
   * @throws TaskNotFound, TaskNotYours, TaskClosed, ClaimLost, DispositionNeeded
   */
  async close(manager: EntityManager, closing: Closing): Promise<ClosedTask> {
    const { taskId, fence, actorId, disposition, resolution = null } = closing;
    const closed = await row<Omit<ClosedTask, 'repeated'>>(manager, CLOSE, [
      taskId,
      fence,
      actorId,
      disposition,
      resolution,
    ]);
    if (closed) return { ...closed, repeated: false };
    const before = await row<Omit<ClosedTask, 'repeated'>>(manager, CLOSED_BEFORE, [taskId, fence, actorId]);
    if (before) return { ...before, repeated: true };
    throw refusal(await manager.findOneBy(Task, { id: taskId }), closing);
  }
}

function refusal(task: Task | null, { fence, actorId }: Closing): Error {
  if (!task) return new TaskNotFound('There is no such task.');
  if (task.state === 'done') return new TaskClosed('This task was closed already.');
  if (task.state === 'cancelled') return new TaskClosed(`This task was cancelled: ${task.cancelReason}.`);
  if (task.claimedBy === actorId && task.fence === fence && task.state !== 'snoozed')
    return new DispositionNeeded('Say how it went: this task is closed with a disposition.', [
      { field: 'disposition', code: 'required', message: 'a disposition is needed' },
    ]);
  if (fence > 0 && fence < task.fence)
    return new ClaimLost('Your claim lapsed and the task was claimed again since. Nothing was recorded.');
  return new TaskNotYours('You do not hold this task. Claim it first.');
}
