import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager, SelectQueryBuilder } from 'typeorm';
import { ENROLMENT_STATES, ROLES } from '../../../libs/plays/index.js';
import {
  Allow,
  Conflict,
  ForMany,
  Listed,
  ListOfPages,
  Many,
  ManyDone,
  matching,
  OneOf,
  page,
  rows,
  Text,
  Writes,
  type Listing,
  type ListQuery,
  type Page,
  type Write,
} from '../../platform/index.js';
import { Dispatch, DISPATCH_STATES } from '../outbox/dispatch.entity.js';
import { Enrolment } from './enrolment.entity.js';
import { ENROLMENT_REASONS } from './enrolment-transition-table.js';
import { Enrolments, EnrolmentNotFound } from './enrolments.js';
import {
  MessageView,
  EnrolmentEventsView,
  EnrolmentView,
  type EnrolmentEventView,
  type AddressTwins,
  type Names,
  type EnrolmentParty,
} from './enrolment.view.js';
import { Outbox } from '../outbox/outbox.js';

class Exclusion {
  @Text({ max: 500, example: 'Left the company' }) reason: string;
}

class Exclusions extends Many {
  @Text({ max: 500, example: 'Belongs to a competitor' }) reason: string;
}

class EnrolmentEnded extends Conflict {}
class EnrolmentNotFailed extends Conflict {}

class MessageSettlement {
  @OneOf(['sent', 'not_sent'], { description: 'not_sent lets it be sent again' }) result: 'sent' | 'not_sent';
}

const ENROLMENTS: Listing = {
  id: 'e.id',
  defaultSort: 'id',
  sorts: {
    id: { column: 'e.id', kind: 'number', of: (enrolment: Enrolment) => enrolment.id },
    nextActionAt: { column: 'e.nextActionAt', kind: 'instant', of: (enrolment: Enrolment) => enrolment.nextActionAt },
  },
  filters: {
    campaignId: { column: 'e.campaignId', kind: 'id' },
    organizationId: { column: 'e.organizationId', kind: 'id' },
    contactId: { column: 'e.contactId', kind: 'id' },
    state: { column: 'e.state', kind: 'text', values: ENROLMENT_STATES },
    reason: { column: 'e.reason', kind: 'text', values: ENROLMENT_REASONS },
    deferred: { column: 'e.deferred', kind: 'text' },
    wave: { column: 'e.wave', kind: 'number' },
    role: { column: 'e.role', kind: 'text', values: ROLES },
    touches: { column: 'e.touches', kind: 'number' },
    conversed: { column: 'e.conversed', kind: 'flag' },
    holdOut: { column: 'e.holdOut', kind: 'flag' },
    late: { column: 'e.late', kind: 'flag' },
    endedAt: { column: 'e.endedAt', kind: 'instant' },
  },
  search: ['c.name', 'o.name'],
};

const DISPATCHES: Listing = {
  id: 'd.id',
  defaultSort: 'id',
  sorts: { id: { column: 'd.id', kind: 'number', of: (dispatch: Dispatch) => dispatch.id } },
  filters: {
    campaignId: { column: 'd.campaignId', kind: 'id' },
    enrolmentId: { column: 'd.enrolmentId', kind: 'id' },
    state: { column: 'd.state', kind: 'text', values: DISPATCH_STATES },
    errorClass: { column: 'd.errorClass', kind: 'text' },
    senderId: { column: 'd.senderId', kind: 'id' },
    deferred: { column: 'd.deferred', kind: 'text' },
  },
};

@ApiTags('campaigns')
@Controller()
export class EnrolmentsController {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly enrolments: Enrolments,
    private readonly outbox: Outbox,
  ) {}

  @Get('enrolments')
  @Allow('everyone')
  @ListOfPages(ENROLMENTS, EnrolmentView)
  async list(@Listed(ENROLMENTS) query: ListQuery): Promise<Page<EnrolmentView>> {
    const { items, ...rest } = await page(this.found(query.q !== null), ENROLMENTS, query);
    const named = await this.names(items);
    const twins = await this.twins(items);
    return { items: items.map((enrolment) => EnrolmentView.of(enrolment, named(enrolment), twins)), ...rest };
  }

  @Get('enrolments/:id')
  @Allow('everyone')
  @ApiOkResponse({ type: EnrolmentView })
  async get(@Param('id') id: string): Promise<EnrolmentView> {
    const found = await this.source.getRepository(Enrolment).findOneBy({ id });
    if (!found) throw new EnrolmentNotFound('This person is not in the campaign.');
    return EnrolmentView.of(found, (await this.names([found]))(found), await this.twins([found]));
  }

  /** All that happened to one decision maker in one campaign, in order. */
  @Get('enrolments/:id/events')
  @Allow('everyone')
  @ApiOkResponse({ type: EnrolmentEventsView })
  async events(@Param('id') id: string): Promise<EnrolmentEventsView> {
    return {
      items: await rows<EnrolmentEventView>(this.source, EVENTS, [id]),
      nextCursor: null,
    };
  }

  /** Excludes a decision maker, with a reason; the enrolment stays listed with it. */
  @Post('enrolments/:id/exclusion')
  @Allow('sales_ops', 'manager')
  @HttpCode(200)
  exclude(@Param('id') id: string, @Body() body: Exclusion, @Writes() write: Write) {
    return write(async (manager) => {
      if ((await this.enrolments.exclude(manager, [id], body.reason)) === 0)
        throw new EnrolmentEnded('This decision maker has ended already, or does not exist.');
      return { id, state: 'excluded', reason: 'manual' };
    });
  }

  /** A failed enrolment continues, once the cause was repaired. */
  @Post('enrolments/:id/replay')
  @Allow('sales_ops', 'admin')
  @HttpCode(200)
  @ApiOkResponse({ type: EnrolmentView })
  async retry(@Param('id') id: string, @Writes() write: Write): Promise<EnrolmentView> {
    await write(async (manager) => {
      if ((await this.enrolments.retry(manager, [id])) === 0)
        throw new EnrolmentNotFailed(
          'Only a failed enrolment can continue: this one has not failed, or its campaign is over.',
        );
    });
    return this.get(id);
  }

  /** Excludes all that match and have not ended. */
  @Post('enrolments/exclusions')
  @Allow('sales_ops', 'manager')
  @ForMany(ENROLMENTS)
  excludeMany(
    @Listed(ENROLMENTS) query: ListQuery,
    @Body() body: Exclusions,
    @Writes() write: Write,
  ): Promise<ManyDone> {
    return this.toMany(query, body, write, (manager, ids) => this.enrolments.exclude(manager, ids, body.reason));
  }

  /** All that match and failed continue. */
  @Post('enrolments/replays')
  @Allow('sales_ops', 'admin')
  @ForMany(ENROLMENTS)
  retryMany(@Listed(ENROLMENTS) query: ListQuery, @Body() body: Many, @Writes() write: Write): Promise<ManyDone> {
    return this.toMany(query, body, write, (manager, ids) => this.enrolments.retry(manager, ids));
  }

  @Get('messages')
  @Allow('everyone')
  @ListOfPages(DISPATCHES, MessageView)
  async dispatches(@Listed(DISPATCHES) query: ListQuery): Promise<Page<MessageView>> {
    const { items, ...rest } = await page(
      this.source.getRepository(Dispatch).createQueryBuilder('d'),
      DISPATCHES,
      query,
    );
    const named = await this.names(items);
    return { items: items.map((dispatch) => MessageView.of(dispatch, named(dispatch))), ...rest };
  }

  /** Whether this message left is unknown; a person who found out records it. */
  @Put('messages/:id/settlement')
  @Allow('sales_ops')
  @ApiOkResponse({ type: MessageSettlement })
  settle(@Param('id') id: string, @Body() body: MessageSettlement, @Writes() write: Write): Promise<MessageSettlement> {
    return write(async (manager) => {
      await this.outbox.decide(manager, id, body.result, write.actor.id);
      return body;
    });
  }

  private toMany(
    query: ListQuery,
    many: Many,
    write: Write,
    act: (manager: EntityManager, ids: string[]) => Promise<number>,
  ): Promise<ManyDone> {
    return write(async (manager) => {
      const ids = await matching(this.found(query.q !== null, manager), ENROLMENTS, query, many);
      const done = await act(manager, ids);
      return { done, left: ids.length - done };
    });
  }

  /** Names are joined only where they are looked for: the table is large. */
  private found(byName: boolean, manager = this.source.manager): SelectQueryBuilder<Enrolment> {
    const all = manager.getRepository(Enrolment).createQueryBuilder('e');
    return byName
      ? all.innerJoin('contact', 'c', 'c.id = e.contactId').innerJoin('organization', 'o', 'o.id = e.organizationId')
      : all;
  }

  private async twins(of: Enrolment[]): Promise<AddressTwins> {
    const found = await rows<{ id: string; name: string }>(this.source, TWINS, [of.map(({ id }) => id)]);
    return new Map(found.map(({ id, name }) => [id, name]));
  }

  private async names(of: EnrolmentParty[]): Promise<(one: EnrolmentParty) => Names> {
    const found = await rows<{ id: string; name: string }>(this.source, NAMES, [
      of.map(({ contactId }) => contactId),
      of.map(({ organizationId }) => organizationId),
    ]);
    const names = new Map(found.map(({ id, name }) => [id, name]));
    return ({ contactId, organizationId }) => ({
      contact: names.get(contactId)!,
      organization: names.get(organizationId)!,
    });
  }
}

/** $1 enrolments */
const TWINS = `
SELECT d.enrolment_id AS id, c.name
  FROM dispatch d
  JOIN enrolment e ON e.id = d.same_address_as
  JOIN contact c ON c.id = e.contact_id
 WHERE d.enrolment_id = ANY($1::uuid[])
 ORDER BY d.id`;

/** $1 enrolment */
const EVENTS = `
SELECT at, what, step, from_state, to_state, reason, by, detail
  FROM enrolment_event
 WHERE enrolment_id = $1
 ORDER BY at, id
 LIMIT 1000`;

/** $1 contacts, $2 organizations */
const NAMES = `
SELECT id, name FROM contact WHERE id = ANY($1) UNION ALL SELECT id, name FROM organization WHERE id = ANY($2)`;
