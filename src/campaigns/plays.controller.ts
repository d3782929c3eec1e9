import { Body, Controller, Get, Param, Patch, Post, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FastifyReply } from 'fastify';
import type { DataSource, EntityManager } from 'typeorm';
import { checkPlay, type Step } from '../../libs/plays/index.js';
import {
  Allow,
  assertRevision,
  Day,
  Id,
  IfMatch,
  Instant,
  Listed,
  ListOfPages,
  OneOf,
  page,
  Text,
  Whole,
  withRevision,
  Writes,
  type FieldProblem,
  type Listing,
  type ListQuery,
  type Page,
  type Write,
} from '../platform/index.js';
import { PlayInvalid, PlayUnknown } from './campaigns.errors.js';
import { PlayRow, PURPOSES } from './play.entity.js';
import { StepsField } from './steps.field.js';
import { templateProblems } from './templates.js';

class NewPlay {
  @Text({ example: 'Introduce VMI' }) name: string;
  @OneOf(PURPOSES, { optional: true }) purpose?: PlayRow['purpose'];
  @StepsField() steps: Step[];
  @Day({ optional: true, description: 'when somebody looks whether it still works' }) reviewOn?: string;
}

class PlayChange {
  @Text({ optional: true }) name?: string;
  @OneOf(PURPOSES, { optional: true }) purpose?: PlayRow['purpose'];
  @StepsField({ optional: true }) steps?: Step[];
  @Day({ optional: true }) reviewOn?: string;
}

class PlayView {
  @Id() id: string;
  @Text() name: string;
  @OneOf(PURPOSES) purpose: PlayRow['purpose'];
  @StepsField() steps: Step[];
  @Day({ nullable: true }) reviewOn: string | null;
  @Whole() revision: number;
  @Instant() createdAt: Date;

  static of({ id, name, purpose, steps, reviewOn, revision, createdAt }: PlayRow): PlayView {
    return { id, name, purpose, steps, reviewOn, revision, createdAt };
  }
}

const PLAYS: Listing = {
  id: 'p.id',
  defaultSort: 'name',
  sorts: {
    name: { column: 'p.name', kind: 'text', of: (play: PlayRow) => play.name },
    createdAt: { column: 'p.createdAt', kind: 'instant', of: (play: PlayRow) => play.createdAt },
  },
  filters: { purpose: { column: 'p.purpose', kind: 'text', values: PURPOSES } },
  search: ['p.name'],
};

@ApiTags('campaigns')
@Controller('plays')
export class PlaysController {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  @Get()
  @Allow('everyone')
  @ListOfPages(PLAYS, PlayView)
  async list(@Listed(PLAYS) query: ListQuery): Promise<Page<PlayView>> {
    const { items, ...rest } = await page(
      this.source.getRepository(PlayRow).createQueryBuilder('p').where('p.archivedAt IS NULL'),
      PLAYS,
      query,
    );
    return { items: items.map((play) => PlayView.of(play)), ...rest };
  }

  /** Every step is checked, and every template rendered once: an unknown variable is named here, not in a buyer's mailbox. */
  @Post()
  @Allow('sales_ops', 'executive')
  @ApiCreatedResponse({ type: PlayView })
  create(@Body() body: NewPlay, @Writes() write: Write): Promise<PlayView> {
    return write(async (manager) => {
      const { identifiers } = await manager.insert(PlayRow, {
        ...body,
        steps: await readSteps(body.steps),
        createdBy: write.actor.id,
      });
      return PlayView.of(await this.find(identifiers[0]!.id as string, manager));
    });
  }

  @Get(':id')
  @Allow('everyone')
  @ApiOkResponse({ type: PlayView })
  async get(@Param('id') id: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<PlayView> {
    return withRevision(reply, PlayView.of(await this.find(id)));
  }

  /** Campaigns under way keep the steps they were launched with. */
  @Patch(':id')
  @Allow('sales_ops', 'executive')
  @ApiOkResponse({ type: PlayView })
  change(
    @Param('id') id: string,
    @IfMatch() read: number,
    @Body() body: PlayChange,
    @Writes() write: Write,
  ): Promise<PlayView> {
    return write(async (manager) => {
      const play = await manager.findOne(PlayRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!play) throw new PlayUnknown('There is no such play.');
      assertRevision(play, read);
      await manager.update(
        PlayRow,
        { id },
        {
          ...body,
          ...(body.steps ? { steps: await readSteps(body.steps) } : {}),
          revision: read + 1,
          updatedAt: () => 'app_now()',
        },
      );
      return PlayView.of(await this.find(id, manager));
    });
  }

  private async find(id: string, manager: EntityManager = this.source.manager): Promise<PlayRow> {
    const play = await manager.findOneBy(PlayRow, { id });
    if (!play) throw new PlayUnknown('There is no such play.');
    return play;
  }
}

async function readSteps(steps: unknown): Promise<Step[]> {
  const checked = checkPlay({ steps });
  const errors: FieldProblem[] =
    'problems' in checked
      ? checked.problems.map(({ path, code, message }) => ({ field: path, code, message }))
      : await templateProblems(checked.play.steps);
  if (errors.length > 0) throw new PlayInvalid('The play is not right yet.', errors);
  return (checked as { play: { steps: Step[] } }).play.steps;
}
