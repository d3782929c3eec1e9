import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

const PORTS: Record<string, number> = { 'postgres:': 5432, 'postgresql:': 5432, 'redis:': 6379, 'smtp:': 25 };

type Mood = 'fine' | 'slow' | 'drip' | 'blackhole';

interface Pair {
  client: Socket;
  there: Socket;
  /** the server's side is gone, and nobody has told the client */
  halfOpen: boolean;
}

/** A TCP connection that can be bad: between our programs and a server. What is under way when a mood comes, meets it. */
export class Wire {
  mood: Mood = 'fine';
  latency = 200;
  private readonly pairs = new Set<Pair>();

  private constructor(
    private readonly server: Server,
    private readonly target: URL,
  ) {}

  static async to(url: string): Promise<Wire> {
    const server = createServer();
    const wire = new Wire(server, new URL(url));
    server.on('connection', (client) => wire.join(client));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return wire;
  }

  /** The same address, through this wire. */
  get url(): string {
    const url = new URL(this.target);
    url.hostname = '127.0.0.1';
    url.port = String((this.server.address() as AddressInfo).port);
    return url.href;
  }

  private join(client: Socket): void {
    const there = connect(Number(this.target.port) || PORTS[this.target.protocol]!, this.target.hostname);
    const pair: Pair = { client, there, halfOpen: false };
    this.pairs.add(pair);
    for (const socket of [client, there]) {
      socket.setNoDelay(true);
      socket.on('error', () => undefined);
      socket.once('close', () => {
        if (pair.halfOpen && socket === there) return;
        this.pairs.delete(pair);
        client.destroy();
        there.destroy();
      });
    }
    void this.carry(client, there, pair);
    void this.carry(there, client, pair);
  }

  private async carry(from: Socket, to: Socket, pair: Pair): Promise<void> {
    try {
      for await (const chunk of from) if (!pair.halfOpen) await this.pass(chunk as Buffer, to);
      if (!pair.halfOpen) to.end();
    } catch {
      if (!pair.halfOpen) to.destroy();
    }
  }

  private async pass(chunk: Buffer, to: Socket): Promise<void> {
    while (this.mood === 'blackhole' && !to.destroyed) await wait(50);
    if (this.mood === 'slow') await wait(this.latency);
    if (this.mood !== 'drip') return void to.write(chunk);
    for (const byte of chunk) {
      if (to.destroyed) return;
      to.write(Buffer.of(byte));
      // a mood that passes lets the rest through at once
      if (this.mood === 'drip') await wait(1_000);
    }
  }

  /** Every connection ends with RST, or `share` of them. */
  reset(share = 1): void {
    for (const { client, there } of this.pairs) {
      if (Math.random() >= share) continue;
      client.resetAndDestroy();
      there.resetAndDestroy();
    }
  }

  /** The server's side is gone, and the client is not told until it asks. */
  halfOpen(): void {
    for (const pair of this.pairs) {
      pair.halfOpen = true;
      pair.there.destroy();
    }
  }

  async close(): Promise<void> {
    for (const { client, there } of this.pairs) {
      client.destroy();
      there.destroy();
    }
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
  }
}

const wait = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));
