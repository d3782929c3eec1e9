import { Column, Entity } from 'typeorm';
import type { Role } from '../../../libs/plays/index.js';
import { AtNow, IdColumn, TextColumn, Uuid } from '../../platform/index.js';

/** A version's text in another language. It never changes the version: claims and terms have no translation. */
@Entity('version_translation')
export class VersionTranslation {
  @IdColumn() id: string;
  @Uuid() versionId: string;
  @TextColumn() language: string;
  @TextColumn() title: string;
  @TextColumn() narrative: string;
  @TextColumn() promise: string;
  @TextColumn({ default: '' }) versusCompetitors: string;
  @TextColumn({ default: '' }) versusNothing: string;
  @Column({ type: 'jsonb', default: {} }) lenses: Partial<Record<Role, string>>;
  @Uuid() translatedBy: string;
  @AtNow() translatedAt: Date;
}
