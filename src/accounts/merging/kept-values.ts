import { isDeepStrictEqual } from 'node:util';
import type { Columns } from '../imports/draft.js';

/** Fields that a person may choose from either record, with the columns that go with each. */
const CHOICES = {
  name: ['name', 'name_key', 'given_name', 'family_name'],
  email: ['email', 'email_key', 'email_hash', 'email_state', 'shared_mailbox'],
  phone: ['phone', 'phone_hash', 'phone_state'],
  externalId: ['external_id'],
  language: ['language'],
  timeZone: ['time_zone'],
} as const;
export type MergeField = keyof typeof CHOICES;
export const MERGE_FIELDS = Object.keys(CHOICES) as MergeField[];

export interface MergeConflict {
  field: MergeField;
  /** of the survivor */
  kept: string;
  other: string;
}

const STRICTEST = ['any', 'no_calls', 'no_email', 'we_contact_you'];

/**
 * The survivor's columns as the merge makes them: its own values, those of the other where it has none or where `take`
 * names the field; of wishes always the stricter. Only what changes is answered.
 */
export function keptValues(survivor: Columns, other: Columns, take: MergeField[]): Columns {
  const changed: Columns = {};
  for (const [field, columns] of Object.entries(CHOICES))
    if (other[columns[0]] !== null && (survivor[columns[0]] === null || take.includes(field as MergeField)))
      for (const column of columns) changed[column] = other[column];
  changed.preference = stricter(String(survivor.preference), String(other.preference));
  if (other.lawful_basis === 'consent') changed.lawful_basis = 'consent';
  for (const column of ['not_before', 'away_until']) changed[column] = later(survivor[column], other[column]);
  changed.attributes = { ...(other.attributes as object), ...(survivor.attributes as object) };
  return Object.fromEntries(
    Object.entries(changed).filter(([column, value]) => !isDeepStrictEqual(value, survivor[column])),
  );
}

/** Where both say something, and not the same. */
export function conflicts(survivor: Columns, other: Columns): MergeConflict[] {
  return MERGE_FIELDS.flatMap((field) => {
    const [kept, rest] = [survivor, other].map((row) => row[CHOICES[field][0]]);
    const differ = kept !== null && rest !== null && String(kept).toLowerCase() !== String(rest).toLowerCase();
    return differ ? [{ field, kept: String(kept), other: String(rest) }] : [];
  });
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
