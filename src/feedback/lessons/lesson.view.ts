import { OBJECTIONS, ROLES } from '../../../libs/plays/index.js';
import { Id, Instant, ListOf, OneOf, SomeOf, Text, Whole } from '../../platform/index.js';
import type { Lesson } from './lesson.entity.js';

const NULLABLE = { nullable: true };
export const MATCHES = ['proposition', 'role', 'industry', 'objection'] as const;

export interface LessonNames {
  id: string;
  author: string;
  proposition: string | null;
  conversationId: string | null;
}

export class LessonView {
  @Id() id: string;
  @Text({ lines: true, example: 'Ask how often they count before saying anything about stock.' }) text: string;
  @OneOf(ROLES, { ...NULLABLE, description: 'null: any role' }) role: string | null;
  @Text({ ...NULLABLE, description: 'null: any industry', example: 'Food retail' }) industry: string | null;
  @OneOf(OBJECTIONS, { ...NULLABLE, description: 'null: no objection' }) objection: string | null;
  @Id(NULLABLE) versionId: string | null;
  @Id(NULLABLE) campaignId: string | null;
  @Text({ ...NULLABLE, example: 'Vendor Managed Inventory' }) proposition: string | null;
  @Id({ ...NULLABLE, description: 'the task that taught it' }) taskId: string | null;
  @Id({ ...NULLABLE, description: 'the record of that talk' }) conversationId: string | null;
  @Id() authorId: string;
  @Text({ example: 'Nancy Davolio' }) author: string;
  @Whole({ description: 'tasks in which a rep marked it as helpful' }) helped: number;
  @Instant() createdAt: Date;

  static of(lesson: Lesson, { author, proposition, conversationId }: LessonNames): LessonView {
    return { ...lesson, author, proposition, conversationId };
  }
}

export class FittingLesson extends LessonView {
  @SomeOf(MATCHES, { description: 'in what it is like this task' }) matches: string[];
}

export class FittingLessons {
  @ListOf(() => FittingLesson, { description: 'the most alike first' }) items: FittingLesson[];
}
