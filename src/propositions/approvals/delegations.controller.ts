import { Body, Controller, Delete, Get, HttpCode, Param, Post, Req } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiTags } from '@nestjs/swagger';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import {
  Allow,
  Clock,
  Id,
  Instant,
  Invalid,
  Listed,
  ListOfPages,
  NotFound,
  page,
  Text,
  Writes,
  type Actor,
  type ActorRequest,
  type FieldProblem,
  type Listing,
  type ListQuery,
  type Page,
  type Write,
} from '../../platform/index.js';
import { Delegation } from './delegation.entity.js';
import { activeUser, isOnlyRep } from '../seniority.js';

class DelegationInvalid extends Invalid {}
class DelegationNotFound extends NotFound {}

class NewDelegation {
  @Id() toUser: string;
  @Instant({ optional: true, description: 'left out: from now' }) startsAt?: Date;
  @Instant() endsAt: Date;
  @Text({ optional: true, nullable: true, max: 500, example: 'On leave.' }) reason?: string | null;
}

class DelegationView {
  @Id() id: string;
  @Id() fromUser: string;
  @Id() toUser: string;
  @Instant() startsAt: Date;
  @Instant() endsAt: Date;
  @Text({ nullable: true }) reason: string | null;
  @Instant() createdAt: Date;

  static of(delegation: Delegation): DelegationView {
    return { ...delegation };
  }
}

const DELEGATIONS: Listing = {
  id: 'd.id',
  defaultSort: '-endsAt',
  sorts: { endsAt: { column: 'd.endsAt', kind: 'instant', of: (delegation: Delegation) => delegation.endsAt } },
  filters: {
    fromUser: { column: 'd.fromUser', kind: 'id' },
    toUser: { column: 'd.toUser', kind: 'id' },
    active: { column: '(d.startsAt <= app_now() AND d.endsAt > app_now())', kind: 'flag' },
  },
};

@ApiTags('propositions')
@Controller('delegations')
export class DelegationsController {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Those that I gave and those that I hold. */
  @Get()
  @Allow('everyone')
  @ListOfPages(DELEGATIONS, DelegationView)
  list(@Listed(DELEGATIONS) query: ListQuery, @Req() request: ActorRequest): Promise<Page<DelegationView>> {
    const qb = this.source
      .getRepository(Delegation)
      .createQueryBuilder('d')
      .where('(d.fromUser = :me OR d.toUser = :me)', { me: request.actor!.id });
    return page(qb, DELEGATIONS, query);
  }

  /** Lets another user decide on versions in my place, for a time. Their decision is recorded as made on my behalf. */
  @Post()
  @Allow('executive')
  @ApiCreatedResponse({ type: DelegationView })
  give(@Body() body: NewDelegation, @Writes() write: Write): Promise<DelegationView> {
    return write(async (manager) => {
      const now = await this.clock.now(manager);
      const facts = { startsAt: now, reason: null, ...body, fromUser: write.actor.id };
      await this.check(manager, write.actor, facts, now);
      const { identifiers } = await manager.insert(Delegation, facts);
      return DelegationView.of(await manager.findOneByOrFail(Delegation, { id: identifiers[0]!.id as string }));
    });
  }

  private async check(
    manager: EntityManager,
    actor: Actor,
    { toUser, startsAt, endsAt }: Pick<Delegation, 'toUser' | 'startsAt' | 'endsAt'>,
    now: Date,
  ): Promise<void> {
    const errors: FieldProblem[] = [];
    const wrong = (field: string, message: string) => void errors.push({ field, code: 'invalid', message });
    const user = await activeUser(manager, toUser, 'toUser');
    if (toUser === actor.id) wrong('toUser', 'name another user');
    if (isOnlyRep(user)) wrong('toUser', 'a rep comments and suggests; name a user who may decide');
    if (endsAt <= startsAt) wrong('endsAt', 'endsAt must lie after startsAt');
    if (endsAt <= now) wrong('endsAt', 'endsAt must lie in the future');
    if (errors.length > 0) throw new DelegationInvalid('This cannot be delegated like that.', errors);
  }

  @Delete(':id')
  @Allow('executive')
  @HttpCode(204)
  @ApiNoContentResponse()
  end(@Param('id') id: string, @Writes() write: Write): Promise<void> {
    return write(async (manager) => {
      const { affected } = await manager.delete(Delegation, { id, fromUser: write.actor.id });
      if (!affected) throw new DelegationNotFound('You gave no such delegation.');
    });
  }
}
