import { Body, Controller, Get, HttpCode, Param, Patch, Post, Put, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FastifyReply } from 'fastify';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { DataSource } from 'typeorm';
import {
  Allow,
  Email,
  Ids,
  IfMatch,
  Listed,
  ListOfPages,
  OneOf,
  page,
  Settings,
  spend,
  Text,
  withRevision,
  Writes,
  type ActorRequest,
  type Listing,
  type ListQuery,
  type Page,
  type Write,
} from '../../../platform/index.js';
import { MailSender, SENDER_STATES } from './sender.entity.js';
import { ChangedSender, NewSender, SenderView } from './sender.view.js';
import { Health } from './health.js';
import { isRefusal, type Handover } from '../transport.js';
import { Senders } from './senders.js';
import { Transports } from './transports.js';
import { CAMPAIGN_SETTINGS } from '../../../campaigns/index.js';

class SenderStateRequest {
  @OneOf(SENDER_STATES.slice(0, 2), { description: 'stopped is what Overture does by itself' }) state:
    | 'active'
    | 'paused';
  @Text({ optional: true, max: 500, example: 'The list was cleaned.' }) reason?: string;
}

class TrialRequest {
  @Email() to: string;
}

class TrialResult {
  @OneOf(['sent', 'bounced', 'later', 'unknown']) result: string;
  @Text({ description: 'the server’s own words, for an administrator; else what they mean', example: '250 2.0.0 OK' })
  response: string;
}

/** A server's own words may tell one who is not to know it what runs there. */
const TRIAL_WORDS: Record<Handover['result'], string> = {
  sent: 'The server took the mail.',
  bounced: 'The server refused the mail. An administrator sees its words.',
  later: 'The server could not be used, or asks to try later. An administrator sees its words.',
  unknown: 'The connection ended before the server answered. An administrator sees its words.',
};

class CampaignSenders {
  @Ids({ max: 100, description: 'none: the default mail server, in the campaign’s name' }) senderIds: string[];
}

const SENDERS: Listing = {
  id: 's.id',
  defaultSort: 'name',
  sorts: { name: { column: 's.name', kind: 'text', of: (sender: MailSender) => sender.name } },
  filters: { state: { column: 's.state', kind: 'text', values: SENDER_STATES } },
  search: ['s.name', 's.address'],
};

@ApiTags('channels')
@Controller()
export class SendersController {
  private readonly trials = new RateLimiterMemory({ points: 10, duration: 60 });

  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly senders: Senders,
    private readonly health: Health,
    private readonly settings: Settings,
    private readonly transports: Transports,
  ) {}

  @Get('senders')
  @Allow('admin', 'sales_ops', 'manager', 'executive')
  @ListOfPages(SENDERS, SenderView)
  async list(@Listed(SENDERS) query: ListQuery): Promise<Page<SenderView>> {
    const qb = this.source.getRepository(MailSender).createQueryBuilder('s');
    const { items, ...rest } = await page(qb, SENDERS, query);
    const weeks = await this.health.weeks(items.map(({ id }) => id));
    const limits = await this.settings.of(CAMPAIGN_SETTINGS);
    return { items: items.map((sender) => SenderView.of(sender, weeks.get(sender.id)!, limits)), ...rest };
  }

  @Post('senders')
  @Allow('admin', 'sales_ops')
  @ApiCreatedResponse({ type: SenderView })
  create(@Body() body: NewSender, @Writes() write: Write): Promise<SenderView> {
    return write(async (manager) => this.view(await this.senders.create(manager, body, write.actor.id)));
  }

  @Get('senders/:id')
  @Allow('admin', 'sales_ops', 'manager', 'executive')
  @ApiOkResponse({ type: SenderView })
  async get(@Param('id') id: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<SenderView> {
    return withRevision(reply, await this.view(await this.senders.get(id)));
  }

  @Patch('senders/:id')
  @Allow('admin', 'sales_ops')
  @ApiOkResponse({ type: SenderView })
  change(
    @Param('id') id: string,
    @IfMatch() read: number,
    @Body() body: ChangedSender,
    @Writes() write: Write,
  ): Promise<SenderView> {
    return write(async (manager) => this.view(await this.senders.change(manager, id, read, body)));
  }

  /** Pauses a sender, or lets one send again that was paused or stopped itself. */
  @Put('senders/:id/state')
  @Allow('admin', 'sales_ops')
  @ApiOkResponse({ type: SenderView })
  setState(@Param('id') id: string, @Body() body: SenderStateRequest, @Writes() write: Write): Promise<SenderView> {
    return write(async (manager) =>
      this.view(await this.senders.setState(manager, id, body.state, body.reason ?? null)),
    );
  }

  /** Sends one mail to yourself through this sender, past all limits, and answers what its server said. */
  @Post('senders/:id/trials')
  @Allow('admin', 'sales_ops')
  @HttpCode(200)
  @ApiOkResponse({ type: TrialResult })
  async trial(
    @Param('id') id: string,
    @Body() { to }: TrialRequest,
    @Req() { actor }: ActorRequest,
  ): Promise<TrialResult> {
    await spend(this.trials, actor!.id, 'Ten trials a minute are enough.');
    const tried = await this.transports.trial(await this.senders.get(id), to);
    const { response } = tried;
    // no one waits for a trial: a refusal that a mail would sit out is told as one
    const result = tried.result === 'later' && isRefusal(tried) ? 'bounced' : tried.result;
    return { result, response: actor!.roles.includes('admin') ? response : TRIAL_WORDS[result] };
  }

  @Get('campaigns/:id/senders')
  @Allow('everyone')
  @ApiOkResponse({ type: CampaignSenders })
  async ofCampaign(@Param('id') id: string): Promise<CampaignSenders> {
    return { senderIds: await this.senders.of(id) };
  }

  /**
   * The senders of this campaign. They may change while it runs; a contact who got a mail keeps its sender while that is
   * active.
   */
  @Put('campaigns/:id/senders')
  @Allow('sales_ops')
  @ApiOkResponse({ type: CampaignSenders })
  assign(@Param('id') id: string, @Body() body: CampaignSenders, @Writes() write: Write): Promise<CampaignSenders> {
    return write(async (manager) => ({ senderIds: await this.senders.assign(manager, id, body.senderIds) }));
  }

  private async view(sender: MailSender): Promise<SenderView> {
    const week = (await this.health.weeks([sender.id])).get(sender.id) ?? {
      sent: 0,
      bounced: 0,
      complained: 0,
      deferred: 0,
      unknown: 0,
    };
    return SenderView.of(sender, week, await this.settings.of(CAMPAIGN_SETTINGS));
  }
}
