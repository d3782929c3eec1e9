import { Body, Controller, Delete, Get, HttpCode, Param, Post, Req } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { OBJECTIONS, ROLES, type Objection, type Role } from '../../../libs/plays/index.js';
import {
  Allow,
  Id,
  Listed,
  ListOfPages,
  OneOf,
  page,
  Text,
  Writes,
  type ActorRequest,
  type Listing,
  type ListQuery,
  type Page,
  type Write,
} from '../../platform/index.js';
import { Lesson } from './lesson.entity.js';
import { FittingLessons, LessonView } from './lesson.view.js';
import { Lessons } from './lessons.js';

const MAY_BE_ANY = { optional: true, nullable: true };

class NewLesson {
  @Text({ lines: true, min: 3, max: 1000, example: 'Ask how often they count before saying anything about stock.' })
  text: string;
  @Id({ optional: true, description: 'the task that taught it: gives role, industry and version where left out' })
  taskId?: string;
  @OneOf(ROLES, { ...MAY_BE_ANY, description: 'null: any role' }) role?: Role | null;
  @Text({ ...MAY_BE_ANY, description: 'null: any industry', example: 'Food retail' }) industry?: string | null;
  @OneOf(OBJECTIONS, MAY_BE_ANY) objection?: Objection | null;
  @Id({ optional: true }) versionId?: string;
}

class NewMark {
  @Id({ description: 'the task in which it helped' }) taskId: string;
}

const LESSONS: Listing = {
  id: 'l.id',
  defaultSort: '-createdAt',
  sorts: {
    createdAt: { column: 'l.createdAt', kind: 'instant', of: (lesson: Lesson) => lesson.createdAt },
    helped: { column: 'l.helped', kind: 'number', of: (lesson: Lesson) => lesson.helped },
  },
  filters: {
    role: { column: 'l.role', kind: 'text', values: ROLES },
    industry: { column: 'l.industry', kind: 'text' },
    objection: { column: 'l.objection', kind: 'text', values: OBJECTIONS },
    versionId: { column: 'l.versionId', kind: 'id' },
    campaignId: { column: 'l.campaignId', kind: 'id' },
    taskId: { column: 'l.taskId', kind: 'id' },
    authorId: { column: 'l.authorId', kind: 'id' },
    helped: { column: 'l.helped', kind: 'number' },
    createdAt: { column: 'l.createdAt', kind: 'instant' },
  },
  search: ['l.text', 'l.industry'],
};

@ApiTags('feedback')
@Controller()
export class LessonsController {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly lessons: Lessons,
  ) {}

  @Get('lessons')
  @Allow('everyone')
  @ListOfPages(LESSONS, LessonView)
  async list(@Listed(LESSONS) query: ListQuery): Promise<Page<LessonView>> {
    const { items, ...rest } = await page(this.source.getRepository(Lesson).createQueryBuilder('l'), LESSONS, query);
    return { items: await this.lessons.views(this.source.manager, items), ...rest };
  }

  @Post('lessons')
  @Allow('rep', 'manager', 'sales_ops', 'executive')
  @ApiCreatedResponse({ type: LessonView })
  write(@Body() body: NewLesson, @Writes() write: Write): Promise<LessonView> {
    return write((manager) => this.lessons.write(manager, body, write.actor));
  }

  @Get('lessons/:id')
  @Allow('everyone')
  @ApiOkResponse({ type: LessonView })
  get(@Param('id') id: string): Promise<LessonView> {
    return this.lessons.get(this.source.manager, id);
  }

  /** Says that it helped in this task; counted once a task. */
  @Post('lessons/:id/marks')
  @Allow('rep', 'manager')
  @HttpCode(200)
  @ApiOkResponse({ type: LessonView })
  mark(@Param('id') id: string, @Body() { taskId }: NewMark, @Writes() write: Write): Promise<LessonView> {
    return write((manager) => this.lessons.mark(manager, id, taskId, write.actor));
  }

  /** For who wrote it, managers and sales ops. */
  @Delete('lessons/:id')
  @Allow('rep', 'manager', 'sales_ops', 'executive')
  @HttpCode(204)
  @ApiNoContentResponse()
  remove(@Param('id') id: string, @Writes() write: Write): Promise<void> {
    return write((manager) => this.lessons.remove(manager, id, write.actor));
  }

  /**
   * What worked elsewhere and may work here: the same proposition, role, industry, or an objection raised at this
   * organization.
   */
  @Get('tasks/:id/lessons')
  @Allow('everyone')
  @ApiOkResponse({ type: FittingLessons })
  async fitting(@Param('id') id: string, @Req() { actor }: ActorRequest): Promise<FittingLessons> {
    return { items: await this.lessons.fitting(this.source.manager, id, actor!) };
  }
}
