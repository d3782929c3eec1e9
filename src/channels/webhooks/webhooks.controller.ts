import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FastifyReply } from 'fastify';
import type { DataSource } from 'typeorm';
import {
  Allow,
  Id,
  IfMatch,
  Instant,
  Listed,
  ListOfPages,
  OneOf,
  page,
  rows,
  SecretAnswer,
  SomeOf,
  Text,
  Whole,
  withRevision,
  Writes,
  type Listing,
  type ListQuery,
  type Page,
  type Write,
} from '../../platform/index.js';
import { EVENT_KINDS, WANTED_KINDS } from './events.js';
import { DELIVERY_STATES, Webhook, WEBHOOK_STATES, WebhookDelivery } from './webhook.entity.js';
import { Webhooks } from './webhooks.js';

class NewWebhook {
  @Text({ max: 2000, example: 'https://crm.example.com/overture' }) url: string;
  @Text({ optional: true, example: 'CRM of the sales department' }) description?: string;
  @SomeOf(WANTED_KINDS, {
    optional: true,
    example: ['conversation', 'enrolment.finished'],
    description: 'left out: all',
  })
  kinds?: string[];
}

class ChangedWebhook {
  @Text({ optional: true, max: 2000 }) url?: string;
  @Text({ optional: true }) description?: string;
  @SomeOf(WANTED_KINDS, { optional: true }) kinds?: string[];
  @OneOf(WEBHOOK_STATES.slice(0, 2), { optional: true, description: 'disabled is what Overture does by itself' })
  state?: 'active' | 'paused';
}

class WebhookView {
  @Id() id: string;
  @Text() url: string;
  @Text() description: string;
  @SomeOf(WANTED_KINDS) kinds: string[];
  @OneOf(WEBHOOK_STATES) state: string;
  @Text({ nullable: true }) stateReason: string | null;
  @Instant({ nullable: true, description: 'since when nothing was taken' }) failingSince: Date | null;
  @Whole() revision: number;
  @Instant() createdAt: Date;

  static of({
    id,
    url,
    description,
    kinds,
    state,
    stateReason,
    failingSince,
    revision,
    createdAt,
  }: Webhook): WebhookView {
    return { id, url, description, kinds, state, stateReason, failingSince, revision, createdAt };
  }
}

class WebhookMade extends WebhookView {
  @Text({ description: 'shown this once: verify deliveries with it (Standard Webhooks)' }) secret: string;
}

class SecretView {
  @Text({ description: 'shown this once; the one before is valid for another day' }) secret: string;
}

class ReplayRequest {
  @Instant({ description: 'what failed from then on' }) since: Date;
}

class Replayed {
  @Whole() deliveries: number;
}

class DeliveryView {
  @Id({ description: 'the webhook-id header' }) id: string;
  @Id() webhookId: string;
  @Text({ example: '4711' }) eventId: string;
  @OneOf(EVENT_KINDS) kind: string;
  @Id() subjectId: string;
  @OneOf(DELIVERY_STATES) state: string;
  @Whole() attempts: number;
  @Whole({ nullable: true, example: 200 }) status: number | null;
  @Text({ nullable: true, description: 'the first words of the answer, or what went wrong' }) answer: string | null;
  @Instant() nextAttemptAt: Date;
  @Instant({ nullable: true }) attemptedAt: Date | null;
  @Instant({ nullable: true }) deliveredAt: Date | null;
  @Instant() createdAt: Date;
}

const WEBHOOKS: Listing = {
  id: 'w.id',
  defaultSort: '-createdAt',
  sorts: { createdAt: { column: 'w.createdAt', kind: 'instant', of: (webhook: Webhook) => webhook.createdAt } },
  filters: { state: { column: 'w.state', kind: 'text', values: WEBHOOK_STATES } },
  search: ['w.url', 'w.description'],
};

const DELIVERIES: Listing = {
  id: 'd.id',
  defaultSort: '-createdAt',
  sorts: {
    createdAt: { column: 'd.createdAt', kind: 'instant', of: (delivery: WebhookDelivery) => delivery.createdAt },
  },
  filters: {
    webhookId: { column: 'd.webhookId', kind: 'id' },
    state: { column: 'd.state', kind: 'text', values: DELIVERY_STATES },
    createdAt: { column: 'd.createdAt', kind: 'instant' },
  },
};

@ApiTags('channels')
@Controller()
export class WebhooksController {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly webhooks: Webhooks,
  ) {}

  @Get('webhooks')
  @Allow('admin')
  @ListOfPages(WEBHOOKS, WebhookView)
  async list(@Listed(WEBHOOKS) query: ListQuery): Promise<Page<WebhookView>> {
    const { items, ...rest } = await page(this.source.getRepository(Webhook).createQueryBuilder('w'), WEBHOOKS, query);
    return { items: items.map((webhook) => WebhookView.of(webhook)), ...rest };
  }

  /**
   * Facts are told to this address from now on: at least once each, signed by Standard Webhooks, again for three days
   * where it fails.
   */
  @Post('webhooks')
  @Allow('admin')
  @SecretAnswer()
  @ApiCreatedResponse({ type: WebhookMade })
  create(@Body() body: NewWebhook, @Writes() write: Write): Promise<WebhookMade> {
    return write(async (manager) => {
      const { webhook, secret } = await this.webhooks.create(manager, body, write.actor.id);
      return { ...WebhookView.of(webhook), secret };
    });
  }

  @Get('webhooks/:id')
  @Allow('admin')
  @ApiOkResponse({ type: WebhookView })
  async get(@Param('id') id: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<WebhookView> {
    return withRevision(reply, WebhookView.of(await this.webhooks.get(id)));
  }

  @Patch('webhooks/:id')
  @Allow('admin')
  @ApiOkResponse({ type: WebhookView })
  change(
    @Param('id') id: string,
    @IfMatch() read: number,
    @Body() body: ChangedWebhook,
    @Writes() write: Write,
  ): Promise<WebhookView> {
    return write(async (manager) => WebhookView.of(await this.webhooks.change(manager, id, read, body)));
  }

  @Delete('webhooks/:id')
  @Allow('admin')
  @HttpCode(204)
  @ApiNoContentResponse()
  remove(@Param('id') id: string, @Writes() write: Write): Promise<void> {
    return write((manager) => this.webhooks.remove(manager, id));
  }

  @Post('webhooks/:id/secret')
  @Allow('admin')
  @SecretAnswer()
  @ApiCreatedResponse({ type: SecretView })
  renew(@Param('id') id: string, @Writes() write: Write): Promise<SecretView> {
    return write(async (manager) => ({ secret: await this.webhooks.renewSecret(manager, id) }));
  }

  /** Tells again what failed. */
  @Post('webhooks/:id/replays')
  @Allow('admin')
  @HttpCode(200)
  @ApiOkResponse({ type: Replayed })
  replayFailed(@Param('id') id: string, @Body() { since }: ReplayRequest, @Writes() write: Write): Promise<Replayed> {
    return write(async (manager) => ({ deliveries: await this.webhooks.replayFailed(manager, id, since) }));
  }

  /** What was told, when, and what the other side said. */
  @Get('webhook-deliveries')
  @Allow('admin')
  @ListOfPages(DELIVERIES, DeliveryView)
  async deliveries(@Listed(DELIVERIES) query: ListQuery): Promise<Page<DeliveryView>> {
    const qb = this.source.getRepository(WebhookDelivery).createQueryBuilder('d');
    const { items, ...rest } = await page(qb, DELIVERIES, query);
    const events = new Map(
      (await this.eventsOf(items.map(({ eventId }) => eventId))).map((event) => [event.id, event]),
    );
    return {
      items: items.map((delivery) => ({
        ...delivery,
        kind: events.get(delivery.eventId)!.kind,
        subjectId: events.get(delivery.eventId)!.subjectId,
      })),
      ...rest,
    };
  }

  @Post('webhook-deliveries/:id/replay')
  @Allow('admin')
  @HttpCode(200)
  @ApiOkResponse({ type: Replayed })
  replay(@Param('id') id: string, @Writes() write: Write): Promise<Replayed> {
    return write(async (manager) => {
      await this.webhooks.replay(manager, id);
      return { deliveries: 1 };
    });
  }

  private eventsOf(ids: string[]): Promise<{ id: string; kind: string; subjectId: string }[]> {
    return rows(this.source, SELECT_WEBHOOK_EVENT, [ids]);
  }
}

const SELECT_WEBHOOK_EVENT = `
SELECT id, kind, subject_id FROM webhook_event WHERE id = ANY($1::bigint[])`;
