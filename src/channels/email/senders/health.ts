import { Injectable, Logger } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { CAMPAIGN_SETTINGS, harm, refusalTrouble } from '../../../campaigns/index.js';
import { Every, rows, Settings, transaction } from '../../../platform/index.js';
import { Senders } from './senders.js';

/** What became of a sender's mails in the last seven days. */
export interface Week {
  sent: number;
  bounced: number;
  complained: number;
  deferred: number;
  unknown: number;
}

/** What a sender is judged by: its mails since a person last forgave it. */
interface Judged {
  id: string;
  sent: number;
  bounced: number;
  complained: number;
  /** since it was started last */
  since: Date;
  refused: boolean;
}

const LAST_DAYS = `LEFT JOIN sender_day d ON d.sender_id = s.id AND d.day > (app_now() AT TIME ZONE 'UTC')::date - 7`;
const JUDGED = `
SELECT s.id, coalesce(sum(d.sent - d.forgiven_sent), 0)::int AS sent,
    coalesce(sum(d.bounced - d.forgiven_bounced), 0)::int AS bounced,
       coalesce(sum(d.complained - d.forgiven_complained), 0)::int AS complained,
       s.state_since AS since,
       EXISTS (SELECT FROM dispatch x WHERE x.sender_id = s.id AND x.refused_at >= s.state_since) AS refused
  FROM sender s ${LAST_DAYS} WHERE s.state = 'active' GROUP BY s.id`;

/** $1 senders, null: all */
const WEEK = `
SELECT s.id, coalesce(sum(d.sent), 0)::int AS sent, coalesce(sum(d.bounced), 0)::int AS bounced,
    coalesce(sum(d.complained), 0)::int AS complained,
       coalesce(sum(d.deferred), 0)::int AS deferred, coalesce(sum(d.unknown), 0)::int AS unknown
  FROM sender s ${LAST_DAYS}
 WHERE $1::uuid[] IS NULL OR s.id = ANY($1) GROUP BY s.id`;

/** $1 dispatch, $2 bounced, $3 complained. The default server has no sender. */
const NOTE = `
INSERT INTO sender_day (sender_id, day, bounced, complained)
SELECT sender_id, (app_now() AT TIME ZONE 'UTC')::date, $2, $3 FROM dispatch WHERE id = $1 AND sender_id IS NOT NULL
ON CONFLICT (sender_id, day) DO UPDATE
  SET bounced = sender_day.bounced + excluded.bounced, complained = sender_day.complained + excluded.complained`;

@Injectable()
export class Health {
  private readonly log = new Logger('Health');

  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly settings: Settings,
    private readonly senders: Senders,
  ) {}

  async weeks(ids: string[] | null = null): Promise<Map<string, Week>> {
    const found = await rows<Week & { id: string }>(this.source, WEEK, [ids]);
    return new Map(found.map(({ id, ...week }) => [id, week]));
  }

  /** Harm that came back later, by mail: counted on the day on which it is known. */
  async note(manager: EntityManager, dispatchId: string, what: 'bounced' | 'complained'): Promise<void> {
    await manager.query(NOTE, [dispatchId, what === 'bounced' ? 1 : 0, what === 'complained' ? 1 : 0]);
  }

  /** A sender with too many bounces, complaints or refusals of us stops itself, gives the reason, and waits for a person. */
  @Every('stop-harmful-senders', 5_000)
  async check(): Promise<void> {
    const limits = await this.settings.of(CAMPAIGN_SETTINGS);
    for (const { id, sent, since, refused, ...back } of await rows<Judged>(this.source, JUDGED)) {
      const mails = sent + back.bounced;
      const reason =
        (refused && (await refusalTrouble(this.source, 'sender_id', { id, since, mails }, limits))) ||
        (mails < limits.mailsBeforeRatesCount ? null : harm({ mails, ...back }, limits));
      if (!reason) continue;
      this.log.warn(`Sender ${id} stopped: ${reason}`);
      await transaction(this.source, 'worker', (manager) => this.senders.setState(manager, id, 'stopped', reason));
    }
  }
}

/**
 * 0 (stop) to 100 (spotless): what of the limits is used up by bounces and complaints, and what share had to wait. Null
 * before anything was sent.
 */
export function healthOf(
  { sent, bounced, complained, deferred, unknown }: Week,
  limits: { bouncesPerThousandBeforeStop: number; complaintsPerThousandBeforeStop: number },
): number | null {
  const mails = sent + bounced + unknown;
  if (mails === 0) return null;
  const used = (count: number, limit: number) => (count * 1000) / (limit * mails);
  const worst = Math.max(
    used(bounced, limits.bouncesPerThousandBeforeStop),
    used(complained, limits.complaintsPerThousandBeforeStop),
    // waiting is no harm, but a sign: all of it waiting takes half of the figure
    (0.5 * deferred) / (mails + deferred),
    used(unknown, limits.bouncesPerThousandBeforeStop),
  );
  return Math.round(100 * Math.max(0, 1 - worst));
}
