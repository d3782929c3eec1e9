import { createParamDecorator, HttpException, type ExecutionContext } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Conflict } from '../errors.js';

/** The thing changed since this person read it. `current` is its state now, `changed` the fields that differ. */
export class StaleEdit extends Conflict {}

/**
 * The revision a person read, from `If-Match: "7"`. Where two people may edit, an edit without it is refused (428),
 * because the later would silently undo the earlier.
 */
export const IfMatch = createParamDecorator((_: unknown, context: ExecutionContext): number => {
  const header = context.switchToHttp().getRequest<FastifyRequest>().headers['if-match'];
  const revision = /^"?(\d{1,9})"?$/.exec(header ?? '')?.[1];
  if (!revision) throw new HttpException('Send If-Match with the ETag that you read, so that no edit is lost.', 428);
  return Number(revision);
});

/** Answers with the thing's revision as its ETag. */
export function withRevision<T extends { revision: number }>(reply: FastifyReply, thing: T): T {
  void reply.header('etag', `"${thing.revision}"`);
  return thing;
}

/** Refuses a stale edit, naming the fields that were changed in between. */
export function assertRevision<T extends { revision: number }>(current: T, read: number): void {
  if (current.revision !== read)
    throw new StaleEdit('Somebody changed this since you read it. Compare, then save again.', {
      read,
      current: { ...current },
    });
}
