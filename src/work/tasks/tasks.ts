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
  /** what somebody wrote that the task is about */
  words?: string | null;
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

  /** Adds to what stands on this member's open task of that kind. False where there is none, and a new one is to be opened. */
  async addWords(manager: EntityManager, enrolmentId: string, kind: TaskKind, words: string): Promise<boolean> {
    return (await touched(manager, ADD_WORDS, [enrolmentId, kind, words])) > 0;
  }

  /**
   * Ends what is not done. A task that a rep holds at this moment stays his: he may be talking, and what was said must
   * not be refused; it ends when he closes it, gives it back, or his lease lapses. Returns how many were touched.
   */
  async cancel(
    manager: EntityManager,
    of: { enrolmentIds: string[]; campaignId?: string } | { enrolmentIds?: undefined; campaignId: string },
    reason: string,
    kinds: TaskKind[] | null = null,
  ): Promise<number> {
    return touched(manager, CANCEL, [of.enrolmentIds ?? null, of.campaignId ?? null, reason, kinds]);
  }

  /** Ends tasks that nobody holds and whose time has gone; their members are the caller's to move on. */
  async withdraw(manager: EntityManager, ids: string[], reason: string): Promise<void> {
    await manager.query(WITHDRAW, [ids, reason]);
  }

  /** Ends what asks a house for something that has come about. */
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
   * The only door that closes a task: for who holds it, or held it last where the lease lapsed and nobody claimed it since.
   * Closing again with the same fence returns what it was.
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
