import { SetMetadata } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

export const ACTS_ON = 'actsOn';
export const SUBJECT_KINDS = [
  'organization',
  'contact',
  'employment',
  'buying_role',
  'address',
  'phone',
  'suppression',
] as const;
export type SubjectKind = (typeof SUBJECT_KINDS)[number];

/** What a request changes: `value` is an id, or the address or number itself. */
export interface ActedOn {
  kind: SubjectKind;
  value: string;
}

/**
 * Declares what an endpoint changes, for those who may change only what is theirs: a rep is refused where it belongs to
 * an organization of another rep, in the transaction of `@Writes`. Nothing: anybody who is allowed may.
 */
export const ActsOn = (subject: (request: FastifyRequest) => ActedOn | undefined): MethodDecorator =>
  SetMetadata(ACTS_ON, subject);

/** The one whose id stands in the path. */
export const ActsOnNamed = (kind: SubjectKind): MethodDecorator =>
  ActsOn(({ params }) => ({ kind, value: (params as { id: string }).id }));
