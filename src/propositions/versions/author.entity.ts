import { Entity, PrimaryColumn } from 'typeorm';
import { AtNow, TextColumn } from '../../platform/index.js';

@Entity('version_author')
export class VersionAuthor {
  @PrimaryColumn({ type: 'uuid' }) versionId: string;
  @PrimaryColumn({ type: 'uuid' }) userId: string;
  /** theirs when they joined: it is the department that authored */
  @TextColumn() department: string;
  @AtNow() addedAt: Date;
}
