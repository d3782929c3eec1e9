import { existsSync } from 'node:fs';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

const YEAR_MS = 365 * 24 * 3600 * 1000;
/** `health`: a probe without the API's prefix must not take the console's page for an answer. */
const OURS = /^\/(api|r|p|health)(\/|\?|$)/;

/**
 * Serves the built console from `folder`. Every address that is neither the API's nor a buyer's nor a probe's is one of
 * its screens: its own router knows which. Without a built console, the address shows the API's documentation.
 */
export async function publishConsole(app: NestFastifyApplication, folder: string): Promise<void> {
  const server = app.getHttpAdapter().getInstance();
  if (!existsSync(`${folder}/index.html`)) {
    server.get('/', (_request, reply) => reply.redirect('/api/v1/docs'));
    return;
  }
  const { default: fastifyStatic } = await import('@fastify/static');
  await app.register(fastifyStatic as never, {
    root: `${folder}/assets`,
    prefix: '/assets/',
    // their names contain a hash of their content
    immutable: true,
    maxAge: YEAR_MS,
  });
  server.get('/*', (request, reply) =>
    OURS.test(request.url)
      ? reply.callNotFound()
      : reply.header('cache-control', 'no-cache').sendFile('index.html', folder, { maxAge: 0, immutable: false }),
  );
}
