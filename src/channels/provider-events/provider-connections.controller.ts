import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FastifyReply } from 'fastify';
import type { DataSource } from 'typeorm';
import {
  Allow,
  Config,
  Counts,
  Id,
  Ids,
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
  type Listing,
  type ListQuery,
  type Page,
  type Write,
} from '../../platform/index.js';
import { ProviderConnections } from './provider-connections.js';
import { CONNECTION_STATES, ProviderConnection, PROVIDERS, type ProviderName } from './provider-event.entity.js';

const SENDERS = { optional: true, description: 'whose mails this provider carries; left out: all' } as const;
const SECRET = {
  optional: true,
  max: 1000,
  lines: true,
  description:
    'kept sealed, and never shown: the verification key of SendGrid, the signing key of Mailgun, or a secret of your own for Postmark',
} as const;
const SNS_TOPIC = {
  optional: true,
  max: 400,
  example: 'arn:aws:sns:eu-west-1:123456789012:overture',
  description: 'of Amazon SES: the only topic that is listened to',
} as const;

class NewProviderConnection {
  @OneOf(PROVIDERS) provider: ProviderName;
  @Text({ max: 100, example: 'Amazon SES, Ireland' }) name: string;
  @Ids(SENDERS) senderIds?: string[];
  @Text(SECRET) secret?: string;
  @Text(SNS_TOPIC) topic?: string;
}

class ProviderConnectionChange {
  @Text({ optional: true, min: 1, max: 100 }) name?: string;
  @Ids(SENDERS) senderIds?: string[];
  @Text({ ...SECRET, min: 1 }) secret?: string;
  @Text({ ...SNS_TOPIC, min: 1 }) topic?: string;
  @OneOf(CONNECTION_STATES, { optional: true, description: 'paused: what comes is kept, and not acted on' })
  state?: ProviderConnection['state'];
}

class ProviderConnectionView {
  @Id() id: string;
  @OneOf(PROVIDERS) provider: string;
  @Text() name: string;
  @Text({ description: 'where the provider posts its events' }) url: string;
  @Ids({ description: 'whose mails it carries; empty: all' }) senderIds: string[];
  @Text({ nullable: true }) topic: string | null;
  @OneOf(CONNECTION_STATES) state: string;
  @Instant({ nullable: true, description: 'of Amazon SES: when the subscription was confirmed' })
  subscribedAt: Date | null;
  @Instant({ nullable: true }) lastEventAt: Date | null;
  @Counts({ description: 'events by kind' }) counts: Record<string, number>;
  @Whole({ description: 'events that name no message of ours' }) unmatched: number;
  @Whole({ description: 'requests without a right signature' }) refused: number;
  @Instant({ nullable: true }) refusedAt: Date | null;
  @Whole() revision: number;
  @Instant() createdAt: Date;
  @Instant() updatedAt: Date;
}

const CONNECTIONS: Listing = {
  id: 'c.id',
  defaultSort: 'name',
  sorts: { name: { column: 'c.name', kind: 'text', of: (connection: ProviderConnection) => connection.name } },
  filters: {
    provider: { column: 'c.provider', kind: 'text', values: PROVIDERS },
    state: { column: 'c.state', kind: 'text', values: CONNECTION_STATES },
  },
};

@ApiTags('channels')
@Allow('admin')
@Controller('provider-connections')
export class ProviderConnectionsController {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly connections: ProviderConnections,
    private readonly config: Config,
  ) {}

  /** Mail providers that report over HTTP, and what came from each. */
  @Get()
  @ListOfPages(CONNECTIONS, ProviderConnectionView)
  async list(@Listed(CONNECTIONS) query: ListQuery): Promise<Page<ProviderConnectionView>> {
    const found = this.source.getRepository(ProviderConnection).createQueryBuilder('c');
    const { items, ...rest } = await page(found, CONNECTIONS, query);
    return { items: await this.views(items), ...rest };
  }

  @Get(':id')
  @ApiOkResponse({ type: ProviderConnectionView })
  async get(@Param('id') id: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<ProviderConnectionView> {
    return withRevision(reply, await this.view(await this.connections.get(id)));
  }

  /** From now on the provider may post to its `url`. */
  @Post()
  @ApiCreatedResponse({ type: ProviderConnectionView })
  create(
    @Body() { provider, senderIds = [], ...body }: NewProviderConnection,
    @Writes() write: Write,
  ): Promise<ProviderConnectionView> {
    const facts = { ...body, senderIds, state: 'active' as const };
    return write(async (manager) => this.view(await this.connections.create(manager, provider, facts, write.actor.id)));
  }

  @Patch(':id')
  @ApiOkResponse({ type: ProviderConnectionView })
  async change(
    @Param('id') id: string,
    @IfMatch() read: number,
    @Body() body: ProviderConnectionChange,
    @Writes() write: Write,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ProviderConnectionView> {
    const changed = await write((manager) => this.connections.change(manager, id, read, body));
    return withRevision(reply, await this.view(changed));
  }

  /** Removes a connection through which nothing came yet; another one is paused instead. */
  @Delete(':id')
  @HttpCode(204)
  @ApiNoContentResponse()
  remove(@Param('id') id: string, @Writes() write: Write): Promise<void> {
    return write((manager) => this.connections.remove(manager, id));
  }

  private async view(connection: ProviderConnection): Promise<ProviderConnectionView> {
    return (await this.views([connection]))[0]!;
  }

  private async views(all: ProviderConnection[]): Promise<ProviderConnectionView[]> {
    const counts = await this.connections.counts(all.map(({ id }) => id));
    return all.map((connection) => ({
      ...connection,
      ...counts.get(connection.id)!,
      url: `${this.config.publicUrl}/api/v1/provider-events/${connection.id}`,
    }));
  }
}
