import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Config, Liveness } from '../../platform/index.js';
import { ServiceReadiness } from './readiness.js';

/**
 * What a worker, which serves no HTTP otherwise, answers a supervisor: GET /live and /ready on HEALTH_PORT, 200 or 503
 * with the reason.
 */
@Injectable()
export class HealthPort implements OnApplicationShutdown {
  private server: Server | undefined;

  constructor(
    private readonly config: Config,
    private readonly liveness: Liveness,
    private readonly readiness: ServiceReadiness,
  ) {}

  async start(): Promise<void> {
    this.liveness.start();
    if (this.config.healthPort === null) return;
    this.server = createServer((request, response) => void this.reply(request.url ?? '', response));
    this.server.listen(this.config.healthPort, this.config.host);
    await once(this.server, 'listening');
  }

  private async reply(path: string, response: ServerResponse): Promise<void> {
    const [status, detail] = await this.answer(path);
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(detail === null ? { status: 'ok' } : { status: 'failing', detail }));
  }

  private async answer(path: string): Promise<[number, string | null]> {
    if (path === '/ready')
      return this.readiness.check().then(
        () => [200, null],
        (error: Error) => [503, error.message],
      );
    if (path !== '/live') return [404, 'Ask for /live or /ready.'];
    const trouble = this.liveness.trouble();
    return [trouble === null ? 200 : 503, trouble];
  }

  onApplicationShutdown(): void {
    this.server?.close();
  }
}
