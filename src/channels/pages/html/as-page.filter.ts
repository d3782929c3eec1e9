import { Catch, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { toProblem } from '../../../platform/index.js';
import { problemPage } from './problem.page.js';
import { readerOf } from './reader.js';
import { policy } from './style.js';

/** A page of ours: kept nowhere, named to nobody, and allowed nothing that it does not need. */
export const asHtml = (reply: FastifyReply, script = false): FastifyReply =>
  reply
    .header('content-type', 'text/html; charset=utf-8')
    .header('content-security-policy', policy(script))
    .header('cache-control', 'no-store')
    .header('referrer-policy', 'no-referrer')
    .header('x-robots-tag', 'noindex');

export const wantsJson = (request: FastifyRequest): boolean => /json/.test(request.headers.accept ?? '');

/** Where the link itself is good, the way back leads to it. */
const DEAD = new Set(['link_broken', 'link_too_old', 'not_found']);

/** People get a page also when something is wrong; a program that asks for JSON gets a problem. */
@Catch()
export class AsPage implements ExceptionFilter {
  private readonly log = new Logger('Pages');

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const problem = toProblem(error);
    // the pattern of the address and not the address: a signed link is a key
    if (problem.status >= 500)
      this.log.error(`${request.routeOptions.url}: ${(error as Error).stack ?? String(error)}`);
    void reply.status(problem.status);
    if (typeof problem.retryAfter === 'number') void reply.header('retry-after', problem.retryAfter);
    if (wantsJson(request)) return void reply.header('content-type', 'application/problem+json').send(problem);
    const reader = readerOf(request);
    const { slug } = request.params as { slug?: string };
    const back = `${slug === undefined ? '' : up(request.url, slug)}${reader.asked ? `?lang=${reader.asked}` : '?'}`;
    void asHtml(reply).send(problemPage(reader, problem, DEAD.has(problem.code) ? null : back));
  }
}

/** From a form below the buyers' page to the page itself. */
function up(url: string, slug: string): string {
  const below = url.split('?')[0]!.split(`/${slug}/`)[1]?.split('/').length ?? 0;
  return `${'../'.repeat(below)}${slug}`;
}
