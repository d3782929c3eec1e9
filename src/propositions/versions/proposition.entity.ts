import { Entity } from 'typeorm';
import { AtNow, IdColumn, TextColumn, Uuid } from '../../platform/index.js';

/** What the company could promise a whole cohort; each wording of it is a version. */
@Entity('proposition')
export class Proposition {
  @IdColumn() id: string;
  @TextColumn() title: string;
  @TextColumn({ default: '' }) summary: string;
  /** of the buyers' page: made by the database, once */
  @TextColumn({ insert: false, update: false }) slug: string;
  /** in which its versions are written */
  @TextColumn({ default: 'en' }) language: string;
  @Uuid() createdBy: string;
  @AtNow() createdAt: Date;
}
