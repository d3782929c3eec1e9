import { createSocket, type RemoteInfo, type Socket } from 'node:dgram';
import type { AddressInfo } from 'node:net';
import dns from 'dns-packet';

/** What a name answers: records, no such name, a server's failure, or nothing at all. */
export type Zone = Record<string, dns.Answer[] | 'SERVFAIL' | 'REFUSED' | 'silence'>;

const RCODES = { SERVFAIL: 2, NXDOMAIN: 3, REFUSED: 5 };

export const mx = (exchange: string, preference = 10): dns.Answer => ({
  type: 'MX',
  name: '',
  ttl: 60,
  data: { preference, exchange },
});
export const a = (data: string): dns.Answer => ({ type: 'A', name: '', ttl: 60, data });
export const aaaa = (data: string): dns.Answer => ({ type: 'AAAA', name: '', ttl: 60, data });

/** In pieces of 255 octets, as DNS has them. */
export const txt = (text: string): dns.Answer => ({
  type: 'TXT',
  name: '',
  ttl: 60,
  data:
    text === ''
      ? ['']
      : Array.from({ length: Math.ceil(text.length / 255) }, (_, n) => text.slice(n * 255, n * 255 + 255)),
});
export const ptr = (data: string): dns.Answer => ({ type: 'PTR', name: '', ttl: 60, data });

/** A real DNS server on the loopback. It knows the root, as any resolver that sees the world does, unless it is `blind`. */
export class DnsServer {
  readonly asked: string[] = [];
  blind = false;

  private constructor(
    private readonly socket: Socket,
    readonly zone: Zone,
  ) {}

  static async open(zone: Zone = {}): Promise<DnsServer> {
    const socket = createSocket('udp4');
    const server = new DnsServer(socket, zone);
    socket.on('message', (message, from) => server.answer(message, from));
    await new Promise<void>((resolve) => void socket.bind(0, '127.0.0.1', resolve));
    return server;
  }

  get address(): string {
    return `127.0.0.1:${(this.socket.address() as AddressInfo).port}`;
  }

  /** Knows these names from now on, and no others. */
  reset(zone: Zone): void {
    for (const name of Object.keys(this.zone)) delete this.zone[name];
    Object.assign(this.zone, zone);
  }

  private answer(message: Buffer, from: RemoteInfo): void {
    const { id, questions = [] } = dns.decode(message);
    const [question] = questions;
    const name = question!.name.toLowerCase().replace(/\.$/, '');
    this.asked.push(`${question!.type} ${name}`);
    const known = this.known(name);
    if (known === 'silence') return;
    const failure = known === undefined ? 'NXDOMAIN' : typeof known === 'string' ? known : undefined;
    const answers = (typeof known === 'object' ? known : [])
      .filter(({ type }) => type === question!.type)
      .map((each) => ({ ...each, name: question!.name }) as dns.Answer);
    const flags = dns.RECURSION_DESIRED | dns.RECURSION_AVAILABLE | (failure ? RCODES[failure] : 0);
    this.socket.send(
      dns.encode({ type: 'response', id: id!, flags, questions: [question!], answers }),
      from.port,
      from.address,
    );
  }

  private known(name: string): Zone[string] | undefined {
    if (name === '' && !this.blind) return [{ type: 'NS', name: '', ttl: 60, data: 'a.root-servers.net' }];
    return Object.hasOwn(this.zone, name) ? this.zone[name] : undefined;
  }

  async close(): Promise<void> {
    await new Promise<void>((resolve) => this.socket.close(() => resolve()));
  }
}
