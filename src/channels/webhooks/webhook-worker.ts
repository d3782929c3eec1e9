import { Injectable, Logger } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import {
  AddressRefused,
  JobQueue,
  Shutdown,
  Every,
  Outbound,
  row,
  rows,
  Settings,
  Vault,
} from '../../platform/index.js';
import * as sql from './webhook-worker.sql.js';
import { tell } from './events.js';
import { SECRET } from './webhooks.js';
import { signed } from './signature.js';
import { CHANNEL_SETTINGS } from '../channel.settings.js';
import { WEBHOOK_QUEUE } from '../queues.js';

const SPREAD_AT_ONCE = 1_000;
const OF_EACH = 10;
const MINUTE = 60;
const HOUR = 3_600;
/**
 * Seconds until the next attempt, after the first, the second … (Standard Webhooks). Then it has failed, and can be
 * replayed.
 */
const PATIENCE = [5, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 5 * HOUR, 10 * HOUR, 14 * HOUR, 20 * HOUR, 24 * HOUR];
const DEAD_DAYS = 5;
const GONE = 410;

interface Parcel {
  id: string;
  webhookId: string;
  attempts: number;
  kind: string;
  subjectId: string;
  at: Date;
  url: string;
  secretSealed: string;
  oldSecretSealed: string | null;
}

interface Receipt {
  id: string;
  webhookId: string;
  state: 'delivered' | 'pending' | 'failed';
  status: number | null;
  answer: string;
  seconds: number | null;
  gone: boolean;
}

/**
 * Delivers events to the webhooks that want them: signed, at least once each, and retried later where a delivery fails.
 */
@Injectable()
export class WebhookWorker {
  private readonly log = new Logger('Courier');

  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly outbound: Outbound,
    private readonly vault: Vault,
    private readonly settings: Settings,
    private readonly jobQueue: JobQueue,
    private readonly shutdown: Shutdown,
  ) {}

  @Every('enqueue-webhooks', 1_000)
  async ringDue(): Promise<void> {
    if ((await row<{ any: boolean }>(this.source, sql.ANY_WORK))?.any) await this.jobQueue.enqueue(WEBHOOK_QUEUE, {});
  }

  /** Bounded, so that one flood of events cannot keep a worker for ever: the sweep rings again. */
  async drain(): Promise<void> {
    for (let turn = 0; turn < 200 && !this.shutdown.begun; turn++) {
      const spread = (await row<{ n: number }>(this.source, sql.SPREAD, [SPREAD_AT_ONCE]))!.n;
      if ((await this.deliver()) === 0 && spread === 0) return;
    }
  }

  private async deliver(): Promise<number> {
    const parcels = await rows<Parcel>(this.source, sql.CLAIM, [OF_EACH]);
    if (parcels.length === 0) return 0;
    const subjects = await this.subjects(parcels);
    const receipts = await Promise.all(parcels.map((parcel) => this.handOver(parcel, subjects.get(parcel.id) ?? null)));
    await this.source.query(sql.SETTLE, [JSON.stringify(receipts)]);
    const took = receipts.filter(({ state }) => state === 'delivered').map(({ webhookId }) => webhookId);
    const refused = receipts.filter(({ state }) => state !== 'delivered').map(({ webhookId }) => webhookId);
    await this.source.query(sql.NOTE_HEALTH, [took, refused]);
    for (const { webhookId } of receipts.filter(({ gone }) => gone))
      await this.source.query(UPDATE_WEBHOOK, [webhookId]);
    return parcels.length;
  }

  private async subjects(parcels: Parcel[]): Promise<Map<string, object>> {
    const told = new Map<string, object>();
    const nameOf = ({ kind }: Parcel) => kind.split('.')[0]!;
    for (const name of new Set(parcels.map(nameOf))) {
      const some = parcels.filter((parcel) => nameOf(parcel) === name);
      const found = await tell(
        this.source,
        name,
        some.map(({ subjectId }) => subjectId),
      );
      for (const { id, subjectId } of some) told.set(id, found.get(subjectId) ?? { id: subjectId, gone: true });
    }
    return told;
  }

  private async handOver(parcel: Parcel, data: object | null): Promise<Receipt> {
    const { id, webhookId, kind, at, url, attempts } = parcel;
    const receipt = { id, webhookId, seconds: null, gone: false };
    try {
      const secrets = [parcel.secretSealed, parcel.oldSecretSealed].flatMap((sealed) =>
        sealed ? [this.vault.open(SECRET, sealed)] : [],
      );
      const body = JSON.stringify({ type: kind, timestamp: at.toISOString(), data });
      const { status, words } = await this.outbound.post(url, body, signed(id, body, secrets));
      if (status >= 200 && status < 300) return { ...receipt, state: 'delivered', status, answer: words };
      return { ...receipt, ...later(attempts), status, answer: words, gone: status === GONE };
    } catch (error) {
      const answer = (error as Error).message.slice(0, 500);
      if (error instanceof AddressRefused) return { ...receipt, state: 'failed', status: null, answer };
      return { ...receipt, ...later(attempts), status: null, answer };
    }
  }

  @Every('forget-old-webhook-events', 3_600_000)
  async forget(): Promise<void> {
    await this.source.query(sql.FORGET, [await this.settings.get(CHANNEL_SETTINGS.eventsKeptDays)]);
    const disabled = await rows<{ id: string }>(this.source, `${sql.DISABLE_DEAD} RETURNING id`, [DEAD_DAYS]);
    for (const { id } of disabled)
      this.log.warn(`Webhook ${id} was disabled: every delivery failed for ${DEAD_DAYS} days.`);
  }
}

function later(attempts: number): { state: 'pending' | 'failed'; seconds: number | null } {
  const seconds = PATIENCE[attempts - 1];
  return seconds === undefined ? { state: 'failed', seconds: null } : { state: 'pending', seconds };
}

const UPDATE_WEBHOOK = `
UPDATE webhook
  SET state = 'disabled', state_reason = 'The other side answered 410: it wants no more.', updated_at = app_now(),
    revision = revision + 1 WHERE id = $1 AND state = 'active'`;
