import type { Columns } from '../imports/draft.js';
import { changesOf, choice, chosenValues, type Choices } from './kept-values.js';

export const CONTACT_CHOICES = {
  name: choice('name', 'name_key', 'given_name', 'family_name'),
  email: choice('email', 'email_key', 'email_hash', 'email_state', 'shared_mailbox'),
  phone: choice('phone', 'phone_hash', 'phone_state'),
  externalId: choice('external_id'),
  language: choice('language'),
  timeZone: choice('time_zone'),
} satisfies Choices<string>;
export type MergeField = keyof typeof CONTACT_CHOICES;
export const MERGE_FIELDS = Object.keys(CONTACT_CHOICES) as MergeField[];

const STRICTEST = ['any', 'no_calls', 'no_email', 'we_contact_you'];

/** The survivor's columns as the merge makes them; of wishes always the stricter. Only what changes is answered. */
export function contactValues(survivor: Columns, other: Columns, take: readonly string[]): Columns {
  const kept = chosenValues(CONTACT_CHOICES, survivor, other, take);
  kept.preference = stricter(String(survivor.preference), String(other.preference));
  if (other.lawful_basis === 'consent') kept.lawful_basis = 'consent';
  for (const column of ['not_before', 'away_until']) kept[column] = later(survivor[column], other[column]);
  kept.attributes = { ...(other.attributes as object), ...(survivor.attributes as object) };
  return changesOf(survivor, kept);
}

/** No e-mail of one and no calls of the other leave neither. */
function stricter(one: string, other: string): string {
  const both = new Set([one, other]);
  if (both.has('no_email') && both.has('no_calls')) return 'we_contact_you';
  return STRICTEST.indexOf(one) >= STRICTEST.indexOf(other) ? one : other;
}

const later = (one: unknown, other: unknown): unknown => {
  if (one === null || other === null) return one ?? other;
  return new Date(String(one)) >= new Date(String(other)) ? one : other;
};
