import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { assertRevision, Conflict, NotFound, Outbound, touched, Vault } from '../../platform/index.js';
import { Webhook, WebhookDelivery } from './webhook.entity.js';

class WebhookNotFound extends NotFound {}
class DeliveryNotFound extends NotFound {}
class WebhookMoved extends Conflict {}
class NothingToReplay extends Conflict {}

export const SECRET = 'webhook secret';
const CHANGE_OVER_HOURS = 24;

export interface WebhookFacts {
  url: string;
  description?: string;
  kinds?: string[];
}

@Injectable()
export class Webhooks {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly vault: Vault,
    private readonly outbound: Outbound,
  ) {}

  async get(id: string, manager: EntityManager = this.source.manager): Promise<Webhook> {
    const webhook = await manager.findOneBy(Webhook, { id });
    if (!webhook) throw new WebhookNotFound('There is no such webhook.');
    return webhook;
  }

  /** The secret is answered now and never again. */
  async create(manager: EntityManager, facts: WebhookFacts, by: string): Promise<{ webhook: Webhook; secret: string }> {
    this.outbound.assertUrl(facts.url);
    const secret = newSecret();
    const { identifiers } = await manager.insert(Webhook, {
      ...facts,
      secretSealed: this.vault.seal(SECRET, secret),
      createdBy: by,
    });
    return { webhook: await this.get(identifiers[0]!.id as string, manager), secret };
  }

  /** Paused, it collects what it would have been told; active again, it is told. */
  async change(
    manager: EntityManager,
    id: string,
    read: number,
    facts: Partial<WebhookFacts> & { state?: 'active' | 'paused' },
  ): Promise<Webhook> {
    const before = await this.locked(manager, id);
    assertRevision(before, read);
    // the other server would get deliveries that this one takes for ours
    if (facts.url && this.outbound.assertUrl(facts.url).origin !== new URL(before.url).origin)
      throw new WebhookMoved(
        'Another server needs a secret of its own: make a new webhook there, and remove this one.',
      );
    await manager.update(
      Webhook,
      { id },
      {
        ...facts,
        ...(facts.state ? { stateReason: null, failingSince: null } : {}),
        revision: read + 1,
        updatedAt: () => 'app_now()',
      },
    );
    return this.get(id, manager);
  }

  /** A new secret; for a day deliveries bear both signatures, so that the other side can change over. */
  async renewSecret(manager: EntityManager, id: string): Promise<string> {
    const webhook = await this.locked(manager, id);
    const secret = newSecret();
    await manager.update(
      Webhook,
      { id },
      {
        secretSealed: this.vault.seal(SECRET, secret),
        oldSecretSealed: webhook.secretSealed,
        oldSecretUntil: () => `clock_timestamp() + interval '${CHANGE_OVER_HOURS} hours'`,
        revision: webhook.revision + 1,
        updatedAt: () => 'app_now()',
      },
    );
    return secret;
  }

  async remove(manager: EntityManager, id: string): Promise<void> {
    await this.locked(manager, id);
    await manager.delete(Webhook, { id });
  }

  /** Tells one fact again, whatever became of it, under the same id. */
  async replay(manager: EntityManager, deliveryId: string): Promise<WebhookDelivery> {
    const again = await touched(manager, UPDATE_WEBHOOK_DELIVERY, [deliveryId]);
    if (again === 0) throw new DeliveryNotFound('There is no such delivery.');
    return manager.findOneByOrFail(WebhookDelivery, { id: deliveryId });
  }

  /** Tells again what failed since then. Returns how many. */
  async replayFailed(manager: EntityManager, id: string, since: Date): Promise<number> {
    await this.locked(manager, id);
    const again = await touched(manager, UPDATE_WEBHOOK_DELIVERY_REPLAY_FAILED, [id, since]);
    if (again === 0) throw new NothingToReplay('Nothing failed since then.');
    return again;
  }

  private async locked(manager: EntityManager, id: string): Promise<Webhook> {
    const webhook = await manager.findOne(Webhook, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (!webhook) throw new WebhookNotFound('There is no such webhook.');
    return webhook;
  }
}

const newSecret = (): string => `whsec_${randomBytes(24).toString('base64')}`;

const UPDATE_WEBHOOK_DELIVERY = `
UPDATE webhook_delivery SET state = 'pending', attempts = 0, next_attempt_at = clock_timestamp(), delivered_at = NULL
  WHERE id = $1`;

const UPDATE_WEBHOOK_DELIVERY_REPLAY_FAILED = `
UPDATE webhook_delivery SET state = 'pending', attempts = 0, next_attempt_at = clock_timestamp()
  WHERE webhook_id = $1 AND state = 'failed' AND created_at >= $2`;
