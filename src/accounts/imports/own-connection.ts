import { DataSource, type EntityManager } from 'typeorm';
import { databaseOptions, row, transaction, type Config } from '../../platform/index.js';

/** The connection broke; a pool would continue on another one, without the lock and without the shadow tables. */
export class ConnectionLost extends Error {}

/**
 * One connection for one import, outside the pool: a session lock and a dry run's shadow tables live as long as it, and
 * no one else may get it.
 */
export class OwnConnection {
  private constructor(
    readonly source: DataSource,
    private readonly importId: string,
    private readonly pid: number,
  ) {}

  /** Null where another worker holds the import. */
  static async open(config: Config, importId: string): Promise<OwnConnection | null> {
    const options = databaseOptions({ databaseUrl: config.databaseUrl, databasePool: 1 });
    const extra = { ...options.extra, idleTimeoutMillis: 0, application_name: `overture import ${importId}` };
    const source = await new DataSource({ ...options, extra }).initialize();
    const found = await row<{ mine: boolean; pid: number }>(source, LOCK, [importId]);
    if (found?.mine) return new OwnConnection(source, importId, found.pid);
    await source.destroy();
    return null;
  }

  transaction<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return transaction(this.source, `import:${this.importId}`, async (manager) => {
      const now = await row<{ pid: number }>(manager, 'SELECT pg_backend_pid() AS pid');
      if (now?.pid !== this.pid) throw new ConnectionLost('The connection of this import was lost.');
      return work(manager);
    });
  }

  /** The lock ends here: the server would keep it a moment longer than the connection, and the next worker is near. */
  async close(): Promise<void> {
    await this.source.query(UNLOCK, [this.importId]).catch(() => undefined);
    await this.source.destroy().catch(() => undefined);
  }
}

const LOCK = "SELECT pg_try_advisory_lock(hashtext('import'), hashtext($1)) AS mine, pg_backend_pid() AS pid";
const UNLOCK = "SELECT pg_advisory_unlock(hashtext('import'), hashtext($1))";

export function lostConnection(error: unknown): boolean {
  const { code = '', message = '' } = error as { code?: string; message?: string };
  if (error instanceof ConnectionLost) return true;
  // SQLSTATE: connection, shutdown, out of resources; a statement that took too long is not among them, half of it may
  // fit
  if (/^[0-9A-Z]{5}$/.test(code) && /\d/.test(code)) return /^(08|57P0|53)/.test(code);
  return /^E[A-Z]+$/.test(code) || /connection|terminated/i.test(message);
}
