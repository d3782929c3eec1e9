import { Flag, Id, Instant, Json, OneOf, Text, Texts, Whole } from '../../platform/index.js';
import { LastOutcomeAtField, LastOutcomeField, type LastOutcome } from '../history/last-outcomes.js';
import type { Attributes } from './attributes.js';
import { RELATIONSHIPS, type Organization, type Relationship } from './organization.entity.js';

const BIG = Number.MAX_SAFE_INTEGER;
const maybe = { optional: true, nullable: true } as const;

class OrganizationFields {
  @Text({ ...maybe, max: 200, example: 'ALFKI', description: 'the id in your own system; unique' }) externalId?:
    | string
    | null;
  @Text({ ...maybe, max: 253, example: 'alfreds.example' }) domain?: string | null;
  @Text({ ...maybe, max: 500, example: 'https://www.alfreds.example' }) website?: string | null;
  @Text({ ...maybe, example: 'Food retail' }) industry?: string | null;
  @Text({ ...maybe, example: 'Consumer staples' }) sector?: string | null;
  @Whole({ ...maybe, example: 120 }) employees?: number | null;
  @Whole({
    ...maybe,
    max: BIG,
    example: 1_200_000_00,
    description: 'a year, in the minor unit of its currency: 1200 is 12.00 EUR, and 1200 JPY',
  })
  revenueMinor?: number | null;
  @Text({ ...maybe, pattern: /^[A-Z]{3}$/, example: 'EUR' }) revenueCurrency?: string | null;
  @Whole({ ...maybe, min: 1000, max: 2200, example: 1902 }) founded?: number | null;
  @Text({ ...maybe, example: 'Germany', description: 'a name or an ISO 3166 code; kept as alpha-2' }) country?:
    | string
    | null;
  @Text({ ...maybe, example: 'Berlin' }) region?: string | null;
  @Text({ ...maybe, example: 'Berlin' }) city?: string | null;
  @Text({ ...maybe, max: 40, example: '12209' }) postalCode?: string | null;
  @Text({ ...maybe, max: 1000, lines: true, example: 'Obere Str. 57' }) address?: string | null;
  @Text({
    ...maybe,
    example: 'Europe/Berlin',
    description: 'left out: derived from the place where one zone is certain',
  })
  timeZone?: string | null;
  @Text({ ...maybe, max: 60, example: '+49300074321', description: 'kept as E.164' }) phone?: string | null;
  @OneOf(RELATIONSHIPS, { optional: true }) relationship?: Relationship;
  @Texts({ optional: true, max: 50, each: 60, example: ['key account'] }) tags?: string[];
  @Json({
    optional: true,
    example: { 'fleet size': 12 },
    description: 'custom attributes, laid over the stored ones; null takes one away',
  })
  attributes?: Record<string, unknown>;
  @Flag({ optional: true, example: false, description: 'invented for a demonstration' }) madeUp?: boolean;
}

export class OrganizationChange extends OrganizationFields {
  @Text({ optional: true, min: 1, example: 'Alfreds Futterkiste' }) name?: string;
}

// beside OrganizationChange and not under it: an inherited optional field cannot become required
export class NewOrganization extends OrganizationFields {
  @Text({ example: 'Alfreds Futterkiste' }) name: string;
}

export class OrganizationView {
  @Id() id: string;
  @Text() name: string;
  @Text({ nullable: true }) externalId: string | null;
  @Text({ nullable: true }) domain: string | null;
  @Text({ nullable: true }) website: string | null;
  @Text({ nullable: true }) industry: string | null;
  @Text({ nullable: true }) sector: string | null;
  @Whole({ nullable: true }) employees: number | null;
  @Whole({ nullable: true, max: BIG }) revenueMinor: number | null;
  @Text({ nullable: true }) revenueCurrency: string | null;
  @Whole({ nullable: true }) founded: number | null;
  @Text({ nullable: true, example: 'DE' }) country: string | null;
  @Text({ nullable: true }) region: string | null;
  @Text({ nullable: true }) city: string | null;
  @Text({ nullable: true }) postalCode: string | null;
  @Text({ nullable: true }) address: string | null;
  @Text({ nullable: true, example: 'Europe/Berlin' }) timeZone: string | null;
  @Text({ nullable: true }) phone: string | null;
  @OneOf(RELATIONSHIPS) relationship: Relationship;
  @Texts() tags: string[];
  @Json({ example: { 'fleet size': 12 } }) attributes: Attributes;
  @Flag({ example: false }) madeUp: boolean;
  @Id({ nullable: true, description: 'the organization that this one turned out to be' }) mergedInto: string | null;
  @Whole({ example: 1 }) revision: number;
  @Instant() createdAt: Date;
  @Instant() updatedAt: Date;

  static of(organization: Organization): OrganizationView {
    return organization;
  }
}

export class ListedOrganization extends OrganizationView implements LastOutcome {
  @LastOutcomeField() lastOutcome: string | null;
  @LastOutcomeAtField() lastOutcomeAt: Date | null;
}
