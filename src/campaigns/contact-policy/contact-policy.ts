import { nextOpening, type ContactHours, type ContactPlace } from './contact-hours.js';

export interface CampaignPace extends ContactHours {
  activePerOrganization: number;
  hoursBetweenTouches: number;
  hoursBetweenContactTouches: number;
}

/**
 * What the policy asks of one enrolment. The pace facts were read under locks that the same transaction still holds.
 */
export interface PolicyFacts extends ContactPlace {
  pending: boolean;
  organizationId: string;
  contactId: string;
  notBefore: Date | null;
}

export type Deferral =
  | 'not_before'
  | 'quiet_hours'
  | 'time_zone_unknown'
  | 'contact_frequency'
  | 'organization_pace'
  | 'organization_busy';
export type PolicyDecision = { pass: true } | { pass: false; until: Date; why: Deferral };

const HOUR = 3_600_000;
/** How soon to look again whether a colleague is done; each end makes the deferred ones due as well. */
const BUSY_HOURS = 12;
/** How soon to look again whether the zone has become known. */
const ZONE_HOURS = 1;

/**
 * The one policy that every touch passes, in the transaction that writes the touch. What it refuses is deferred with a
 * reason, never dropped. It remembers the touches of its own batch, so that one batch cannot swamp an organization
 * either.
 */
export class ContactPolicy {
  private readonly openings = new Map<string, Date | null>();

  constructor(
    private readonly now: Date,
    private readonly pace: CampaignPace,
    private readonly touchedOrganizations: Map<string, Date | null>,
    private readonly touchedContacts: Map<string, Date | null>,
    private readonly activeIn: Map<string, number>,
  ) {}

  ask(facts: PolicyFacts): PolicyDecision {
    const { now, pace } = this;
    if (facts.notBefore && facts.notBefore > now) return defer(facts.notBefore, 'not_before');
    if (facts.pending && (this.activeIn.get(facts.organizationId) ?? 0) >= pace.activePerOrganization)
      return defer(later(now, BUSY_HOURS), 'organization_busy');
    const organization = later(this.touchedOrganizations.get(facts.organizationId), pace.hoursBetweenTouches);
    if (organization > now) return defer(organization, 'organization_pace');
    const contact = later(this.touchedContacts.get(facts.contactId), pace.hoursBetweenContactTouches);
    if (contact > now) return defer(contact, 'contact_frequency');
    const opening = this.opening(facts);
    if (opening === null) return defer(later(now, ZONE_HOURS), 'time_zone_unknown');
    return opening > now ? defer(opening, 'quiet_hours') : { pass: true };
  }

  /** Many of a batch are in one place. */
  private opening({ zone, country, region = null, city = null }: PolicyFacts): Date | null {
    const place = { zone, country, region, city };
    const key = JSON.stringify(place);
    if (!this.openings.has(key)) this.openings.set(key, nextOpening(this.now, place, this.pace));
    return this.openings.get(key)!;
  }

  /** A touch that passed: the next one in this batch knows of it. */
  touched(facts: PolicyFacts): void {
    this.touchedOrganizations.set(facts.organizationId, this.now);
    this.touchedContacts.set(facts.contactId, this.now);
    if (facts.pending) this.activeIn.set(facts.organizationId, (this.activeIn.get(facts.organizationId) ?? 0) + 1);
  }
}

function defer(until: Date, why: Deferral): PolicyDecision {
  return { pass: false, until, why };
}

function later(than: Date | null | undefined, hours: number): Date {
  return new Date((than?.getTime() ?? 0) + hours * HOUR);
}
