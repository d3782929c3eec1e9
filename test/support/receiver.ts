import { once } from 'node:events';
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { Json } from './http.js';

export interface Delivered {
  headers: IncomingHttpHeaders;
  body: string;
  event: Json;
}

/** Another system that webhooks are delivered to: a real HTTP server on the loopback, which remembers what came. */
export class Receiver {
  readonly delivered: Delivered[] = [];
  answer: (delivery: Delivered) => number | 'hang up' | 'silence' = () => 204;
  private readonly server: Server;

  private constructor() {
    this.server = createServer((request, reply) => void this.take(request, reply)).listen(0, '127.0.0.1');
  }

  static async open(): Promise<Receiver> {
    const receiver = new Receiver();
    await once(receiver.server, 'listening');
    return receiver;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/overture`;
  }

  private async take(request: IncomingMessage, reply: ServerResponse): Promise<void> {
    const body = await text(request);
    const delivery = { headers: request.headers, body, event: JSON.parse(body) };
    this.delivered.push(delivery);
    const answer = this.answer(delivery);
    if (answer === 'hang up') request.socket.destroy();
    else if (answer !== 'silence') reply.writeHead(answer).end('thanks');
  }

  /** As new, for the next test. */
  reset(): void {
    this.delivered.length = 0;
    this.answer = () => 204;
  }

  close(): void {
    this.server.closeAllConnections();
    this.server.close();
  }
}
