import { Controller, Get, HttpCode, Param, Post, Req } from '@nestjs/common';
import { ApiExcludeEndpoint, ApiTags } from '@nestjs/swagger';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FastifyRequest } from 'fastify';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { DataSource } from 'typeorm';
import {
  Allow,
  Flag,
  Id,
  Instant,
  Listed,
  ListOfPages,
  OneOf,
  page,
  spend,
  Text,
  type Listing,
  type ListQuery,
  type Page,
} from '../../platform/index.js';
import { ProviderEventIntake } from './intake.js';
import { PROVIDER_EVENT_STATES, ProviderEvent } from './provider-event.entity.js';
import { EventRefused } from './providers/provider.js';
import { PROVIDER_EVENT_KINDS } from './told-event.js';

class ProviderEventView {
  @Id() id: string;
  @Id() connectionId: string;
  @Text({ description: 'the provider’s own id' }) eventId: string;
  @OneOf(PROVIDER_EVENT_KINDS) kind: string;
  @OneOf(PROVIDER_EVENT_STATES) state: string;
  @Text({ nullable: true, description: 'why nothing followed, or why it is not known whose it is' }) reason:
    | string
    | null;
  @Text({ nullable: true, example: 'maria.anders@example.com' }) recipient: string | null;
  @Text({ nullable: true, example: 'Permanent / NoEmail', description: 'as the provider sorts it' }) providerClass:
    | string
    | null;
  @Text({ nullable: true, example: '5.1.1' }) status: string | null;
  @Text({ lines: true, example: '550 5.1.1 user unknown', description: 'what the receiving server said' })
  words: string;
  @Flag({ description: 'an open or a click that no person did' }) machine: boolean;
  @Id({ nullable: true, description: 'the message of ours that it is about' }) dispatchId: string | null;
  @Id({ nullable: true }) enrolmentId: string | null;
  @Id({ nullable: true }) contactId: string | null;
  @Instant({ description: 'by the provider’s clock' }) occurredAt: Date;
  @Instant() receivedAt: Date;
  @Instant({ nullable: true }) settledAt: Date | null;
  @Text({ nullable: true, description: 'why it could not be carried out yet' }) error: string | null;
}

const EVENTS: Listing = {
  id: 'e.id',
  defaultSort: '-receivedAt',
  sorts: { receivedAt: { column: 'e.receivedAt', kind: 'instant', of: (event: ProviderEvent) => event.receivedAt } },
  filters: {
    connectionId: { column: 'e.connectionId', kind: 'id' },
    kind: { column: 'e.kind', kind: 'text', values: PROVIDER_EVENT_KINDS },
    state: { column: 'e.state', kind: 'text', values: PROVIDER_EVENT_STATES },
    machine: { column: 'e.machine', kind: 'flag' },
    dispatchId: { column: 'e.dispatchId', kind: 'id' },
    enrolmentId: { column: 'e.enrolmentId', kind: 'id' },
    contactId: { column: 'e.contactId', kind: 'id' },
    receivedAt: { column: 'e.receivedAt', kind: 'instant' },
  },
};

const MINUTE = 60;

@ApiTags('channels')
@Controller('provider-events')
export class ProviderEventsController {
  // in memory: a stranger's requests are refused by their signature in any case
  private readonly calls = new RateLimiterMemory({ points: 6_000, duration: MINUTE });
  private readonly refusals = new RateLimiterMemory({ points: 60, duration: MINUTE });

  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly intake: ProviderEventIntake,
  ) {}

  /** What providers told of our mails. Those that name no message of ours: `?state=unmatched`. */
  @Get()
  @Allow('admin', 'sales_ops')
  @ListOfPages(EVENTS, ProviderEventView)
  list(@Listed(EVENTS) query: ListQuery): Promise<Page<ProviderEventView>> {
    return page(this.source.getRepository(ProviderEvent).createQueryBuilder('e'), EVENTS, query);
  }

  /** Where a provider posts: it shows by its signature, or its secret, that it is the one. */
  @Post(':connectionId')
  @Allow('public')
  @HttpCode(200)
  @ApiExcludeEndpoint()
  async take(
    @Param('connectionId') connectionId: string,
    @Req() { headers, body, ip }: FastifyRequest<{ Body: unknown }>,
  ): Promise<{ events: number }> {
    await spend(this.calls, ip, 'Too many events came from this address.');
    const raw = Buffer.isBuffer(body) ? body : Buffer.alloc(0);
    try {
      return { events: await this.intake.take(connectionId, { headers, body: raw, receivedAt: new Date() }) };
    } catch (error) {
      // what is signed comes through all the same
      if (error instanceof EventRefused) await spend(this.refusals, ip, 'Too many requests without a right signature.');
      throw error;
    }
  }
}
