import {
  Body,
  Controller,
  Get,
  HttpCode,
  HttpException,
  Param,
  Post,
  Req,
  Res,
  UseFilters,
  UseGuards,
} from '@nestjs/common';
import { ApiExcludeEndpoint, ApiTags } from '@nestjs/swagger';
import { InjectDataSource } from '@nestjs/typeorm';
import { Transform } from 'class-transformer';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { DataSource } from 'typeorm';
import { OBJECTIONS, type Objection, type Role } from '../../../libs/plays/index.js';
import { BuyerPageContent } from '../../propositions/index.js';
import {
  Allow,
  Clock,
  Config,
  Email,
  Invalid,
  OneOf,
  row,
  Settings,
  SomeOf,
  spend,
  Text,
} from '../../platform/index.js';
import { Links } from './links.js';
import { asHtml, AsPage, wantsJson } from './html/as-page.filter.js';
import { isPublicRole } from './html/buyer.page.js';
import { choicesPage } from './html/choices.page.js';
import { readerOf, type Reader } from './html/reader.js';
import { stopPage } from './html/stop.page.js';
import { thanksPage } from './html/thanks.page.js';
import { OneClick } from './one-click.guard.js';
import { Questions } from './questions.js';
import { CHOICES, type Choice } from './response.entity.js';
import { Responses, type Answered } from './responses.js';
import { CAMPAIGN_SETTINGS } from '../../campaigns/index.js';

/** What the page's forms send; a program may send the same as JSON. */
class AnswerBody {
  @OneOf(CHOICES, { optional: true }) choice?: Choice;
  @Text({ optional: true, example: '2027-01-15', description: 'a day or an instant' }) notBefore?: string;
  @Text({ optional: true, max: 200 }) name?: string;
  @Email({ optional: true }) email?: string;
  @Text({ optional: true, lines: true, max: 2000 }) words?: string;
  // a form sends one tick as text, and several as a list
  @Transform(({ value }) => (typeof value === 'string' ? [value] : value) as unknown)
  @SomeOf(OBJECTIONS, { optional: true })
  because?: Objection[];
  /** RFC 8058: what a mail program sends for its user */
  @Text({ optional: true }) 'List-Unsubscribe'?: string;
}

class DayInvalid extends Invalid {}
class ChoiceMissing extends Invalid {}

interface PageEnrolment {
  versionId: string;
  slug: string;
  role: Role;
  from: string;
  language: string | null;
  now: Date;
}

const PAGE_ENROLMENT = `
SELECT k.version_id, p.slug, e.role, k.from_name AS from, c.language, app_now() AS now
  FROM enrolment e JOIN campaign k ON k.id = e.campaign_id JOIN contact c ON c.id = e.contact_id
  JOIN proposition_version v ON v.id = k.version_id JOIN proposition p ON p.id = v.proposition_id WHERE e.id = $1`;

const DAY = 86_400_000;

/** Public and signed: no sign-in, no cookie, no script. GET shows, POST acts. */
@ApiTags('buyers')
@UseFilters(AsPage)
@Controller('r')
export class ResponsesController {
  // by link: a program that hammers one is stopped alone; a mail provider's one-click posts all come from one address
  private readonly clicks = new RateLimiterMemory({ points: 20, duration: 60 });
  private readonly base: string;

  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly links: Links,
    private readonly responses: Responses,
    private readonly questions: Questions,
    private readonly showcase: BuyerPageContent,
    private readonly settings: Settings,
    private readonly clock: Clock,
    config: Config,
  ) {
    this.base = new URL(config.publicUrl).pathname.replace(/\/$/, '');
  }

  @Get(':token')
  @Allow('public')
  @ApiExcludeEndpoint()
  async show(@Param('token') token: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { purpose, enrolmentId } = this.links.read(token, await this.clock.now());
    const enrolment = await this.enrolment(enrolmentId);
    const reader = readerOf(request, enrolment.language);
    if (purpose === 'stop') return void asHtml(reply).send(stopPage(reader));
    const { manager } = this.source;
    const shown = (await this.showcase.version(manager, enrolment.versionId, reader.wanted))!;
    const { expert, hours } = await this.questions.answering(manager, shown.propositionId);
    const page = choicesPage(reader, {
      shown,
      role: enrolment.role,
      from: enrolment.from,
      pageUrl: this.pageUrl(enrolment, reader),
      expert,
      replyWithinHours: hours,
      notNowDays: await this.settings.get(CAMPAIGN_SETTINGS.notNowDays),
      tomorrow: new Date(enrolment.now.getTime() + DAY).toISOString().slice(0, 10),
    });
    void asHtml(reply).send(page);
  }

  @Post(':token')
  @UseGuards(OneClick)
  @Allow('public')
  @HttpCode(200)
  @ApiExcludeEndpoint()
  async answer(
    @Param('token') token: string,
    @Body() body: AnswerBody,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { purpose, enrolmentId } = this.links.read(token, await this.clock.now());
    await spend(this.clicks, token, 'Too many clicks.');
    const choice = purpose === 'stop' ? 'stop' : body.choice;
    if (!choice) throw new ChoiceMissing('Please choose one of the answers.');
    const enrolment = await this.enrolment(enrolmentId);
    const reader = readerOf(request, enrolment.language);
    const answered = await this.responses.answer(enrolmentId, {
      choice,
      notBefore: day(body.notBefore),
      name: body.name || undefined,
      email: body.email || undefined,
      words: body.words || undefined,
      because: body.because && [...new Set(body.because)],
      language: reader.tongue,
    });
    if (wantsJson(request)) return void reply.send({ choice });
    void asHtml(reply).send(thanksPage(reader, answered, this.after(purpose, enrolment, reader, answered)));
  }

  private async enrolment(enrolmentId: string): Promise<PageEnrolment> {
    const enrolment = await row<PageEnrolment>(this.source, PAGE_ENROLMENT, [enrolmentId]);
    if (!enrolment) throw new HttpException('This page is gone.', 404);
    return enrolment;
  }

  private after(purpose: string, enrolment: PageEnrolment, reader: Reader, { choice }: Answered) {
    const stopped = purpose === 'stop' || choice === 'stop' || choice === 'stop_campaign';
    return { back: `?lang=${reader.asked ?? reader.tongue}`, page: stopped ? null : this.pageUrl(enrolment, reader) };
  }

  private pageUrl({ slug, role }: PageEnrolment, reader: Reader): string {
    const query = new URLSearchParams({
      ...(isPublicRole(reader, role) ? { role } : {}),
      ...(reader.asked ? { lang: reader.asked } : {}),
    }).toString();
    return `${this.base}/p/${slug}${query && `?${query}`}`;
  }
}

function day(text: string | undefined): Date | undefined {
  if (!text) return undefined;
  const [date] = /^[12]\d{3}-\d{2}-\d{2}/.exec(text) ?? [];
  const midnight = new Date(`${date}T00:00:00Z`);
  const at = text === date ? midnight : new Date(text);
  // a day that the calendar lacks would silently become another one
  const exists = !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(date!);
  if (!exists || Number.isNaN(at.getTime())) throw new DayInvalid('Please give a day such as 2027-01-15.');
  return at;
}
