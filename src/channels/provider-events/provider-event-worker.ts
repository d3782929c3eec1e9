import { Injectable, Logger } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { Every, JobQueue, row, Settings, Shutdown, transaction } from '../../platform/index.js';
import { CHANNEL_SETTINGS } from '../channel.settings.js';
import { PROVIDER_EVENT_QUEUE } from '../queues.js';
import { ProviderEventActions, type DueEvent, type EventOutcome } from './provider-event-actions.js';
import * as sql from './provider-event-worker.sql.js';

const MOST_ATTEMPTS = 5;
/** Bounded, so that a flood cannot keep a worker for ever: the schedule enqueues again. */
const AT_ONCE = 2_000;

class EventFailed extends Error {
  constructor(
    readonly id: string,
    readonly reason: Error,
  ) {
    super(reason.message);
  }
}

/** Carries out events in the order in which they came, each in a transaction of its own. */
@Injectable()
export class ProviderEventWorker {
  private readonly log = new Logger('ProviderEvents');

  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly actions: ProviderEventActions,
    private readonly jobQueue: JobQueue,
    private readonly settings: Settings,
    private readonly shutdown: Shutdown,
  ) {}

  @Every('enqueue-provider-events', 1_000)
  async enqueueDue(): Promise<void> {
    const due = await row<{ any: boolean }>(this.source, sql.ANY_DUE);
    if (due?.any) await this.jobQueue.enqueue(PROVIDER_EVENT_QUEUE, {});
  }

  async drain(): Promise<void> {
    for (let turn = 0; turn < AT_ONCE && !this.shutdown.begun; turn++)
      if (!(await this.one().catch((error) => this.failed(error)))) return;
  }

  /** False where none is due. */
  private one(): Promise<boolean> {
    return transaction(this.source, 'provider', async (manager) => {
      const event = await row<DueEvent>(manager, sql.NEXT);
      if (!event) return false;
      try {
        await settle(manager, event.id, await this.actions.carryOut(manager, event));
      } catch (error) {
        // what PostgreSQL asks to repeat is repeated by the transaction
        if ((error as { code?: string }).code?.startsWith('40')) throw error;
        throw new EventFailed(event.id, error as Error);
      }
      return true;
    });
  }

  private async failed(error: unknown): Promise<boolean> {
    if (!(error instanceof EventFailed)) throw error;
    this.log.warn(`An event of a provider could not be carried out and is kept: ${error.message}`);
    await this.source.query(sql.NOTE_FAILURE, [error.id, error.message.slice(0, 500), MOST_ATTEMPTS]);
    return true;
  }

  @Every('forget-old-provider-events', 3_600_000)
  async forget(): Promise<void> {
    await this.source.query(sql.FORGET_EVENTS, [await this.settings.get(CHANNEL_SETTINGS.providerEventsKeptDays)]);
  }
}

async function settle(
  manager: EntityManager,
  id: string,
  { state, reason, message, machine }: EventOutcome,
): Promise<void> {
  if (state === 'later') return void (await manager.query(sql.POSTPONE_EVENT, [id]));
  const { dispatchId = null, enrolmentId = null, contactId = null } = message ?? {};
  await manager.query(sql.SETTLE_EVENT, [id, state, reason, dispatchId, enrolmentId, contactId, machine]);
}
