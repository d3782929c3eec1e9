import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isConnectionLost } from '../database/connection-lost.js';
import { Problem, Unavailable } from '../errors.js';

interface Body {
  type: string;
  title: string;
  status: number;
  code: string;
  detail: string;
  [more: string]: unknown;
}

const TITLES: Record<number, string> = {
  400: 'Bad request',
  401: 'Sign in first',
  403: 'Not allowed',
  404: 'Not found',
  409: 'Conflict',
  413: 'Too large',
  415: 'Unsupported media type',
  422: 'Not valid',
  428: 'Precondition required',
  429: 'Too many requests',
  503: 'Not available now',
};

/** The one place where anything that went wrong becomes application/problem+json (RFC 9457). */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly log = new Logger('Http');

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const body = toProblem(error);
    if (body.status >= 500)
      this.log.error(`${request.method} ${request.routeOptions.url}: ${(error as Error).stack ?? String(error)}`);
    if (reply.sent || reply.raw.headersSent) return void reply.raw.end();
    if (typeof body.retryAfter === 'number') void reply.header('retry-after', body.retryAfter);
    void reply.status(body.status).header('content-type', 'application/problem+json').send(body);
  }
}

export function toProblem(error: unknown): Body {
  if (error instanceof Unavailable) return unavailable(error.code, error.message, error.more);
  if (error instanceof Problem) return problem(error.status, error.code, error.message, error.more);
  if (error instanceof HttpException) {
    const status = error.getStatus();
    return problem(status, CODES[status] ?? 'http_error', error.message);
  }
  const { code, statusCode, message } = error as { code?: string; statusCode?: number; message?: string };
  if (code && code in POSTGRES) return problem(...POSTGRES[code]!);
  if (code && code in POSTGRES_LATER) return unavailable(...POSTGRES_LATER[code]!);
  if (isConnectionLost(error)) return unavailable('unavailable', NO_ANSWER);
  // Fastify's own: malformed JSON, a body too large, an unsupported content type
  if (code?.startsWith('FST_') && statusCode && statusCode < 500)
    return problem(statusCode, CODES[statusCode] ?? 'bad_request', message ?? 'Bad request.');
  if (statusCode === 400) return problem(400, 'bad_request', message ?? 'The request cannot be read.');
  return problem(500, 'internal', 'Something broke on our side. It has been logged; please try again.');
}

const CODES: Record<number, string> = {
  400: 'bad_request',
  401: 'not_signed_in',
  403: 'forbidden',
  404: 'not_found',
  413: 'too_large',
  415: 'unsupported_media_type',
  429: 'too_many_requests',
};

/** What the database refuses and a person caused. */
const POSTGRES: Record<string, [number, string, string]> = {
  '22P02': [404, 'not_found', 'There is nothing with this id: it is not of the right form.'],
  '22021': [422, 'invalid', 'The text contains a character that cannot be stored.'],
  '22P05': [422, 'invalid', 'The text contains a character that cannot be stored.'],
  '23502': [422, 'invalid', 'A field that is needed is missing.'],
  '23503': [422, 'unknown_reference', 'The request names something that does not exist.'],
  '23505': [409, 'already_exists', 'There is already one like this.'],
  '23514': [422, 'invalid', 'A value is outside of what is allowed.'],
  '22007': [422, 'invalid', 'A date or time is not one.'],
  '22008': [422, 'invalid', 'A date or time is outside of the calendar.'],
  '22003': [422, 'invalid', 'A number is too large.'],
};

/** What the database cannot do now, and may be able to do soon. */
const POSTGRES_LATER: Record<string, [string, string]> = {
  '57014': ['too_slow', 'This took too long and was stopped. Narrow it down and try again.'],
  '57P01': ['unavailable', 'The database is restarting. Please try again.'],
  '53300': ['unavailable', 'The database is busy. Please try again.'],
  '40P01': ['unavailable', 'Too many wrote to the same at once, and nothing was saved. Please try again.'],
  '40001': ['unavailable', 'Too many wrote to the same at once, and nothing was saved. Please try again.'],
};

const NO_ANSWER = 'A part that is needed does not answer. Please try again.';
/** seconds */
const RETRY_AFTER = 2;

const unavailable = (code: string, detail: string, more: Record<string, unknown> = {}): Body =>
  problem(503, code, detail, { retryAfter: RETRY_AFTER, ...more });

function problem(status: number, code: string, detail: string, more: Record<string, unknown> = {}): Body {
  return { type: `about:blank#${code}`, title: TITLES[status] ?? 'Error', status, code, detail, ...more };
}
