import {
  Body,
  Catch,
  Controller,
  Get,
  HttpCode,
  HttpException,
  Param,
  Post,
  Req,
  Res,
  UseFilters,
  type ArgumentsHost,
  type ExceptionFilter,
} from '@nestjs/common';
import { ApiExcludeEndpoint, ApiTags } from '@nestjs/swagger';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { DataSource } from 'typeorm';
import { Allow, Clock, Email, Invalid, OneOf, row, Text, toProblem } from '../platform/index.js';
import { Links } from './links.js';
import { CHOICES, type Choice } from './response.entity.js';
import { choicesPage, problemPage, stopPage, thanksPage } from './response.page.js';
import { Responses } from './responses.js';

/** What the page's forms send; a program may send the same as JSON. */
class AnswerBody {
  @OneOf(CHOICES, { optional: true }) choice?: Choice;
  @Text({ optional: true, example: '2027-01-15', description: 'a day or an instant' }) notBefore?: string;
  @Text({ optional: true, max: 200 }) name?: string;
  @Email({ optional: true }) email?: string;
  @Text({ optional: true, lines: true, max: 2000 }) words?: string;
  /** RFC 8058: what a mail program sends for its user */
  @Text({ optional: true }) 'List-Unsubscribe'?: string;
}

class DayInvalid extends Invalid {}

const PAGE = `
SELECT p.title AS proposition, v.narrative, app_now() AS now FROM enrolment e JOIN campaign k ON k.id = e.campaign_id
  JOIN proposition_version v ON v.id = k.version_id JOIN proposition p ON p.id = v.proposition_id WHERE e.id = $1`;

/** Public and signed: no sign-in, no cookie, no script. GET shows, POST acts. */
const asHtml = (reply: FastifyReply): FastifyReply =>
  reply
    .header('content-type', 'text/html; charset=utf-8')
    .header('cache-control', 'no-store')
    .header('referrer-policy', 'no-referrer');

const wantsJson = (request: FastifyRequest): boolean => /json/.test(request.headers.accept ?? '');

/** People get a page also when something is wrong; a program that asks for JSON gets a problem. */
@Catch()
class AsPage implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const problem = toProblem(error);
    void reply.status(problem.status);
    if (wantsJson(host.switchToHttp().getRequest<FastifyRequest>()))
      void reply.header('content-type', 'application/problem+json').send(problem);
    else void asHtml(reply).send(problemPage(problem.detail));
  }
}

@ApiTags('buyers')
@UseFilters(AsPage)
@Controller('r')
export class ResponsesController {
  // by link: a program that hammers one is stopped, and nobody else is
  private readonly clicks = new RateLimiterMemory({ points: 20, duration: 60 });

  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly links: Links,
    private readonly responses: Responses,
    private readonly clock: Clock,
  ) {}

  @Get(':token')
  @Allow('public')
  @ApiExcludeEndpoint()
  async show(@Param('token') token: string, @Res() reply: FastifyReply): Promise<void> {
    const { purpose, enrolmentId } = this.links.read(token, await this.clock.now());
    if (purpose === 'stop') return void asHtml(reply).send(stopPage());
    const facts = await row<{ proposition: string; narrative: string; now: Date }>(this.source, PAGE, [enrolmentId]);
    if (!facts) throw new HttpException('This page is gone.', 404);
    const tomorrow = new Date(facts.now.getTime() + 86_400_000).toISOString().slice(0, 10);
    void asHtml(reply).send(choicesPage({ ...facts, tomorrow }));
  }

  @Post(':token')
  @Allow('public')
  @HttpCode(200)
  @ApiExcludeEndpoint()
  async answer(
    @Param('token') token: string,
    @Body() body: AnswerBody,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const act = async (): Promise<Choice> => {
      const { purpose, enrolmentId } = this.links.read(token, await this.clock.now());
      await this.clicks.consume(token).catch(() => {
        throw new HttpException('Too many clicks. Please wait a minute.', 429);
      });
      const choice = purpose === 'stop' ? 'stop' : body.choice;
      if (!choice) throw new HttpException('Please choose one of the answers.', 422);
      await this.responses.answer(enrolmentId, {
        choice,
        notBefore: day(body.notBefore),
        name: body.name || undefined,
        email: body.email || undefined,
        words: body.words || undefined,
      });
      return choice;
    };
    if (wantsJson(request)) {
      const choice = await act();
      return void reply.send({ choice });
    }
    void asHtml(reply).send(thanksPage(await act()));
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
