import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Conflict, Invalid, row, rows, Settings, touched, type Actor } from '../../platform/index.js';
import {
  ANY_READY,
  CLAIM,
  COVERED,
  GIVE_BACK,
  HAND_TO_OWNERS,
  NEXT,
  NEXT_WAITING,
  PICK,
  RENEW,
  SNOOZE,
} from './claims.sql.js';
import { Ownerships } from '../ownership/ownerships.js';
import { Task } from '../tasks/task.entity.js';
import { TaskClosed, TaskNotYours, TaskNotFound } from '../tasks/task.errors.js';
import { WORK_SETTINGS } from '../work.settings.js';

const MOST_CLAIMS = 3;

class TooManyClaims extends Conflict {}
class TaskClaimed extends Conflict {}
class TaskNotDue extends Conflict {}
class CampaignPaused extends Conflict {}
class SnoozeInPast extends Invalid {}

interface ReadyTask {
  id: string;
  repId: string | null;
  organizationId: string;
}
interface ClaimedTask extends ReadyTask {
  state: string;
  claimedBy: string | null;
  due: boolean;
  dueAt: Date;
  paused: boolean;
}

interface Claimant {
  /** the claimer, and the reps they cover now */
  mine: string[];
  /** becomes an owner by claiming */
  rep: boolean;
  anyones: boolean;
}

/** Who works on what: a lease that lapses by the wall clock, and a fence that outlives it. */
@Injectable()
export class Claims {
  constructor(
    private readonly settings: Settings,
    private readonly ownerships: Ownerships,
  ) {}

  /** Claims the best ready task that is mine, unowned, or of a rep I cover; undefined only when there is none. */
  async next(manager: EntityManager, actor: Actor): Promise<string | undefined> {
    await this.assertRoom(manager, actor.id);
    const who = { ...(await this.claimant(manager, actor)), anyones: false };
    const others: string[] = [];
    const taken = await this.takeBest(manager, actor.id, who, others);
    if (others.length > 0) await manager.query(HAND_TO_OWNERS, [others]);
    return taken;
  }

  /**
   * Waits for another claim only while it holds no task itself, because two claims would wait for each other. A task
   * that turns out to be another rep's is unlocked at once, named in `others`, and handed over at the end.
   */
  private async takeBest(
    manager: EntityManager,
    actorId: string,
    who: Claimant,
    others: string[],
  ): Promise<string | undefined> {
    await manager.query('SAVEPOINT before_task');
    for (;;) {
      const among = [who.mine, who.rep, others];
      const found =
        (await row<ReadyTask>(manager, NEXT, among)) ??
        ((await row<ReadyTask>(manager, ANY_READY, among)) && (await row<ReadyTask>(manager, NEXT_WAITING, among)));
      if (found && (await this.take(manager, actorId, found, who))) return found.id;
      if (!found && !(await row(manager, ANY_READY, among))) return undefined;
      await manager.query('ROLLBACK TO SAVEPOINT before_task');
      if (found) others.push(found.id);
    }
  }

  /**
   * Claims this task; a manager may claim anybody's. Who holds it already gets it again, renewed and with the same
   * fence.
   */
  async one(manager: EntityManager, actor: Actor, taskId: string): Promise<void> {
    const task = await row<ClaimedTask>(manager, PICK, [taskId]);
    if (!task) throw new TaskNotFound('There is no such task.');
    if (task.state === 'claimed' && task.claimedBy === actor.id) return this.renew(manager, actor.id, taskId);
    if (task.state === 'done' || task.state === 'cancelled') throw new TaskClosed(`This task is ${task.state}.`);
    const who = await this.claimant(manager, actor);
    if (task.repId && !who.mine.includes(task.repId) && !who.anyones) throw notYours();
    if (task.state === 'claimed') throw new TaskClaimed('Somebody works on this task now.');
    if (task.paused) throw new CampaignPaused('The campaign of this task is paused.');
    if (task.state === 'open' && !task.due)
      throw new TaskNotDue('This task is not due yet.', { dueAt: task.dueAt.toISOString() });
    await this.assertRoom(manager, actor.id);
    if (!(await this.take(manager, actor.id, task, who))) throw notYours();
  }

  private async claimant(manager: EntityManager, actor: Actor): Promise<Claimant> {
    return {
      mine: [actor.id, ...(await this.covered(manager, actor.id))],
      rep: actor.roles.includes('rep'),
      anyones: actor.roles.includes('manager'),
    };
  }

  /** False where the task turned out to be another rep's meanwhile. */
  private async take(manager: EntityManager, actorId: string, task: ReadyTask, who: Claimant): Promise<boolean> {
    const owner = task.repId ?? (await this.ownerOfUnowned(manager, actorId, task, who));
    if (owner && !who.mine.includes(owner) && !who.anyones) return false;
    const minutes = await this.settings.get(WORK_SETTINGS.claimMinutes, manager);
    await manager.query(CLAIM, [task.id, actorId, minutes, owner]);
    return true;
  }

  /** The first rep to claim becomes the owner; a slower one waits here and learns who it is. */
  private ownerOfUnowned(
    manager: EntityManager,
    actorId: string,
    task: ReadyTask,
    who: Claimant,
  ): Promise<string | null> {
    return who.rep
      ? this.ownerships.own(manager, task.organizationId, actorId)
      : this.ownerships.ownerOf(manager, task.organizationId);
  }

  async renew(manager: EntityManager, actorId: string, taskId: string): Promise<void> {
    const minutes = await this.settings.get(WORK_SETTINGS.claimMinutes, manager);
    if ((await touched(manager, RENEW, [taskId, actorId, minutes])) === 0) throw await refusal(manager, taskId);
  }

  async giveBack(manager: EntityManager, actorId: string, taskId: string): Promise<void> {
    if ((await touched(manager, GIVE_BACK, [taskId, actorId])) === 0) throw await refusal(manager, taskId);
  }

  async snooze(manager: EntityManager, actorId: string, taskId: string, until: Date, reason: string): Promise<void> {
    const future = await row<{ future: boolean }>(manager, 'SELECT $1::timestamptz > app_now() AS future', [until]);
    if (!future!.future)
      throw new SnoozeInPast('Choose a time in the future.', [
        { field: 'until', code: 'in_past', message: 'until must be in the future' },
      ]);
    if ((await touched(manager, SNOOZE, [taskId, actorId, until, reason])) === 0) throw await refusal(manager, taskId);
  }

  async covered(manager: EntityManager, actorId: string): Promise<string[]> {
    return (await rows<{ userId: string }>(manager, COVERED, [actorId])).map(({ userId }) => userId);
  }

  /** One claim of a rep at a time, so that two clicks cannot both be the third. */
  private async assertRoom(manager: EntityManager, actorId: string): Promise<void> {
    await manager.query("SELECT pg_advisory_xact_lock(hashtextextended('claims ' || $1, 0))", [actorId]);
    const held = await rows(manager, SELECT_TASK, [actorId]);
    if (held.length >= MOST_CLAIMS)
      throw new TooManyClaims(`You hold ${held.length} tasks. Finish or release one first.`, {
        taskIds: held.map((task) => (task as { id: string }).id),
      });
  }
}

const notYours = (): TaskNotYours => new TaskNotYours('This task belongs to another rep.');

async function refusal(manager: EntityManager, taskId: string): Promise<Error> {
  const task = await manager.findOneBy(Task, { id: taskId });
  if (!task) return new TaskNotFound('There is no such task.');
  if (task.state === 'done' || task.state === 'cancelled') return new TaskClosed(`This task is ${task.state}.`);
  if (task.cancelReason)
    return new TaskClosed(`This task ends now: ${task.cancelReason}. Record the conversation, or release it.`);
  return new TaskNotYours('You do not hold this task.');
}

const SELECT_TASK = `
SELECT id FROM task WHERE claimed_by = $1 AND state = 'claimed' AND lease_until > clock_timestamp()`;
