import { Column, Entity } from 'typeorm';
import { At, AtNow, IdColumn, Revision, TextColumn, Uuid } from '../../platform/index.js';
import type { Attributes } from '../organizations/attributes.js';

export const EMAIL_STATES = ['unverified', 'valid', 'risky', 'invalid', 'bounced', 'corrected'] as const;
export type EmailState = (typeof EMAIL_STATES)[number];
export const PHONE_STATES = ['unverified', 'valid', 'risky', 'invalid', 'corrected'] as const;
export type PhoneState = (typeof PHONE_STATES)[number];
export const STATE_SOURCES = ['verification', 'person', 'delivery'] as const;
/** The source of an address's or number's state. */
export type StateSource = (typeof STATE_SOURCES)[number];
export const PREFERENCES = ['any', 'no_email', 'no_calls', 'we_contact_you'] as const;
export type Preference = (typeof PREFERENCES)[number];
export const LAWFUL_BASES = ['legitimate_interest', 'consent', 'contract', 'customer'] as const;
export type LawfulBasis = (typeof LAWFUL_BASES)[number];

@Entity('contact')
export class Contact {
  @IdColumn() id: string;
  @TextColumn({ nullable: true }) externalId: string | null;
  @TextColumn() name: string;
  @TextColumn({ nullable: true }) givenName: string | null;
  @TextColumn({ nullable: true }) familyName: string | null;
  @TextColumn() nameKey: string;
  /** as it is sent to; `emailKey` is what two spellings of it share */
  @TextColumn({ nullable: true }) email: string | null;
  @TextColumn({ nullable: true }) emailKey: string | null;
  @TextColumn({ default: 'unverified' }) emailState: EmailState;
  @At({ nullable: true }) emailCheckedAt: Date | null;
  @TextColumn({ nullable: true }) emailReason: string | null;
  /** the probable correction of a typing error */
  @TextColumn({ nullable: true }) emailSuggestion: string | null;
  @TextColumn({ nullable: true }) emailSource: StateSource | null;
  @TextColumn({ nullable: true }) phone: string | null;
  @TextColumn({ default: 'unverified' }) phoneState: PhoneState;
  @At({ nullable: true }) phoneCheckedAt: Date | null;
  @TextColumn({ nullable: true }) phoneReason: string | null;
  @TextColumn({ nullable: true }) phoneType: string | null;
  @TextColumn({ nullable: true }) phoneSource: StateSource | null;
  @TextColumn({ nullable: true }) language: string | null;
  @TextColumn({ nullable: true }) timeZone: string | null;
  @TextColumn({ default: 'any' }) preference: Preference;
  @At({ nullable: true }) notBefore: Date | null;
  /** away until then, by an automatic reply of theirs: no campaign reaches them before */
  @At({ nullable: true }) awayUntil: Date | null;
  @TextColumn({ default: 'legitimate_interest' }) lawfulBasis: LawfulBasis;
  @Column({ type: 'jsonb', default: {} }) attributes: Attributes;
  @Column({ type: 'boolean', default: false }) madeUp: boolean;
  @At({ nullable: true }) erasedAt: Date | null;
  /** a person says that several contacts are reached at this address */
  @Column({ type: 'boolean', default: false }) sharedMailbox: boolean;
  /** another contact has the address too, and nobody has decided whether they are one */
  @Column({ type: 'boolean', default: false, select: false }) addressTwin: boolean;
  /** the contact that this one turned out to be */
  @Uuid({ nullable: true }) mergedInto: string | null;
  /** see the migration: the queue of verification. Not selected, because -infinity is no Date */
  @At({ default: '-infinity', select: false }) verifiedAsOf: Date;
  @Column({ type: 'smallint', default: 0, select: false }) verifyFailures: number;
  @TextColumn({ nullable: true, select: false }) emailHash: string | null;
  @TextColumn({ nullable: true, select: false }) phoneHash: string | null;
  @Revision() revision: number;
  @AtNow() createdAt: Date;
  @AtNow() updatedAt: Date;
}
