import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiTags } from '@nestjs/swagger';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import {
  Allow,
  Forbidden,
  Id,
  Instant,
  Invalid,
  Listed,
  ListOfPages,
  page,
  Text,
  Writes,
  type Listing,
  type ListQuery,
  type Page,
  type Write,
} from '../../platform/index.js';
import { Absence } from './absence.entity.js';
import { Ownerships } from './ownerships.js';

class AbsenceInvalid extends Invalid {}
class AbsenceOfAnother extends Forbidden {}

class NewAbsence {
  @Id({ optional: true, description: 'left out: you' }) userId?: string;
  @Id({ description: 'a rep, who gets the queue meanwhile' }) coverId: string;
  @Instant() startsAt: Date;
  @Instant() endsAt: Date;
  @Text({ optional: true, example: 'holiday' }) reason?: string;
}

class AbsenceView {
  @Id() id: string;
  @Id() userId: string;
  @Id() coverId: string;
  @Instant() startsAt: Date;
  @Instant() endsAt: Date;
  @Text({ nullable: true }) reason: string | null;
}

const ABSENCES: Listing = {
  id: 'a.id',
  defaultSort: '-startsAt',
  sorts: {
    startsAt: { column: 'a.startsAt', kind: 'instant', of: (absence: Absence) => absence.startsAt },
    endsAt: { column: 'a.endsAt', kind: 'instant', of: (absence: Absence) => absence.endsAt },
  },
  filters: {
    userId: { column: 'a.userId', kind: 'id' },
    coverId: { column: 'a.coverId', kind: 'id' },
    startsAt: { column: 'a.startsAt', kind: 'instant' },
    endsAt: { column: 'a.endsAt', kind: 'instant' },
  },
};

@ApiTags('work')
@Controller('absences')
export class AbsencesController {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly ownerships: Ownerships,
  ) {}

  @Get()
  @Allow('everyone')
  @ListOfPages(ABSENCES, AbsenceView)
  list(@Listed(ABSENCES) query: ListQuery): Promise<Page<AbsenceView>> {
    return page(this.source.getRepository(Absence).createQueryBuilder('a'), ABSENCES, query);
  }

  /** Leave with a cover: the cover is handed the work, the owner keeps the organizations. */
  @Post()
  @Allow('rep', 'manager', 'sales_ops', 'admin')
  @ApiCreatedResponse({ type: AbsenceView })
  create(@Body() { userId, ...body }: NewAbsence, @Writes() write: Write): Promise<AbsenceView> {
    const who = userId ?? write.actor.id;
    if (who !== write.actor.id && write.actor.roles.every((role) => role === 'rep' || role === 'executive'))
      throw new AbsenceOfAnother('Only a manager or sales ops can enter another user’s absence.');
    if (who === body.coverId) throw wrong('coverId', 'Nobody covers for himself: name a colleague.');
    if (body.endsAt <= body.startsAt) throw wrong('endsAt', 'An absence ends after it starts.');
    return write(async (manager) => {
      await this.ownerships.assertRep(manager, body.coverId);
      const { identifiers } = await manager.insert(Absence, { ...body, userId: who, reason: body.reason ?? null });
      return manager.findOneByOrFail(Absence, { id: identifiers[0]!.id as string });
    });
  }
}

function wrong(field: string, message: string): AbsenceInvalid {
  return new AbsenceInvalid(message, [{ field, code: 'invalid', message }]);
}
