import type { Columns } from '../imports/draft.js';
import { changesOf, choice, chosenValues, type Choices } from './kept-values.js';

const PLACE = ['address', 'postal_code', 'city', 'region', 'country'];

/** A place is taken whole: a street of one record and a city of the other are no address. */
export const ORGANIZATION_CHOICES = {
  name: choice('name', 'name_key'),
  domain: choice('domain'),
  website: choice('website'),
  phone: choice('phone'),
  place: { shown: PLACE, columns: [...PLACE, 'time_zone'] },
  externalId: choice('external_id'),
  relationship: choice('relationship'),
  sector: choice('sector'),
  industry: choice('industry'),
  employees: choice('employees'),
  revenue: { shown: ['revenue_minor', 'revenue_currency'], columns: ['revenue_minor', 'revenue_currency'] },
  founded: choice('founded'),
} satisfies Choices<string>;

/** Who owns it is no column of the organization: the room of ownership answers for it. */
export type OrganizationMergeField = keyof typeof ORGANIZATION_CHOICES | 'owner';
export const ORGANIZATION_MERGE_FIELDS = [...Object.keys(ORGANIZATION_CHOICES), 'owner'] as OrganizationMergeField[];

/** The survivor's columns as the merge makes them. Only what changes is answered. */
export function organizationValues(survivor: Columns, other: Columns, take: readonly string[]): Columns {
  const kept = chosenValues(ORGANIZATION_CHOICES, survivor, other, take);
  kept.tags = [...new Set([...(survivor.tags as string[]), ...(other.tags as string[])])];
  kept.attributes = { ...(other.attributes as object), ...(survivor.attributes as object) };
  return changesOf(survivor, kept);
}
