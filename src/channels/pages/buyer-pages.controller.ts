import { randomUUID } from 'node:crypto';
import {
  Body,
  Controller,
  Get,
  HttpCode,
  HttpException,
  Param,
  Post,
  Query,
  Req,
  Res,
  UseFilters,
} from '@nestjs/common';
import { ApiExcludeEndpoint, ApiTags } from '@nestjs/swagger';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { DataSource } from 'typeorm';
import { isOneOf, ROLES, type Role } from '../../../libs/plays/index.js';
import { Allow, Config, Email, Id, spend, Text, transaction } from '../../platform/index.js';
import { Peers, BuyerPageContent, type BuyerPageVersion } from '../../propositions/index.js';
import { kindOf, PageViews } from './page-views.js';
import { asHtml, AsPage, wantsJson } from './html/as-page.filter.js';
import { buyerPage } from './html/buyer.page.js';
import { readerOf, type Reader } from './html/reader.js';
import { askedPage, peerPage } from './html/reached.page.js';
import { VIEW_SCRIPT } from './html/view.script.js';
import { Questions } from './questions.js';

class QuestionBody {
  @Text({ optional: true, lines: true, max: 2000 }) question?: string;
  @Email() email: string;
  @Text({ optional: true, max: 200 }) name?: string;
  @Id({ optional: true }) once?: string;
}

class PickBody {
  @Id({ optional: true }) once?: string;
}

class ViewBody {
  @Text({ optional: true, max: 40 }) role?: string;
  @Text({ optional: true, max: 10 }) automated?: string;
}

const MINUTE = 60;

/** A proposition's page for buyers: open to all who have its address. GET shows, POST acts. */
@ApiTags('buyers')
@UseFilters(AsPage)
@Controller('p')
export class BuyerPagesController {
  // in memory and by address, which is kept nowhere else; a whole office may sit behind one
  private readonly asking = new RateLimiterMemory({ points: 10, duration: 10 * MINUTE });
  private readonly picking = new RateLimiterMemory({ points: 6, duration: 60 * MINUTE });
  private readonly viewing = new RateLimiterMemory({ points: 60, duration: MINUTE });
  private readonly base: string;

  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly showcase: BuyerPageContent,
    private readonly peers: Peers,
    private readonly questions: Questions,
    private readonly views: PageViews,
    config: Config,
  ) {
    this.base = new URL(config.publicUrl).pathname.replace(/\/$/, '');
  }

  @Get('view.js')
  @Allow('public')
  @ApiExcludeEndpoint()
  script(@Res() reply: FastifyReply): void {
    void reply
      .header('content-type', 'text/javascript; charset=utf-8')
      .header('cache-control', 'public, max-age=3600')
      .send(VIEW_SCRIPT);
  }

  @Get(':slug')
  @Allow('public')
  @ApiExcludeEndpoint()
  async show(
    @Param('slug') slug: string,
    @Query() query: Record<string, unknown>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const reader = readerOf(request);
    const shown = await this.shown(slug, reader, query.version);
    const role = roleOf(query.role);
    const { manager } = this.source;
    const [assets, peers, anyPeers, answering] = await Promise.all([
      this.showcase.assets(manager, shown.propositionId, role),
      this.peers.offered(manager, shown.propositionId),
      this.peers.any(manager, shown.propositionId),
      this.questions.answering(manager, shown.propositionId),
    ]);
    const { expert, hours: replyWithinHours } = answering;
    const url = this.url(slug);
    const page = { shown, role, assets, peers, anyPeers, expert, replyWithinHours, url, once: randomUUID() };
    void asHtml(reply, true).header('vary', 'accept-language').send(buyerPage(reader, page));
  }

  /** A form's target, opened as an address: shows the page itself. */
  @Get([':slug/questions', ':slug/peers/:peerId'])
  @Allow('public')
  @ApiExcludeEndpoint()
  home(@Param('slug') slug: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    void reply.redirect(this.url(encodeURIComponent(slug), readerOf(request)), 303);
  }

  @Post(':slug/questions')
  @Allow('public')
  @HttpCode(200)
  @ApiExcludeEndpoint()
  async ask(
    @Param('slug') slug: string,
    @Body() body: QuestionBody,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await limit(this.asking, request);
    const reader = readerOf(request);
    const shown = await this.shown(slug, reader);
    const { propositionId } = shown;
    const { question, name, email: replyAddress, once } = body;
    const answering = await transaction(this.source, `page:${slug}`, async (manager) => {
      const who = await this.questions.answering(manager, propositionId);
      const asked = { propositionId, question, name, replyAddress, once, language: reader.tongue };
      await this.questions.ask(manager, asked, who);
      return who;
    });
    const { expert, hours } = answering;
    if (wantsJson(request)) return void reply.send({ expert: expert?.displayName ?? null, replyWithinHours: hours });
    const told = { expert: expert?.displayName ?? null, hours };
    void asHtml(reply).send(askedPage(reader, told, shown, this.url(slug, reader)));
  }

  @Post(':slug/peers/:peerId')
  @Allow('public')
  @HttpCode(200)
  @ApiExcludeEndpoint()
  async pick(
    @Param('slug') slug: string,
    @Param('peerId') peerId: string,
    @Body() { once }: PickBody,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await limit(this.picking, request);
    const reader = readerOf(request);
    const shown = await this.shown(slug, reader);
    if (shown.state !== 'live') throw new HttpException('This is not on offer now.', 404);
    const peer = await transaction(this.source, `page:${slug}`, (manager) =>
      this.peers.pick(manager, shown.propositionId, peerId, once ?? randomUUID()),
    );
    if (wantsJson(request)) return void reply.send(peer);
    void asHtml(reply).send(peerPage(reader, peer, shown, this.url(slug, reader)));
  }

  /** From view.js. Whatever it sends, the answer is the same and empty. */
  @Post(':slug/view')
  @Allow('public')
  @HttpCode(204)
  @ApiExcludeEndpoint()
  async view(@Param('slug') slug: string, @Body() body: ViewBody, @Req() request: FastifyRequest): Promise<void> {
    await limit(this.viewing, request);
    await this.views.count(slug, roleOf(body.role), kindOf(request.headers, Boolean(body.automated)));
  }

  private async shown(slug: string, reader: Reader, version?: unknown): Promise<BuyerPageVersion> {
    const number = typeof version === 'string' && /^\d{1,6}$/.test(version) ? Number(version) : null;
    const shown = slug.includes('\0')
      ? undefined
      : await this.showcase.bySlug(this.source.manager, slug, number, reader.wanted);
    if (!shown) throw new HttpException('There is no such page.', 404);
    return shown;
  }

  private url(slug: string, reader?: Reader): string {
    return `${this.base}/p/${slug}${reader?.asked ? `?lang=${reader.asked}` : ''}`;
  }
}

const roleOf = (role: unknown): Role | null => (isOneOf(ROLES, role) ? role : null);

const limit = (limiter: RateLimiterMemory, request: FastifyRequest): Promise<void> =>
  spend(limiter, request.ip, 'Too many requests.');
