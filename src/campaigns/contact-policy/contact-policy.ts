import { nextOpening, type ContactHours } from './contact-hours.js';

export interface CampaignPace extends ContactHours {
  activePerOrganization: number;
  hoursBetweenTouches: number;
  hoursBetweenContactTouches: number;
}

/** What the gate asks of one member. The three pace facts were read under locks that the same transaction still holds. */
export interface PolicyFacts {
  pending: boolean;
  organizationId: string;
  contactId: string;
  zone: string | null;
  country: string | null;
  notBefore: Date | null;
}

export type Deferral = 'not_before' | 'quiet_hours' | 'contact_frequency' | 'organization_pace' | 'organization_busy';
export type PolicyDecision = { pass: true } | { pass: false; until: Date; why: Deferral };

const HOUR = 3_600_000;
/** How soon to look again whether a colleague is done; whoever ends also wakes those who wait. */
const BUSY_HOURS = 12;

/**
 * The one gate that every touch passes, in the transaction that writes the touch. What it does not let through is put off
 * with a reason, never dropped. It remembers the touches of its own batch, so that one batch cannot swamp a house either.
 */
export class ContactPolicy {
  constructor(
    private readonly now: Date,
    private readonly pace: CampaignPace,
    private readonly touchedOrganizations: Map<string, Date | null>,
    private readonly touchedContacts: Map<string, Date | null>,
    private readonly activeIn: Map<string, number>,
  ) {}

  ask(facts: PolicyFacts): PolicyDecision {
    const { now, pace } = this;
    if (facts.notBefore && facts.notBefore > now) return put(facts.notBefore, 'not_before');
    if (facts.pending && (this.activeIn.get(facts.organizationId) ?? 0) >= pace.activePerOrganization)
      return put(later(now, BUSY_HOURS), 'organization_busy');
    const house = later(this.touchedOrganizations.get(facts.organizationId), pace.hoursBetweenTouches);
    if (house > now) return put(house, 'organization_pace');
    const person = later(this.touchedContacts.get(facts.contactId), pace.hoursBetweenContactTouches);
    if (person > now) return put(person, 'contact_frequency');
    const opening = nextOpening(now, facts.zone, facts.country, pace);
    return opening > now ? put(opening, 'quiet_hours') : { pass: true };
  }

  /** A touch that passed: the next one in this batch knows of it. */
  touched(facts: PolicyFacts): void {
    this.touchedOrganizations.set(facts.organizationId, this.now);
    this.touchedContacts.set(facts.contactId, this.now);
    if (facts.pending) this.activeIn.set(facts.organizationId, (this.activeIn.get(facts.organizationId) ?? 0) + 1);
  }
}

function put(until: Date, why: Deferral): PolicyDecision {
  return { pass: false, until, why };
}

function later(than: Date | null | undefined, hours: number): Date {
  return new Date((than?.getTime() ?? 0) + hours * HOUR);
}
