import { isIP, type LookupFunction } from 'node:net';
import { lookup } from 'node:dns';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import ipaddr from 'ipaddr.js';
import type { Agent } from 'undici';
import { Config } from '../config.js';
import { Invalid } from '../errors.js';

export class AddressRefused extends Invalid {}

const SECONDS = 1000;
const MOST_OF_AN_ANSWER = 2_000;

export interface OutboundResponse {
  status: number;
  /** the first words of the body */
  words: string;
}

/**
 * The one way to an address that a user typed. The address that is connected to is judged, not the name: a name may
 * answer differently the second time. No redirects, no private networks (but for OUTBOUND_ALLOW), and an end to every
 * wait.
 */
@Injectable()
export class Outbound implements OnModuleDestroy {
  private agent: Agent | undefined;

  constructor(private readonly config: Config) {}

  private async connections(): Promise<Agent> {
    const { Agent, buildConnector } = await import('undici');
    const connect = buildConnector({ timeout: 5 * SECONDS, lookup: this.lookup });
    return (this.agent ??= new Agent({
      connect: (options, callback) =>
        connect(options, (error, socket) => {
          if (error) return callback(error, null);
          const address = socket!.remoteAddress ?? '';
          if (this.allowed(address)) return callback(null, socket!);
          socket!.destroy();
          callback(new AddressRefused(`${address} is not an address of the public internet.`), null);
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
    if (url.protocol !== 'https:' && !(url.protocol === 'http:' && numeric && this.allowed(host)))
      throw new AddressRefused('The address must begin with https://.');
    if (url.username || url.password) throw new AddressRefused('Leave user and password out of the address.');
    if (numeric && !this.allowed(host)) throw new AddressRefused(`${host} is not an address of the public internet.`);
    return url;
  }

  /** @throws AddressRefused, or the network's own error */
  async post(address: string, body: string, headers: Record<string, string>): Promise<OutboundResponse> {
    const url = this.assertUrl(address);
    const { request } = await import('undici');
    const reply = await request(url, {
      method: 'POST',
      body,
      headers,
      dispatcher: await this.connections(),
      signal: AbortSignal.timeout(15 * SECONDS),
    });
    let words = '';
    for await (const chunk of reply.body) {
      words += String(chunk);
      if (words.length >= MOST_OF_AN_ANSWER) break;
    }
    return { status: reply.statusCode, words: words.slice(0, MOST_OF_AN_ANSWER) };
  }

  private readonly lookup: LookupFunction = (host, options, callback) => {
    lookup(host, { ...options, all: true }, (error, found) => {
      if (error) return callback(error, '');
      const good = found.filter(({ address }) => this.allowed(address));
      const [first] = good;
      if (!first) return callback(new AddressRefused(`${host} does not lead to the public internet.`) as Error, '');
      if (options.all) return callback(null, good);
      callback(null, first.address, first.family);
    });
  };

  private allowed(address: string): boolean {
    if (!ipaddr.isValid(address)) return false;
    // ::ffff:127.0.0.1 is 127.0.0.1
    const plain = ipaddr.process(address);
    if (plain.range() === 'unicast') return true;
    return this.config.outboundAllow.some((range) => {
      const [network, bits] = ipaddr.parseCIDR(range);
      return network.kind() === plain.kind() && plain.match(network, bits);
    });
  }

  async onModuleDestroy(): Promise<void> {
    await this.agent?.destroy();
  }
}
