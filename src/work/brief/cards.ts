import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { row, rows, type Actor } from '../../platform/index.js';
import { CARD, NAMES } from './cards.sql.js';
import { Claims } from '../claims/claims.js';
import { Task } from '../tasks/task.entity.js';
import { TaskNotYours, TaskNotFound } from '../tasks/task.errors.js';
import { TaskCard, TaskView, type CardFacts, type TaskNames, type TaskRow } from '../tasks/task.view.js';

/** A user who is only a rep sees their own work; every other role may read all of it. */
export const seesOnlyOwn = ({ roles }: Actor): boolean => roles.every((role) => role === 'rep');

@Injectable()
export class Cards {
  constructor(private readonly claims: Claims) {}

  async get(manager: EntityManager, taskId: string): Promise<TaskCard> {
    const task = await manager.findOneBy(Task, { id: taskId });
    if (!task) throw new TaskNotFound('There is no such task.');
    const facts = await row<CardFacts>(manager, CARD, [taskId]);
    return { ...TaskView.of(task), ...facts! };
  }

  async rows(manager: EntityManager, tasks: Task[]): Promise<TaskRow[]> {
    const found = await rows<TaskNames>(manager, NAMES, [tasks.map(({ id }) => id)]);
    const names = new Map(found.map((each) => [each.id, each]));
    return tasks.map((task) => ({ ...TaskView.of(task), ...names.get(task.id)! }));
  }

  /** The card, where this person may read it. */
  async show(manager: EntityManager, taskId: string, actor: Actor): Promise<TaskCard> {
    await this.assertMayRead(manager, taskId, actor);
    return this.get(manager, taskId);
  }

  /** @throws TaskNotFound, TaskNotYours: what belongs to a task is read by those who may read the task */
  async assertMayRead(manager: EntityManager, taskId: string, actor: Actor): Promise<void> {
    const task = await manager.findOneBy(Task, { id: taskId });
    if (!task) throw new TaskNotFound('There is no such task.');
    const { repId, claimedBy, closedBy } = task;
    if (!seesOnlyOwn(actor) || repId === null || [repId, claimedBy, closedBy].includes(actor.id)) return;
    if ((await this.claims.covered(manager, actor.id)).includes(repId)) return;
    throw new TaskNotYours('This task belongs to another rep.');
  }
}
