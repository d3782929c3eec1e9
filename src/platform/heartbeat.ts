import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { row, rows } from './database/sql.js';

const BEAT_MS = 5_000;

export type ProgramKind = 'api' | 'worker';
export interface Program {
  id: string;
  kind: ProgramKind;
  host: string;
  pid: number;
  startedAt: Date;
  beatAt: Date;
  /** it has missed several beats: stopped without a word, or cut off from the database */
  silent: boolean;
}

/** Says every five seconds that this program lives, where every other can read it. */
@Injectable()
export class Heartbeat implements OnApplicationShutdown {
  private readonly id = randomUUID();
  private timer: NodeJS.Timeout | undefined;

  constructor(@InjectDataSource() private readonly source: DataSource) {}

  async start(kind: ProgramKind): Promise<void> {
    const beat = () => this.source.query(BEAT, [this.id, kind, hostname(), process.pid]);
    await beat();
    // one that is missed is followed by the next
    this.timer = setInterval(() => void beat().catch(() => undefined), BEAT_MS).unref();
  }

  programs(): Promise<Program[]> {
    return rows<Program>(this.source, PROGRAMS);
  }

  /** How many workers live. */
  async workers(): Promise<number> {
    return (await row<{ n: number }>(this.source, WORKERS))!.n;
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    if (this.timer) await this.source.query('DELETE FROM program WHERE id = $1', [this.id]).catch(() => undefined);
  }
}

/** Who is silent is listed for ten minutes. $1 id, $2 kind, $3 host, $4 pid */
const BEAT = `
WITH gone AS (DELETE FROM program WHERE beat_at < clock_timestamp() - interval '10 minutes' AND id <> $1)
INSERT INTO program (id, kind, host, pid) VALUES ($1, $2, $3, $4)
ON CONFLICT (id) DO UPDATE SET beat_at = clock_timestamp()`;
const SILENT = `beat_at < clock_timestamp() - interval '20 seconds'`;
const PROGRAMS = `
SELECT id, kind, host, pid, started_at, beat_at, ${SILENT} AS silent FROM program ORDER BY kind, started_at, id`;
const WORKERS = `SELECT count(*)::int AS n FROM program WHERE kind = 'worker' AND NOT ${SILENT}`;
