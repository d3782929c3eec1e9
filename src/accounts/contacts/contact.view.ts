import { Day, Email, Flag, Id, Instant, Json, ListOf, OneOf, Text, Whole } from '../../platform/index.js';
import { LastOutcomeAtField, LastOutcomeField, type LastOutcome } from '../history/last-outcomes.js';
import type { Attributes } from '../organizations/attributes.js';
import {
  EMAIL_STATES,
  LAWFUL_BASES,
  PHONE_STATES,
  PREFERENCES,
  STATE_SOURCES,
  type Contact,
  type EmailState,
  type LawfulBasis,
  type PhoneState,
  type Preference,
  type StateSource,
} from './contact.entity.js';
import type { ContactAlias } from './contacts.js';
import type { Employment } from './employment.entity.js';

const SHARED = 'several contacts are reached at this address; without it, one address is one contact';
const maybe = { optional: true, nullable: true } as const;

class ContactFields {
  @Text({ ...maybe, max: 200, description: 'the id in your own system; unique' }) externalId?: string | null;
  @Text({ ...maybe, example: 'Maria' }) givenName?: string | null;
  @Text({ ...maybe, example: 'Anders' }) familyName?: string | null;
  @Email({ ...maybe }) email?: string | null;
  @Text({ ...maybe, max: 60, example: '+49300074321', description: 'kept as E.164' }) phone?: string | null;
  @Text({ ...maybe, pattern: /^([a-z]{2,3}(-[A-Za-z0-9]{2,8})*)?$/, example: 'de' }) language?: string | null;
  @Text({ ...maybe, example: 'Europe/Berlin', description: 'empty: that of the organization' }) timeZone?:
    | string
    | null;
  @OneOf(PREFERENCES, { optional: true }) preference?: Preference;
  @Instant({ ...maybe, description: 'no campaign touches the person before' }) notBefore?: Date | null;
  @Instant({ ...maybe, description: 'away until then, by their automatic reply; null: they are back' })
  awayUntil?: Date | null;
  @OneOf(LAWFUL_BASES, { optional: true }) lawfulBasis?: LawfulBasis;
  @Json({ optional: true, description: 'custom attributes, laid over the stored ones; null takes one away' })
  attributes?: Record<string, unknown>;
  @Flag({ optional: true, example: false }) madeUp?: boolean;
  @Flag({ optional: true, example: false, description: SHARED }) sharedMailbox?: boolean;
}

export class ContactChange extends ContactFields {
  @Text({ optional: true, min: 1, example: 'Maria Anders' }) name?: string;
}

export class NewContact extends ContactFields {
  @Text({ example: 'Maria Anders' }) name: string;
  @Id({ optional: true, description: 'where the person works' }) organizationId?: string;
  @Text({ ...maybe, example: 'Sales Representative' }) title?: string | null;
  @Text({ ...maybe }) department?: string | null;
}

export class NewEmployment {
  @Id() organizationId: string;
  @Text({ ...maybe, example: 'Head of Logistics' }) title?: string | null;
  @Text({ ...maybe }) department?: string | null;
  @Day({ optional: true, description: 'today where left out' }) since?: string;
  @Flag({ optional: true, example: false, description: 'true: the person keeps the other jobs as well' })
  keepOthers?: boolean;
}

export class EmploymentChange {
  @Text({ ...maybe }) title?: string | null;
  @Text({ ...maybe }) department?: string | null;
  @Day({ ...maybe }) since?: string | null;
  @Day({ ...maybe, description: 'the day the job ended; null: still there' }) until?: string | null;
}

export class EmploymentView {
  @Id() id: string;
  @Id() contactId: string;
  @Id() organizationId: string;
  @Text({ nullable: true }) title: string | null;
  @Text({ nullable: true }) department: string | null;
  @Day({ nullable: true }) since: string | null;
  @Day({ nullable: true }) until: string | null;

  static of(employment: Employment): EmploymentView {
    return employment;
  }
}

export class EmploymentsView {
  @ListOf(() => EmploymentView) items: EmploymentView[];
  @Text({ nullable: true }) nextCursor: null;
}

export class ContactView {
  @Id() id: string;
  @Text() name: string;
  @Text({ nullable: true }) externalId: string | null;
  @Text({ nullable: true }) givenName: string | null;
  @Text({ nullable: true }) familyName: string | null;
  @Email({ nullable: true }) email: string | null;
  @OneOf(EMAIL_STATES) emailState: EmailState;
  @Instant({ nullable: true }) emailCheckedAt: Date | null;
  @Text({ nullable: true, example: 'no_such_domain', description: 'why the address is in this state' })
  emailReason: string | null;
  @Text({ nullable: true, example: 'maria@gmail.com', description: 'the address that was probably meant' })
  emailSuggestion: string | null;
  @OneOf(STATE_SOURCES, { nullable: true, description: 'who says so' }) emailSource: StateSource | null;
  @Text({ nullable: true }) phone: string | null;
  @OneOf(PHONE_STATES) phoneState: PhoneState;
  @Instant({ nullable: true }) phoneCheckedAt: Date | null;
  @Text({ nullable: true, example: 'not_in_use', description: 'why the number is in this state' })
  phoneReason: string | null;
  @Text({ nullable: true, example: 'mobile' }) phoneType: string | null;
  @OneOf(STATE_SOURCES, { nullable: true, description: 'who says so' }) phoneSource: StateSource | null;
  @Text({ nullable: true }) language: string | null;
  @Text({ nullable: true }) timeZone: string | null;
  @OneOf(PREFERENCES) preference: Preference;
  @Instant({ nullable: true }) notBefore: Date | null;
  @Instant({ nullable: true, description: 'away, as their mail program says: every campaign waits until then' })
  awayUntil: Date | null;
  @OneOf(LAWFUL_BASES) lawfulBasis: LawfulBasis;
  @Json() attributes: Attributes;
  @Flag({ example: false }) madeUp: boolean;
  @Instant({ nullable: true }) erasedAt: Date | null;
  @Flag({ example: false, description: SHARED }) sharedMailbox: boolean;
  @Id({ nullable: true, description: 'the contact that this one turned out to be' }) mergedInto: string | null;
  @Whole({ example: 1 }) revision: number;
  @Instant() createdAt: Date;
  @Instant() updatedAt: Date;

  static of(contact: Contact): ContactView {
    return contact;
  }
}

export class ContactAliasView implements ContactAlias {
  @Text({ example: 'Keller, Rosa' }) name: string;
  @OneOf(['import', 'upsert', 'person', 'conversation', 'merge'], { description: 'where the name came from' })
  source: ContactAlias['source'];
  @Instant() at: Date;
}

export class ContactAliasesView {
  @ListOf(() => ContactAliasView) items: ContactAliasView[];
  @Text({ nullable: true }) nextCursor: null;
}

export class ListedContact extends ContactView implements LastOutcome {
  @LastOutcomeField() lastOutcome: string | null;
  @LastOutcomeAtField() lastOutcomeAt: Date | null;
}
