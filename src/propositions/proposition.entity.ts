import { Entity } from 'typeorm';
import { AtNow, IdColumn, TextColumn, Uuid } from '../platform/index.js';

/** What the company could promise a whole cohort; each wording of it is a version. */
@Entity('proposition')
export class Proposition {
  @IdColumn() id: string;
  @TextColumn() title: string;
  @TextColumn({ default: '' }) summary: string;
  @Uuid() createdBy: string;
  @AtNow() createdAt: Date;
}
