import { Column, Entity } from 'typeorm';
import { At, AtNow, IdColumn, TextColumn, Uuid } from '../../platform/index.js';

/** What a person may ask to be left alone. */
export const ASKED_KINDS = ['contact', 'address', 'domain', 'organization', 'phone'] as const;
export type AskedKind = (typeof ASKED_KINDS)[number];
/** The last two are for erased contacts: see Hashes. */
export const SUPPRESSION_KINDS = [...ASKED_KINDS, 'address_hash', 'phone_hash'] as const;
export type SuppressionKind = (typeof SUPPRESSION_KINDS)[number];
export const SUPPRESSION_REASONS = [
  'unsubscribe',
  'do_not_call',
  'hard_bounce',
  'complaint',
  'left',
  'legal',
  'manual',
  'competitor',
] as const;
export type SuppressionReason = (typeof SUPPRESSION_REASONS)[number];

@Entity('suppression')
export class Suppression {
  @IdColumn() id: string;
  @TextColumn() kind: SuppressionKind;
  /** normalised: an id, a lower-case address or domain, an E.164 number, a keyed hash */
  @TextColumn() value: string;
  @TextColumn() reason: SuppressionReason;
  @TextColumn({ nullable: true }) note: string | null;
  /** of an address: the suppression of the contact from which it follows, and with which it is lifted */
  @Uuid({ nullable: true }) follows: string | null;
  /** a mail asked for it that nothing shows to be the person's */
  @Column({ type: 'boolean', default: false }) unverified: boolean;
  /** what was known of such a mail */
  @TextColumn({ nullable: true }) evidence: string | null;
  @TextColumn() createdBy: string;
  @AtNow() createdAt: Date;
  @At({ nullable: true }) liftedAt: Date | null;
  @TextColumn({ nullable: true }) liftedBy: string | null;
  @TextColumn({ nullable: true }) liftReason: string | null;
}
