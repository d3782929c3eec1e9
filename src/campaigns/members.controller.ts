import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, SelectQueryBuilder } from 'typeorm';
import { ENROLMENT_STATES, FINISH_REASONS, PAUSE_REASONS, ROLES } from '../../libs/plays/index.js';
import {
  Allow,
  Flag,
  Id,
  Instant,
  Json,
  Listed,
  ListOf,
  ListOfPages,
  OneOf,
  page,
  rows,
  Text,
  Whole,
  Writes,
  type Listing,
  type ListQuery,
  type Page,
  type Write,
} from '../platform/index.js';
import { Dispatch, DISPATCH_STATES } from './dispatch.entity.js';
import { Enrolment } from './enrolment.entity.js';
import { Enrolments, EnrolmentUnknown } from './enrolments.js';
import { Outbox } from './outbox.js';

type Whose = Pick<Enrolment, 'contactId' | 'organizationId'>;
type Names = { contact: string; organization: string };

class EnrolmentView {
  @Id() id: string;
  @Id() campaignId: string;
  @Id() contactId: string;
  @Text({ example: 'Maria Anders' }) contact: string;
  @Id() organizationId: string;
  @Text({ example: 'Alfreds Futterkiste' }) organization: string;
  @OneOf(ROLES) role: string;
  @Whole() wave: number;
  @Flag() holdOut: boolean;
  @Flag() late: boolean;
  @OneOf(ENROLMENT_STATES) state: string;
  @Text({ nullable: true, example: 'not_before' }) reason: string | null;
  @Text({ nullable: true }) step: string | null;
  @OneOf(['due', 'in_flight', 'done']) stepState: string;
  @Whole() attempts: number;
  @Whole() touches: number;
  @Flag() conversed: boolean;
  @Text({ example: 'curious' }) interest: string;
  @Text({ nullable: true }) lastDisposition: string | null;
  @Instant({ nullable: true }) nextActionAt: Date | null;
  @Text({ nullable: true, description: 'why it was put off the last time', example: 'quiet_hours' }) deferred:
    | string
    | null;
  @Text({ nullable: true }) error: string | null;
  @Instant() enrolledAt: Date;
  @Instant({ nullable: true }) endedAt: Date | null;

  static of(
    { shard: _shard, fixRequested: _fix, firstTouchAt: _touch, stepDoneAt: _done, ...view }: Enrolment,
    names: Names,
  ): EnrolmentView {
    return { ...view, ...names };
  }
}

class DispatchView {
  @Id() id: string;
  @Id() enrolmentId: string;
  @Id() campaignId: string;
  @Id() contactId: string;
  @Text() contact: string;
  @Id() organizationId: string;
  @Text() organization: string;
  @Text() stepKey: string;
  @OneOf(DISPATCH_STATES) state: string;
  @Id({ nullable: true, description: 'null: the house’s own mail server' }) senderId: string | null;
  @Text({ nullable: true, description: 'null until it was first taken up' }) messageId: string | null;
  @Text({ nullable: true, example: 'domain_pace', description: 'why it waits' }) deferred: string | null;
  @Text({ nullable: true }) recipient: string | null;
  @Whole() attempts: number;
  @Text({ nullable: true, example: 'deferred' }) errorClass: string | null;
  @Text({ nullable: true, description: 'the provider’s own words' }) response: string | null;
  @OneOf(['hard', 'soft', 'policy'], { nullable: true, description: 'of the last mail that came back about it' })
  bounceClass: string | null;
  @Text({ nullable: true, example: 'mailboxfull' }) bounceReason: string | null;
  @Text({ nullable: true }) bounceWords: string | null;
  @Instant({ nullable: true }) bouncedAt: Date | null;
  @Instant() queuedAt: Date;
  @Instant({ nullable: true }) sentAt: Date | null;
  @Instant({ nullable: true }) settledAt: Date | null;
  @Instant({ nullable: true }) complainedAt: Date | null;

  static of(
    { ownerKey: _key, nextAttemptAt: _next, sendingAt: _sending, settledBy: _by, laneEpoch: _epoch, ...view }: Dispatch,
    names: Names,
  ): DispatchView {
    return { ...view, ...names };
  }
}

class EnrolmentEventView {
  @Instant() at: Date;
  @Text({ example: 'sent' }) what: string;
  @Text({ nullable: true, example: 'intro' }) step: string | null;
  @Json({ nullable: true }) detail: Record<string, unknown> | null;
}

class EnrolmentEventsView {
  @ListOf(() => EnrolmentEventView) items: EnrolmentEventView[];
  @Text({ nullable: true }) nextCursor: null;
}

class Exclusion {
  @Text({ max: 500, example: 'Left the company' }) reason: string;
}

class UnknownVerdict {
  @OneOf(['sent', 'not_sent'], { description: 'not_sent lets it be sent again' }) verdict: 'sent' | 'not_sent';
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
    reason: {
      column: 'e.reason',
      kind: 'text',
      values: [
        ...PAUSE_REASONS,
        ...FINISH_REASONS,
        'suppressed',
        'erased',
        'campaign_aborted',
        'poison',
        'unknown_dispatch',
        'contacts_us',
      ],
    },
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
export class MembersController {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly enrolments: Enrolments,
    private readonly outbox: Outbox,
  ) {}

  @Get('enrolments')
  @Allow('everyone')
  @ListOfPages(ENROLMENTS, EnrolmentView)
  async list(@Listed(ENROLMENTS) query: ListQuery): Promise<Page<EnrolmentView>> {
    const { items, ...rest } = await page(this.members(query.q !== null), ENROLMENTS, query);
    const named = await this.names(items);
    return { items: items.map((enrolment) => EnrolmentView.of(enrolment, named(enrolment))), ...rest };
  }

  @Get('enrolments/:id')
  @Allow('everyone')
  @ApiOkResponse({ type: EnrolmentView })
  async get(@Param('id') id: string): Promise<EnrolmentView> {
    const found = await this.source.getRepository(Enrolment).findOneBy({ id });
    if (!found) throw new EnrolmentUnknown('This person is not in the campaign.');
    return EnrolmentView.of(found, (await this.names([found]))(found));
  }

  /** All that happened to one decision maker in one campaign, in order. */
  @Get('enrolments/:id/events')
  @Allow('everyone')
  @ApiOkResponse({ type: EnrolmentEventsView })
  async events(@Param('id') id: string): Promise<EnrolmentEventsView> {
    return {
      items: await rows<EnrolmentEventView>(
        this.source,
        'SELECT at, what, step, detail FROM enrolment_event WHERE enrolment_id = $1 ORDER BY id LIMIT 1000',
        [id],
      ),
      nextCursor: null,
    };
  }

  /** Takes somebody out, with a reason; they stay listed with it. */
  @Post('enrolments/:id/exclusion')
  @Allow('sales_ops', 'manager')
  @HttpCode(200)
  exclude(@Param('id') id: string, @Body() body: Exclusion, @Writes() write: Write) {
    return write(async (manager) => {
      await this.enrolments.exclude(manager, id, body.reason);
      return { id, state: 'excluded', reason: 'manual' };
    });
  }

  /** A member that failed goes on, once somebody mended what it failed by. */
  @Post('enrolments/:id/replay')
  @Allow('sales_ops', 'admin')
  @HttpCode(200)
  @ApiOkResponse({ type: EnrolmentView })
  async retry(@Param('id') id: string, @Writes() write: Write): Promise<EnrolmentView> {
    await write((manager) => this.enrolments.retry(manager, id));
    return this.get(id);
  }

  @Get('dispatches')
  @Allow('everyone')
  @ListOfPages(DISPATCHES, DispatchView)
  async dispatches(@Listed(DISPATCHES) query: ListQuery): Promise<Page<DispatchView>> {
    const { items, ...rest } = await page(
      this.source.getRepository(Dispatch).createQueryBuilder('d'),
      DISPATCHES,
      query,
    );
    const named = await this.names(items);
    return { items: items.map((dispatch) => DispatchView.of(dispatch, named(dispatch))), ...rest };
  }

  /** Nobody can tell whether this message left; somebody who found out says so. */
  @Put('dispatches/:id/verdict')
  @Allow('sales_ops')
  @ApiOkResponse({ type: UnknownVerdict })
  verdict(@Param('id') id: string, @Body() body: UnknownVerdict, @Writes() write: Write): Promise<UnknownVerdict> {
    return write(async (manager) => {
      await this.outbox.decide(manager, id, body.verdict, write.actor.id);
      return body;
    });
  }

  /** Names are joined only where they are looked for: the table is large. */
  private members(byName: boolean): SelectQueryBuilder<Enrolment> {
    const found = this.source.getRepository(Enrolment).createQueryBuilder('e');
    return byName
      ? found.innerJoin('contact', 'c', 'c.id = e.contactId').innerJoin('organization', 'o', 'o.id = e.organizationId')
      : found;
  }

  private async names(of: Whose[]): Promise<(one: Whose) => Names> {
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

/** $1 contacts, $2 organizations */
const NAMES = `
SELECT id, name FROM contact WHERE id = ANY($1) UNION ALL SELECT id, name FROM organization WHERE id = ANY($2)`;
