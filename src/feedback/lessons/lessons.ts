import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Objection, Role } from '../../../libs/plays/index.js';
import { Forbidden, NotFound, row, rows, type Actor } from '../../platform/index.js';
import { Cards, TaskNotFound } from '../../work/index.js';
import { Lesson } from './lesson.entity.js';
import { LessonView, type FittingLesson, type LessonNames } from './lesson.view.js';
import { FITTING, MARK, NAMES, SUBJECT } from './lessons.sql.js';

class LessonNotFound extends NotFound {}
class LessonOfAnother extends Forbidden {}

export interface NewLessonFacts {
  text: string;
  /** the task that taught it: fills in what is left out */
  taskId?: string;
  role?: Role | null;
  industry?: string | null;
  objection?: Objection | null;
  versionId?: string;
}

interface Subject {
  role: Role | null;
  industry: string | null;
  campaignId: string | null;
  versionId: string | null;
}

/** What reps learn from one another (004-10: in the flow, on the next task that is alike). */
@Injectable()
export class Lessons {
  constructor(private readonly cards: Cards) {}

  async write(manager: EntityManager, facts: NewLessonFacts, actor: Actor): Promise<LessonView> {
    const { text, taskId = null, objection = null } = facts;
    const subject = taskId ? await this.subject(manager, taskId, actor) : null;
    const { identifiers } = await manager.insert(Lesson, {
      text,
      taskId,
      objection,
      role: facts.role === undefined ? (subject?.role ?? null) : facts.role,
      industry: facts.industry === undefined ? (subject?.industry ?? null) : facts.industry || null,
      versionId: facts.versionId ?? subject?.versionId ?? null,
      campaignId: subject?.campaignId ?? null,
      authorId: actor.id,
    });
    return this.get(manager, identifiers[0]!.id as string);
  }

  async get(manager: EntityManager, id: string): Promise<LessonView> {
    const lesson = await manager.findOneBy(Lesson, { id });
    if (!lesson) throw new LessonNotFound('There is no such lesson.');
    return (await this.views(manager, [lesson]))[0]!;
  }

  async views(manager: EntityManager, lessons: Lesson[]): Promise<LessonView[]> {
    const found = await rows<LessonNames>(manager, NAMES, [lessons.map(({ id }) => id)]);
    const names = new Map(found.map((each) => [each.id, each]));
    return lessons.map((lesson) => LessonView.of(lesson, names.get(lesson.id)!));
  }

  /** What may help in this task, the most alike first. */
  async fitting(manager: EntityManager, taskId: string, actor: Actor): Promise<FittingLesson[]> {
    const { versionId, role, industry } = await this.subject(manager, taskId, actor);
    const fits = await rows<{ id: string; matches: string[] }>(manager, FITTING, [versionId, role, industry, taskId]);
    if (fits.length === 0) return [];
    const lessons = await manager.findBy(
      Lesson,
      fits.map(({ id }) => ({ id })),
    );
    const views = new Map((await this.views(manager, lessons)).map((view) => [view.id, view]));
    return fits.flatMap(({ id, matches }) => (views.has(id) ? [{ ...views.get(id)!, matches }] : []));
  }

  async mark(manager: EntityManager, id: string, taskId: string, actor: Actor): Promise<LessonView> {
    await this.get(manager, id);
    await this.subject(manager, taskId, actor);
    await manager.query(MARK, [id, taskId, actor.id]);
    return this.get(manager, id);
  }

  /** By who wrote it, or who leads. */
  async remove(manager: EntityManager, id: string, actor: Actor): Promise<void> {
    const { authorId } = await this.get(manager, id);
    if (authorId !== actor.id && !actor.roles.some((role) => role === 'manager' || role === 'sales_ops'))
      throw new LessonOfAnother('Only who wrote a lesson, a manager or sales ops may remove it.');
    await manager.delete(Lesson, { id });
  }

  private async subject(manager: EntityManager, taskId: string, actor: Actor): Promise<Subject> {
    await this.cards.assertMayRead(manager, taskId, actor);
    const subject = await row<Subject>(manager, SUBJECT, [taskId]);
    if (!subject) throw new TaskNotFound('There is no such task.');
    return subject;
  }
}
