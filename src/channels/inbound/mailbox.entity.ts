import { Column, Entity } from 'typeorm';
import { At, AtNow, IdColumn, Revision, TextColumn, Uuid } from '../../platform/index.js';

export const TLS = ['implicit', 'starttls', 'none'] as const;
export type Tls = (typeof TLS)[number];
export const MAILBOX_STATES = ['waiting', 'listening', 'failing'] as const;
export type MailboxState = (typeof MAILBOX_STATES)[number];

/**
 * A mailbox that is read over IMAP. Its settings and how far it was read are in one row; only the settings are audited.
 */
@Entity('mailbox')
export class Mailbox {
  @IdColumn() id: string;
  @TextColumn() name: string;
  @TextColumn() host: string;
  @Column({ type: 'integer' }) port: number;
  @TextColumn({ default: 'implicit' }) tls: Tls;
  @TextColumn() username: string;
  @TextColumn({ select: false }) passwordSealed: string;
  @TextColumn({ default: 'INBOX' }) folder: string;
  /** the name that the company's own server writes into Authentication-Results; null: its word is not taken */
  @TextColumn({ nullable: true }) trustedAuthservId: string | null;
  @Column({ type: 'boolean', default: true }) active: boolean;
  @Column({ type: 'bigint', nullable: true }) uidValidity: string | null;
  @Column({ type: 'bigint', default: 0 }) lastUid: string;
  @TextColumn({ default: 'waiting' }) state: MailboxState;
  @TextColumn({ nullable: true }) lastError: string | null;
  @At({ nullable: true }) checkedAt: Date | null;
  @Uuid() createdBy: string;
  @Revision() revision: number;
  @AtNow() createdAt: Date;
  @AtNow() updatedAt: Date;
}
