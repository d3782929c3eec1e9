import { isIP, type Socket } from 'node:net';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { Agent } from 'undici';
import { Config } from '../config.js';
import { AddressRefused, Addresses, HOST_NAME, refused } from './addresses.js';

const SECONDS = 1000;
const MOST_OF_AN_ANSWER = 2_000;

export interface OutboundResponse {
  status: number;
  /** the first words of the body */
  words: string;
}

/**
 * The one way to an address that a user typed: no redirects, no private networks (but for OUTBOUND_ALLOW), and an end
 * to every wait.
 */
@Injectable()
export class Outbound implements OnModuleDestroy {
  private agent: Agent | undefined;
  private readonly addresses: Addresses;

  constructor(config: Config) {
    this.addresses = new Addresses(config.outboundAllow);
  }

  private async connections(): Promise<Agent> {
    const { Agent, buildConnector } = await import('undici');
    const connect = buildConnector({ timeout: 5 * SECONDS, lookup: this.addresses.lookup });
    return (this.agent ??= new Agent({
      connect: (options, callback) =>
        connect(options, (error, socket) => {
          if (error) return callback(error, null);
          const address = socket!.remoteAddress ?? '';
          if (this.addresses.allowed(address)) return callback(null, socket!);
          socket!.destroy();
          callback(refused(address), null);
        }),
      headersTimeout: 10 * SECONDS,
      bodyTimeout: 10 * SECONDS,
      connections: 20,
      keepAliveTimeout: 4 * SECONDS,
    }));
  }

  /** @throws AddressRefused for what can be judged without asking anybody: scheme, credentials, addresses in numbers */
  assertUrl(text: string): URL {
    let url: URL;
    try {
      url = new URL(text);
    } catch {
      throw new AddressRefused('Give a whole address, such as https://crm.example.com/overture.');
    }
    const host = url.hostname.replace(/^\[|\]$/g, '');
    const numeric = isIP(host) !== 0;
    if (url.protocol !== 'https:' && !(url.protocol === 'http:' && numeric && this.addresses.allowed(host)))
      throw new AddressRefused('The address must begin with https://.');
    if (url.username || url.password) throw new AddressRefused('Leave user and password out of the address.');
    this.addresses.assertHost(host);
    return url;
  }

  /** @throws AddressRefused, or the network's own error */
  post(address: string, body: string, headers: Record<string, string>): Promise<OutboundResponse> {
    return this.ask(address, { method: 'POST', body, headers }, MOST_OF_AN_ANSWER);
  }

  /** `most`: characters of the body. @throws AddressRefused, or the network's own error */
  get(address: string, most = MOST_OF_AN_ANSWER): Promise<OutboundResponse> {
    return this.ask(address, { method: 'GET' }, most);
  }

  private async ask(
    address: string,
    options: { method: 'GET' | 'POST'; body?: string; headers?: Record<string, string> },
    most: number,
  ): Promise<OutboundResponse> {
    const url = this.assertUrl(address);
    const { request } = await import('undici');
    const reply = await request(url, {
      ...options,
      dispatcher: await this.connections(),
      signal: AbortSignal.timeout(15 * SECONDS),
    });
    let words = '';
    for await (const chunk of reply.body) {
      words += String(chunk);
      if (words.length >= most) break;
    }
    return { status: reply.statusCode, words: words.slice(0, most) };
  }

  /** @throws AddressRefused for what can be judged without asking anybody */
  assertServer(host: string, port: number, ports: readonly number[]): void {
    if (!HOST_NAME.test(host)) throw new AddressRefused('Give the name of a host, such as smtp.example.com.');
    this.addresses.assertHost(host);
    const numeric = isIP(host) !== 0;
    if (!ports.includes(port) && !(numeric ? this.addresses.isNamed(host) : this.addresses.namesAny))
      throw new AddressRefused(`Port ${port} is none of ${ports.join(', ')}.`);
  }

  /** An address of the host that is allowed, to connect to instead of the name. @throws AddressRefused */
  async resolve(host: string, port: number, ports: readonly number[]): Promise<string> {
    this.assertServer(host, port, ports);
    const address = await this.addresses.resolve(host);
    this.assertServer(address, port, ports);
    return address;
  }

  /** A connected socket; `ports` are the only ones, but for OUTBOUND_ALLOW. @throws AddressRefused */
  connect(host: string, port: number, ports: readonly number[]): Promise<Socket> {
    return this.addresses.connect(host, port, ports);
  }

  async onModuleDestroy(): Promise<void> {
    await this.agent?.destroy();
  }
}
