import { Injectable, Logger } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { Config } from './config.js';
import { row, rows } from './database/sql.js';
import { Every } from './queue/handlers.js';

export interface DispatchingState {
  state: 'on' | 'off';
  reason: string | null;
  changedBy: string;
  changedAt: Date;
}

/**
 * Whether this installation sends anything by itself: mail, webhooks, and the reading of mailboxes. A database that was
 * restored or copied finds another address than the one where it was switched on, and sends nothing until a person
 * switches it on here.
 */
@Injectable()
export class Dispatching {
  private readonly log = new Logger('Dispatching');
  private readonly host: string;

  constructor(
    @InjectDataSource() private readonly source: DataSource,
    { publicUrl }: Config,
  ) {
    const { hostname } = new URL(publicUrl);
    this.host = /^(localhost|127\..*|\[::1\])$/.test(hostname) ? 'local' : hostname;
  }

  /**
   * Before api or worker serve. Not by the command line, which may run with another address, and must not switch
   * dispatching off.
   */
  @Every('watch-dispatching', 5_000)
  async watch(): Promise<void> {
    await this.source.query(SETTLE_IN, [this.host]);
    const [moved] = await rows<{ reason: string }>(this.source, MOVED, [this.host]);
    if (moved) this.log.warn(`Nothing is sent. ${moved.reason}`);
  }

  async get(manager: EntityManager = this.source.manager): Promise<DispatchingState> {
    return (await row<DispatchingState>(manager, GET))!;
  }

  /** On: this database is the live one from now on; the next program that boots records its address. */
  async turn(manager: EntityManager, state: 'on' | 'off', reason: string, by: string): Promise<DispatchingState> {
    await manager.query(TURN, [state, reason, by]);
    return this.get(manager);
  }
}

const GET = `SELECT state, reason, changed_by, changed_at FROM dispatching`;
/** The first program that runs on a new database switches it on: nothing can have been sent before. $1 host */
const SETTLE_IN = `
UPDATE dispatching SET place = coalesce(place, dispatching_place()), host = coalesce(host, $1)
  WHERE place IS NULL OR host IS NULL`;
/** $1 host */
const MOVED = `
UPDATE dispatching d
   SET state = 'off', changed_by = 'system', changed_at = app_now(),
       reason = CASE WHEN place <> dispatching_place()
         THEN 'This database was restored or copied, or its server was replaced.'
                     ELSE 'This database was at home at ' || host || ', and runs at ' || $1 || ' now.' END
                || ' Switch it on here only if the other one does not send any more.'
 WHERE state = 'on' AND (place <> dispatching_place() OR host IS DISTINCT FROM $1) RETURNING reason`;
/** $1 state, $2 reason, $3 who */
const TURN = `
UPDATE dispatching
   SET state = $1, reason = $2, changed_by = $3, changed_at = app_now(), place = CASE WHEN $1 = 'on'
     THEN dispatching_place() ELSE place END,
       host = CASE WHEN $1 = 'on' THEN NULL ELSE host END`;
