import { createHash } from 'node:crypto';
import type { Reason } from '../../../libs/mail/index.js';
import { plain } from '../inbound/raw.js';

export const PROVIDER_EVENT_KINDS = [
  'delivered',
  'deferred',
  'bounced',
  'complained',
  'opened',
  'clicked',
  'unsubscribed',
  'other',
] as const;
export type ProviderEventKind = (typeof PROVIDER_EVENT_KINDS)[number];

/** What a provider says of one message, in terms that all providers share. */
export interface ToldEvent {
  eventId: string;
  kind: ProviderEventKind;
  occurredAt: Date;
  /** Message-IDs and tags by which it may name a message of ours, the surest first */
  names: string[];
  recipient: string | null;
  /** the provider's own class, such as "Permanent / NoEmail" */
  providerClass: string | null;
  /** the reason that this class names; null where it is too broad for one */
  category: Reason | null;
  /** the provider says that the address may be good */
  temporary: boolean;
  /** enhanced status code, such as 5.1.1 */
  status: string | null;
  /** what the receiving server said */
  words: string;
  userAgent: string | null;
  /** the provider itself takes it for a machine's */
  machine: boolean;
}

const LONGEST = 1_000;
const MOST_NAMES = 10;

/** An event with bounded texts; what the provider leaves out is empty. */
export function toldEvent(facts: Pick<ToldEvent, 'eventId' | 'kind' | 'occurredAt'> & Partial<ToldEvent>): ToldEvent {
  const bounded = (text: string | null | undefined): string | null => (text ? plain(text).slice(0, LONGEST) : null);
  return {
    ...facts,
    eventId: bounded(facts.eventId)!,
    names: (facts.names ?? []).flatMap((name) => bounded(name) ?? []).slice(0, MOST_NAMES),
    recipient: bounded(facts.recipient),
    providerClass: bounded(facts.providerClass),
    category: facts.category ?? null,
    temporary: facts.temporary ?? false,
    status: bounded(facts.status),
    words: bounded(facts.words) ?? '',
    userAgent: bounded(facts.userAgent),
    machine: facts.machine ?? false,
  };
}

/** What stands at a path of parsed JSON, own properties only; undefined where there is nothing. */
export function within(value: unknown, ...path: string[]): unknown {
  return path.reduce<unknown>(
    (found, name) =>
      typeof found === 'object' && found !== null && Object.hasOwn(found, name)
        ? (found as Record<string, unknown>)[name]
        : undefined,
    value,
  );
}

/** A row of one of our tables by a word of theirs, which may be `constructor`. */
export const known = <T>(table: Record<string, T>, word: string): T | undefined =>
  Object.hasOwn(table, word) ? table[word] : undefined;

/** The text or number there; '' for all else. */
export function textIn(value: unknown, ...path: string[]): string {
  const found = within(value, ...path);
  return typeof found === 'string' ? found.trim() : typeof found === 'number' ? String(found) : '';
}

export function listIn(value: unknown, ...path: string[]): unknown[] {
  const found = within(value, ...path);
  return Array.isArray(found) ? found : [];
}

/** Parts that are there, such as "Permanent / NoEmail"; null without any. */
export const classOfParts = (...parts: string[]): string | null => parts.filter(Boolean).join(' / ') || null;

/** A moment in ISO 8601 or in seconds since 1970; one that cannot be read is `otherwise`. */
export function momentIn(text: string, otherwise: Date): Date {
  const at = /^\d{9,11}(?:\.\d+)?$/.test(text) ? new Date(Number(text) * 1000) : new Date(text);
  return Number.isNaN(at.getTime()) ? otherwise : at;
}

/** For events without an id of their own: the same event has the same. */
export const fingerprint = (event: unknown): string =>
  createHash('sha256').update(JSON.stringify(event)).digest('base64url');
