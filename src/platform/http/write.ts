import {
  createParamDecorator,
  Injectable,
  SetMetadata,
  type ExecutionContext,
  type PipeTransform,
} from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DataSource, EntityManager } from 'typeorm';
import { row } from '../database/sql.js';
import { transaction } from '../database/transaction.js';
import { Conflict, Invalid } from '../errors.js';
import { Vault } from '../vault.js';
import { ACTS_ON, type ActedOn } from './acts-on.js';
import type { Actor, ActorRequest } from './actor.js';
import { WriteRights } from './write-rights.js';

/**
 * What a writing endpoint gets: one transaction for the whole request, which judges the rights of the person who asked,
 * audits as that person, enqueues jobs after its commit, and answers a repeated Idempotency-Key with what it answered the first time.
 */
export interface Write {
  <T>(work: (manager: EntityManager) => Promise<T>): Promise<T>;
  readonly actor: Actor;
}

class IdempotencyKeyReused extends Invalid {}
class IdempotencyKeyInvalid extends Invalid {}
class SecretShownOnce extends Conflict {}
class NotSignedIn extends Conflict {}

interface Exchange {
  request: FastifyRequest & ActorRequest;
  reply: FastifyReply;
  /** the answer holds a secret that is shown once */
  secret: boolean;
  /** of `@ActsOn` */
  subject: ((request: FastifyRequest) => ActedOn | undefined) | undefined;
}

@Injectable()
class WritePipe implements PipeTransform<Exchange, Write> {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly vault: Vault,
    private readonly rights: WriteRights,
  ) {}

  transform(exchanged: Exchange): Write {
    const { request, subject } = exchanged;
    const { actor } = request;
    if (!actor) throw new NotSignedIn('This endpoint writes and was reached without an actor.');
    const judged = { request, actedOn: subject?.(request) };
    const write = <T>(work: (manager: EntityManager) => Promise<T>): Promise<T> =>
      transaction(this.source, actor.id, (manager) =>
        this.rights.judged(manager, judged, () => once(manager, this.vault, exchanged, work)),
      );
    return Object.assign(write, { actor });
  }
}

/**
 * The key's row is written in the work's own transaction: both happen or neither; a second request with the key waits
 * for the first.
 */
async function once<T>(
  manager: EntityManager,
  vault: Vault,
  { request, reply, secret }: Exchange,
  work: (manager: EntityManager) => Promise<T>,
): Promise<T> {
  const actor = request.actor!;
  const key = request.headers['idempotency-key'];
  if (key === undefined || request.method !== 'POST') return work(manager);
  if (typeof key !== 'string' || key.length === 0 || key.length > 200)
    throw new IdempotencyKeyInvalid('An Idempotency-Key has 1 to 200 characters.');
  // keyed: a body may hold a password, which a plain hash would let anyone try
  const asked = JSON.stringify([request.method, request.url, request.body ?? null]);
  const hash = Buffer.from(vault.pseudonym('idempotent request', asked), 'base64url');
  const inserted = await row<{ key: string }>(manager, INSERT_IDEMPOTENCY_KEY, [actor.id, key, hash]);
  if (!inserted) {
    const earlier = await row<{ requestHash: Buffer; response: { body: T } | { secret: true } }>(
      manager,
      'SELECT request_hash, response FROM idempotency_key WHERE actor = $1 AND key = $2',
      [actor.id, key],
    );
    if (!earlier || !earlier.requestHash.equals(hash))
      throw new IdempotencyKeyReused('This Idempotency-Key was used for another request. Use a new one.');
    if ('secret' in earlier.response)
      throw new SecretShownOnce('This was done. Its answer held a secret, which is shown once: renew the secret.');
    void reply.header('idempotency-replayed', 'true');
    return earlier.response.body;
  }
  const body = await work(manager);
  await manager.query('UPDATE idempotency_key SET response = $3 WHERE actor = $1 AND key = $2', [
    actor.id,
    key,
    JSON.stringify(secret ? { secret } : { body: body ?? null }),
  ]);
  return body;
}

const exchange = createParamDecorator((_: unknown, context: ExecutionContext) => ({
  request: context.switchToHttp().getRequest<unknown>(),
  reply: context.switchToHttp().getResponse<unknown>(),
  secret: Reflect.hasMetadata(SECRET_ANSWER, context.getHandler()),
  subject: Reflect.getMetadata(ACTS_ON, context.getHandler()) as Exchange['subject'],
}));

const SECRET_ANSWER = 'secretAnswer';

/** The endpoint answers a secret that is shown once: no copy of the answer is kept for a repeated request. */
export const SecretAnswer = (): MethodDecorator => SetMetadata(SECRET_ANSWER, true);

export const Writes = (): ParameterDecorator => exchange(WritePipe);

const INSERT_IDEMPOTENCY_KEY = `
INSERT INTO idempotency_key (actor, key, request_hash) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING RETURNING key`;
