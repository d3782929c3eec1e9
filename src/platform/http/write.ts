import { createHash } from 'node:crypto';
import { createParamDecorator, Injectable, type ExecutionContext, type PipeTransform } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DataSource, EntityManager } from 'typeorm';
import { row } from '../database/sql.js';
import { transaction } from '../database/transaction.js';
import { Conflict, Invalid } from '../errors.js';
import type { Actor, ActorRequest } from './actor.js';

/**
 * What a writing endpoint gets: one transaction for the whole request, which audits as the person who asked, enqueues
 * jobs after its commit, and answers a repeated Idempotency-Key with what it answered the first time.
 */
export interface Write {
  <T>(work: (manager: EntityManager) => Promise<T>): Promise<T>;
  readonly actor: Actor;
}

class IdempotencyKeyReused extends Invalid {}
class IdempotencyKeyInvalid extends Invalid {}
class NotSignedIn extends Conflict {}

@Injectable()
class WritePipe implements PipeTransform<{ request: FastifyRequest & ActorRequest; reply: FastifyReply }, Write> {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  transform({ request, reply }: { request: FastifyRequest & ActorRequest; reply: FastifyReply }): Write {
    const actor = request.actor;
    if (!actor) throw new NotSignedIn('This endpoint writes and was reached without an actor.');
    const write = <T>(work: (manager: EntityManager) => Promise<T>): Promise<T> =>
      transaction(this.source, actor.id, (manager) => once(manager, actor, request, reply, work));
    return Object.assign(write, { actor });
  }
}

/**
 * The key's row is written in the work's own transaction: both happen or neither; a second request with the key waits
 * for the first.
 */
async function once<T>(
  manager: EntityManager,
  actor: Actor,
  request: FastifyRequest,
  reply: FastifyReply,
  work: (manager: EntityManager) => Promise<T>,
): Promise<T> {
  const key = request.headers['idempotency-key'];
  if (key === undefined || request.method !== 'POST') return work(manager);
  if (typeof key !== 'string' || key.length === 0 || key.length > 200)
    throw new IdempotencyKeyInvalid('An Idempotency-Key has 1 to 200 characters.');
  const hash = createHash('sha256')
    .update(JSON.stringify([request.method, request.url, request.body ?? null]))
    .digest();
  const inserted = await row<{ key: string }>(manager, INSERT_IDEMPOTENCY_KEY, [actor.id, key, hash]);
  if (!inserted) {
    const earlier = await row<{ requestHash: Buffer; response: { body: T } }>(
      manager,
      'SELECT request_hash, response FROM idempotency_key WHERE actor = $1 AND key = $2',
      [actor.id, key],
    );
    if (!earlier || !earlier.requestHash.equals(hash))
      throw new IdempotencyKeyReused('This Idempotency-Key was used for another request. Use a new one.');
    void reply.header('idempotency-replayed', 'true');
    return earlier.response.body;
  }
  const body = await work(manager);
  await manager.query('UPDATE idempotency_key SET response = $3 WHERE actor = $1 AND key = $2', [
    actor.id,
    key,
    JSON.stringify({ body: body ?? null }),
  ]);
  return body;
}

const exchange = createParamDecorator((_: unknown, context: ExecutionContext) => ({
  request: context.switchToHttp().getRequest<unknown>(),
  reply: context.switchToHttp().getResponse<unknown>(),
}));

export const Writes = (): ParameterDecorator => exchange(WritePipe);

const INSERT_IDEMPOTENCY_KEY = `
INSERT INTO idempotency_key (actor, key, request_hash) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING RETURNING key`;
