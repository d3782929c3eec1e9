import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { JobQueue, row, transaction } from '../../platform/index.js';
import { PROVIDER_EVENT_QUEUE } from '../queues.js';
import * as sql from './intake.sql.js';
import { ProviderConnectionNotFound, ProviderConnections } from './provider-connections.js';
import type { ProviderName } from './provider-event.entity.js';
import { receiveFromMailgun } from './providers/mailgun.js';
import { receiveFromPostmark } from './providers/postmark.js';
import { EventRefused, type ProviderRequest, type Receive, type Received } from './providers/provider.js';
import { receiveFromSendGrid } from './providers/sendgrid.js';
import { SnsMessages } from './providers/sns.js';

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Takes what a provider posts: checks who it is from, and keeps each event once. What follows is a job's. */
@Injectable()
export class ProviderEventIntake {
  private readonly receiving: Record<ProviderName, Receive>;

  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly connections: ProviderConnections,
    private readonly jobQueue: JobQueue,
    sns: SnsMessages,
  ) {
    this.receiving = {
      ses: sns.receive,
      sendgrid: receiveFromSendGrid,
      postmark: receiveFromPostmark,
      mailgun: receiveFromMailgun,
    };
  }

  /**
   * @returns how many events it held
   * @throws EventRefused, which is counted; EventUnreadable; ProviderConnectionNotFound
   */
  async take(connectionId: string, request: ProviderRequest): Promise<number> {
    const key = UUID.test(connectionId) ? await this.connections.key(connectionId) : null;
    if (!key) throw new ProviderConnectionNotFound('There is no such connection to a provider.');
    try {
      const received = await this.receiving[key.provider](request, key);
      await transaction(this.source, `provider:${connectionId}`, (manager) =>
        this.keep(manager, connectionId, received),
      );
      return received.events.length;
    } catch (error) {
      if (error instanceof EventRefused) await this.source.query(sql.NOTE_REFUSED, [connectionId]);
      throw error;
    }
  }

  private async keep(
    manager: EntityManager,
    connectionId: string,
    { events, token, subscribed = false }: Received,
  ): Promise<void> {
    // the row is locked first: of two with one token the second waits here
    await manager.query(sql.NOTE_RECEIVED, [connectionId, subscribed]);
    if (token !== undefined && (await row(manager, sql.TOKEN_USED, [connectionId, token, events[0]?.eventId ?? ''])))
      throw new EventRefused('This signature was used before, for another event.');
    if (events.length === 0) return;
    await manager.query(sql.KEEP, [connectionId, JSON.stringify(events), token ?? null]);
    this.jobQueue.enqueueAfter(manager, PROVIDER_EVENT_QUEUE, {});
  }
}
