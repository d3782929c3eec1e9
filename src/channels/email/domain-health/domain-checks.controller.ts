import { Controller, Get, HttpCode, Param, Post, Req } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { Allow, spend, type ActorRequest } from '../../../platform/index.js';
import { Senders } from '../senders/senders.js';
import { DomainCheckView } from './domain-check.view.js';
import { DomainHealth } from './domain-health.js';

@ApiTags('channels')
@Controller('senders/:id')
export class DomainChecksController {
  private readonly asked = new RateLimiterMemory({ points: 10, duration: 60 });

  constructor(
    private readonly domains: DomainHealth,
    private readonly senders: Senders,
  ) {}

  /** Whether the sender's domain, server and mails are as mail providers want them: what the last check found. */
  @Get('domain-check')
  @Allow('admin', 'sales_ops', 'manager', 'executive')
  @ApiOkResponse({ type: DomainCheckView })
  async latest(@Param('id') id: string): Promise<DomainCheckView> {
    await this.senders.get(id);
    return this.view(id);
  }

  /** Checks now: asks DNS and connects to the mail server, and sends nothing. */
  @Post('domain-checks')
  @Allow('admin', 'sales_ops')
  @HttpCode(200)
  @ApiOkResponse({ type: DomainCheckView })
  async check(@Param('id') id: string, @Req() { actor }: ActorRequest): Promise<DomainCheckView> {
    await spend(this.asked, actor!.id, 'Ten checks a minute are enough.');
    await this.domains.checkNow(id);
    return this.view(id);
  }

  private async view(id: string): Promise<DomainCheckView> {
    return DomainCheckView.of(await this.domains.latest(id), await this.domains.changes(id));
  }
}
