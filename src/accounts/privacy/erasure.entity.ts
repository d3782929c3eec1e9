import { Entity, PrimaryColumn } from 'typeorm';
import { AtNow, TextColumn } from '../../platform/index.js';

/** Who had a person erased, when and why. Nothing here identifies the person. */
@Entity('erasure')
export class Erasure {
  @PrimaryColumn({ type: 'uuid' }) contactId: string;
  @TextColumn() reason: string;
  @TextColumn() erasedBy: string;
  @AtNow() erasedAt: Date;
}
