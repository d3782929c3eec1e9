import type { Socket } from 'node:net';
import pg from 'pg';

/** The server ends a statement after `statement_timeout`: a connection that is silent for longer than that is dead. */
export const STATEMENT_TIMEOUT = 60_000;
const PATIENCE = STATEMENT_TIMEOUT + 10_000;

const silence = () => new Error('The connection to PostgreSQL is silent: timeout.');

/**
 * A connection to PostgreSQL that ends itself when a statement gets no answer at all. A host that went without a word
 * is noticed by TCP after a quarter of an hour, and behind a proxy never; until then all who wait for the statement
 * would wait.
 */
export class MonitoredClient extends pg.Client {
  private asks = false;

  constructor(config?: pg.ClientConfig, patience = PATIENCE) {
    super(config);
    // a pending query is rejected; a connection lost while idle must not end the process
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

/**
 * A pool's client. When one connection is dead, the idle ones probably are too, and each would cost its next user the
 * same wait.
 */
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
