import { Entity } from 'typeorm';
import { AtNow, IdColumn, TextColumn, Uuid } from '../../platform/index.js';

export const COMMENT_KINDS = ['comment', 'suggestion'] as const;
export type CommentKind = (typeof COMMENT_KINDS)[number];

/** Anybody's voice on a version; it holds nothing up. */
@Entity('version_comment')
export class VersionComment {
  @IdColumn() id: string;
  @Uuid() versionId: string;
  @Uuid() userId: string;
  @TextColumn() kind: CommentKind;
  @TextColumn() text: string;
  @AtNow() at: Date;
}
