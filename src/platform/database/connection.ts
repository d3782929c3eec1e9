import type { Socket } from 'node:net';
import pg from 'pg';

/** A statement that is silent for longer has been ended by the server (`statement_timeout`), unless nobody is there any more. */
export const STATEMENT_TIMEOUT = 60_000;
const PATIENCE = STATEMENT_TIMEOUT + 10_000;

const silence = () => new Error('The connection to PostgreSQL is silent: timeout.');

/**
 * A connection to PostgreSQL that ends itself when a statement gets no answer at all. A host that went without a word is noticed by
 * TCP after a quarter of an hour, and behind a proxy never; until then all who wait for the statement would wait.
 */
export class MonitoredClient extends pg.Client {
  private asks = false;

  constructor(config?: pg.ClientConfig, patience = PATIENCE) {
    super(config);
    // whoever waits for an answer is told; lost between two of them, it must not take the process with it
    this.on('error', () => undefined);
    const ask = this.query.bind(this) as (...given: unknown[]) => unknown;
    const silent = () => {
      this.stream.destroy(silence());
      Pooled.distrust();
    };
    this.query = ((...given: unknown[]) => {
      const { stream } = this;
      this.asks = true;
      // whatever passes begins it anew, so that a long COPY is no silence
      stream.setTimeout(patience);
      if (stream.listenerCount('timeout', silent) === 0) stream.on('timeout', silent);
      return ask(...given);
    }) as typeof this.query;
    this.on('drain', () => {
      this.asks = false;
      this.stream.setTimeout(0);
    });
  }

  protected endIfIdle(): void {
    if (!this.asks) this.stream.destroy(silence());
  }

  private get stream(): Socket {
    return (this as unknown as { connection: { stream: Socket } }).connection.stream;
  }
}

/** One of a pool: when any line was silent, those that lie idle are likely dead as well, and would cost whoever takes them as long again. */
export class Pooled extends MonitoredClient {
  private static readonly all = new Set<Pooled>();

  constructor(config?: pg.ClientConfig, patience?: number) {
    super(config, patience);
    Pooled.all.add(this);
    this.once('end', () => Pooled.all.delete(this));
  }

  static distrust(): void {
    for (const line of Pooled.all) line.endIfIdle();
  }
}
