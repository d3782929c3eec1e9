import { Entity } from 'typeorm';
import { At, AtNow, IdColumn, TextColumn, Uuid } from '../../platform/index.js';
import type { LawfulBasis } from '../contacts/contact.entity.js';

export const CONSENT_CHANGES = ['given', 'withdrawn'] as const;
export type ConsentChange = (typeof CONSENT_CHANGES)[number];

/** That a person agreed to be reached, or took it back. Rows are never changed: the last one counts. */
@Entity('consent')
export class Consent {
  @IdColumn() id: string;
  @Uuid() contactId: string;
  @TextColumn() change: ConsentChange;
  @TextColumn({ default: 'consent' }) basis: LawfulBasis;
  /** where it was given: a form, a call, a fair */
  @TextColumn() source: string;
  /** what shows it: the words, a link to the signed form */
  @TextColumn() evidence: string;
  @At() at: Date;
  @TextColumn() recordedBy: string;
  @AtNow() recordedAt: Date;
}
