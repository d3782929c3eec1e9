import { Column, Entity, PrimaryColumn } from 'typeorm';
import { AtNow, TextColumn } from '../../platform/index.js';

/** Where mail ends without SMTP_URL. Nothing is unique: a message handed over twice must show twice. */
@Entity('captured_mail')
export class CapturedMail {
  @PrimaryColumn({ type: 'bigint', generated: 'identity', generatedIdentity: 'ALWAYS' }) id: string;
  @TextColumn() messageId: string;
  @TextColumn() sender: string;
  @TextColumn() recipient: string;
  @TextColumn() subject: string;
  @TextColumn() text: string;
  @TextColumn({ nullable: true }) html: string | null;
  @TextColumn({ nullable: true }) envelopeFrom: string | null;
  @Column({ type: 'jsonb', default: {} }) headers: Record<string, string>;
  @AtNow() capturedAt: Date;
}
