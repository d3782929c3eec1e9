import fastifyCookie from '@fastify/cookie';
import fastifyHelmet from '@fastify/helmet';
import type { Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Config } from '../config.js';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';

const MEBIBYTE = 1024 * 1024;
const PUBLIC_BODY = 64 * 1024;
const LARGEST_MAIL = 40 * MEBIBYTE;

/** seconds */
const ONE_YEAR = 31_536_000;

type ServerOptions = Pick<Config, 'logLevel' | 'trustProxy' | 'isHttps'>;

/**
 * The HTTP face of a module, not yet listening. `preview`: what it is made of only, with nothing made and nothing
 * connected.
 */
export async function serve(
  module: Type,
  { logLevel, trustProxy, isHttps }: ServerOptions,
  preview = false,
): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: 2 * MEBIBYTE,
    trustProxy: trustProxy === 'none' ? false : trustProxy,
    routerOptions: { maxParamLength: 500 },
  });
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, {
    preview,
    logger: levels(logLevel),
    bufferLogs: true,
    autoFlushLogs: false,
    abortOnError: false,
    forceCloseConnections: true,
  });
  await app.register(fastifyCookie as never);
  await app.register(fastifyHelmet as never, {
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:'],
        frameAncestors: ["'none'"],
        upgradeInsecureRequests: null,
      },
    },
    strictTransportSecurity: isHttps ? { maxAge: ONE_YEAR, includeSubDomains: false } : false,
  });
  // an answer of the API may hold what is known of people: no browser and no proxy keeps it
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onSend', async (request, reply) => {
      if (request.url.startsWith('/api/') && !reply.hasHeader('cache-control'))
        void reply.header('cache-control', 'no-store');
    });
  // imports are streamed by their own endpoint; here only the content types are let through unparsed
  app
    .getHttpAdapter()
    .getInstance()
    .addContentTypeParser(['text/csv', 'application/octet-stream'], (_request, payload, done) => done(null, payload));
  // mail programs post their one click as multipart (RFC 8058), as text, as JSON that is none, or as nothing: the link
  // holds all that we need, and a body that cannot be read is none
  app
    .getHttpAdapter()
    .getInstance()
    .addContentTypeParser(ANSWER, { parseAs: 'string', bodyLimit: PUBLIC_BODY }, (request, body, done) =>
      done(null, answerIn(String(request.headers[GIVEN_TYPE] ?? ''), body as string)),
    );
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', async (request) => {
      if (request.method !== 'POST' || !request.routeOptions.url?.startsWith('/r/')) return;
      const { headers } = request;
      headers[GIVEN_TYPE] = headers['content-type'] ?? '';
      headers['content-type'] = ANSWER;
    });
  // a buyer's form is small; a larger body is no form
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRoute', (route) => {
      if (/^\/[rp]\//.test(route.url)) route.bodyLimit = PUBLIC_BODY;
    });
  // a mail, which is signed and kept byte by byte
  app
    .getHttpAdapter()
    .getInstance()
    .addContentTypeParser('message/rfc822', { parseAs: 'buffer', bodyLimit: LARGEST_MAIL }, (_request, body, done) =>
      done(null, body),
    );
  // what a provider signs is read as it came, whatever it calls it: SNS posts JSON as text
  app
    .getHttpAdapter()
    .getInstance()
    .addContentTypeParser(PROVIDER_EVENT, { parseAs: 'buffer', bodyLimit: MEBIBYTE }, (_request, body, done) =>
      done(null, body),
    );
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', async ({ method, headers, routeOptions }) => {
      if (method === 'POST' && routeOptions.url === PROVIDER_EVENTS) headers['content-type'] = PROVIDER_EVENT;
    });
  app.setGlobalPrefix('api/v1', { exclude: ['/', 'r/{*path}', 'p/{*path}'] });
  app.enableShutdownHooks();
  return app;
}

const ANSWER = 'application/x-buyer-answer';
const GIVEN_TYPE = 'x-given-content-type';
const PROVIDER_EVENT = 'application/x-provider-event';
const PROVIDER_EVENTS = '/api/v1/provider-events/:connectionId';

/** The fields of a form or of JSON; none where it is neither. */
function answerIn(type: string, body: string): Record<string, unknown> {
  if (/^application\/x-www-form-urlencoded/i.test(type)) {
    const fields = new URLSearchParams(body);
    return Object.fromEntries(
      [...new Set(fields.keys())].map((name) => [
        name,
        fields.getAll(name).length > 1 ? fields.getAll(name) : fields.get(name),
      ]),
    );
  }
  if (!/^application\/json/i.test(type)) return {};
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
  } catch {
    return {};
  }
}

/** The API's document at /api/v1/openapi.json, and a page to read it at /api/v1/docs. */
export function publishDocs(app: NestFastifyApplication): void {
  SwaggerModule.setup('api/v1/docs', app, () => openApi(app), {
    jsonDocumentUrl: 'api/v1/openapi.json',
    customSiteTitle: 'Overture API',
  });
}

export function openApi(app: NestFastifyApplication): OpenAPIObject {
  const description = [
    'Propositions, cohorts, campaigns, work and feedback. Sign in with `POST /sessions` (cookie) or `POST /tokens` (bearer).',
    'Errors are `application/problem+json` with a stable `code`. Every POST that creates takes an `Idempotency-Key`.',
    'Listings take `limit`, `cursor`, `sort` and the filters they name.',
  ].join('\n\n');
  const config = new DocumentBuilder()
    .setTitle('Overture')
    .setVersion('1')
    .setDescription(description)
    .addBearerAuth()
    .addCookieAuth('overture')
    .addSecurityRequirements('bearer')
    .build();
  return SwaggerModule.createDocument(app, config);
}

export function levels(lowest: string): ('fatal' | 'error' | 'warn' | 'log' | 'debug' | 'verbose')[] {
  const all = ['fatal', 'error', 'warn', 'log', 'debug', 'verbose'] as const;
  const at = all.indexOf(lowest === 'info' ? 'log' : (lowest as 'warn'));
  return all.slice(0, (at < 0 ? 2 : at) + 1);
}
