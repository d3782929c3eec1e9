import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { assertRevision, Conflict, Invalid, NotFound, row, rows, Vault } from '../../platform/index.js';
import { ProviderConnection, type ProviderName } from './provider-event.entity.js';
import type { ProviderKey } from './providers/provider.js';
import { sendGridKey } from './providers/sendgrid.js';
import { TOPIC } from './providers/sns.js';
import * as sql from './provider-connections.sql.js';

export class ProviderConnectionNotFound extends NotFound {}
class ProviderConnectionInvalid extends Invalid {}
class ProviderConnectionUsed extends Conflict {}

const PURPOSE = 'secret of a mail provider';
const SHORTEST_SECRET = 20;

/** As an administrator enters it. The secret is write-only. */
export interface ProviderConnectionFacts {
  name: string;
  senderIds: string[];
  secret?: string | undefined;
  topic?: string | null | undefined;
  state: ProviderConnection['state'];
}

/** What came through a connection. */
export interface EventCounts {
  counts: Record<string, number>;
  unmatched: number;
}

/** The providers that may tell what became of our mails, and how each shows that it is the one. */
@Injectable()
export class ProviderConnections {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly vault: Vault,
  ) {}

  async get(id: string, manager: EntityManager = this.source.manager): Promise<ProviderConnection> {
    const connection = await manager.findOneBy(ProviderConnection, { id });
    if (!connection) throw new ProviderConnectionNotFound('There is no such connection to a provider.');
    return connection;
  }

  async create(
    manager: EntityManager,
    provider: ProviderName,
    { secret, topic, ...facts }: ProviderConnectionFacts,
    by: string,
  ): Promise<ProviderConnection> {
    assertSecret(provider, secret);
    assertTopic(provider, topic);
    await assertSenders(manager, facts.senderIds);
    const { identifiers } = await manager.insert(ProviderConnection, {
      ...facts,
      provider,
      topic: topic ?? null,
      secretSealed: secret ? this.vault.seal(PURPOSE, secret) : null,
      createdBy: by,
    });
    return this.get(identifiers[0]!.id as string, manager);
  }

  /** A secret that is left out stays. */
  async change(
    manager: EntityManager,
    id: string,
    read: number,
    { secret, ...facts }: Partial<ProviderConnectionFacts>,
  ): Promise<ProviderConnection> {
    const before = await manager.findOne(ProviderConnection, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (!before) throw new ProviderConnectionNotFound('There is no such connection to a provider.');
    assertRevision(before, read);
    const { topic = before.topic } = facts;
    if (secret !== undefined) assertSecret(before.provider, secret);
    if (facts.topic !== undefined) assertTopic(before.provider, topic);
    if (facts.senderIds) await assertSenders(manager, facts.senderIds);
    await manager.update(
      ProviderConnection,
      { id },
      {
        ...facts,
        ...(topic === before.topic ? {} : { subscribedAt: null }),
        ...(secret ? { secretSealed: this.vault.seal(PURPOSE, secret) } : {}),
        revision: read + 1,
        updatedAt: () => 'app_now()',
      },
    );
    return this.get(id, manager);
  }

  /** @throws ProviderConnectionUsed where events came through it: where they came from must not be forgotten */
  async remove(manager: EntityManager, id: string): Promise<void> {
    await this.get(id, manager);
    if (await row(manager, sql.HAS_EVENTS, [id]))
      throw new ProviderConnectionUsed('Events came through this connection. Pause it instead.');
    await manager.delete(ProviderConnection, { id });
  }

  /** By connection. */
  async counts(ids: string[]): Promise<Map<string, EventCounts>> {
    const found = await rows<{ id: string; kind: string; n: number; unmatched: number }>(this.source, sql.COUNTS, [
      ids,
    ]);
    return new Map(
      ids.map((id) => {
        const own = found.filter((each) => each.id === id);
        return [
          id,
          {
            counts: Object.fromEntries(own.map(({ kind, n }) => [kind, n])),
            unmatched: own.reduce((sum, { unmatched }) => sum + unmatched, 0),
          },
        ];
      }),
    );
  }

  /** By what it shows that it is the one, opened. */
  async key(id: string): Promise<(ProviderKey & { provider: ProviderName }) | null> {
    const found = await row<{ provider: ProviderName; topic: string | null; sealed: string | null }>(
      this.source,
      'SELECT provider, topic, secret_sealed AS sealed FROM provider_connection WHERE id = $1',
      [id],
    );
    if (!found) return null;
    const { provider, topic, sealed } = found;
    return { provider, topic, secret: sealed === null ? null : this.vault.open(PURPOSE, sealed) };
  }
}

const refuse = (field: 'secret' | 'topic', message: string): ProviderConnectionInvalid =>
  new ProviderConnectionInvalid(message, [{ field, code: 'invalid', message }]);

function assertSecret(provider: ProviderName, secret: string | undefined): void {
  if (provider === 'ses') {
    if (secret) throw refuse('secret', 'Amazon SES needs no secret: leave it out.');
    return;
  }
  if (!secret) throw refuse('secret', 'Give the key or the secret by which the provider shows who it is.');
  if (provider === 'sendgrid' && !sendGridKey(secret))
    throw refuse('secret', 'Give the verification key of the Signed Event Webhook, as SendGrid shows it.');
  if (provider !== 'sendgrid' && secret.length < SHORTEST_SECRET)
    throw refuse('secret', `The secret needs at least ${SHORTEST_SECRET} characters.`);
}

function assertTopic(provider: ProviderName, topic: string | null | undefined): void {
  if (provider !== 'ses' && topic) throw refuse('topic', 'Only Amazon SES has a topic: leave it out.');
  if (provider === 'ses' && !TOPIC.test(topic ?? ''))
    throw refuse('topic', 'Give the ARN of the SNS topic, such as arn:aws:sns:eu-west-1:123456789012:overture.');
}

async function assertSenders(manager: EntityManager, ids: string[]): Promise<void> {
  const found = await row<{ n: number }>(manager, sql.SENDERS_THERE, [ids]);
  if (found!.n === new Set(ids).size) return;
  const message = 'One of these senders does not exist.';
  throw new ProviderConnectionInvalid(message, [{ field: 'senderIds', code: 'unknown', message }]);
}
