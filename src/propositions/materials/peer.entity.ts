import { Column, Entity } from 'typeorm';
import { At, AtNow, IdColumn, Revision, TextArray, TextColumn, Uuid } from '../../platform/index.js';

export const REACHES = ['email', 'phone'] as const;
export type PeerChannel = (typeof REACHES)[number];

/** A customer's contact who agreed that buyers may ask them. They are scarce: each has a limit a month. */
@Entity('peer')
export class Peer {
  @IdColumn() id: string;
  @Uuid() propositionId: string;
  @Uuid() contactId: string;
  @Uuid() organizationId: string;
  @TextColumn() about: string;
  @TextArray() reach: PeerChannel[];
  @Column({ type: 'date' }) consentedOn: string;
  @TextColumn() consentHow: string;
  @Column({ type: 'date' }) consentUntil: string;
  @Column({ type: 'smallint' }) monthlyCap: number;
  @At({ nullable: true }) withdrawnAt: Date | null;
  @Uuid({ nullable: true }) withdrawnBy: string | null;
  @TextColumn({ nullable: true }) withdrawalReason: string | null;
  @Uuid() createdBy: string;
  @Revision() revision: number;
  @AtNow() createdAt: Date;
  @AtNow() updatedAt: Date;
}
