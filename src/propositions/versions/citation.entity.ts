import { Entity, PrimaryColumn } from 'typeorm';
import { AtNow, TextColumn, Uuid } from '../../platform/index.js';

/** A theme of market feedback that this version answers, and how. */
@Entity('version_citation')
export class VersionCitation {
  @PrimaryColumn({ type: 'uuid' }) versionId: string;
  @PrimaryColumn({ type: 'uuid' }) themeId: string;
  @TextColumn({ default: '' }) answer: string;
  @Uuid() addedBy: string;
  @AtNow() addedAt: Date;
}
