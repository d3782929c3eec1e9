import { Id, Instant, Json, ListOf, OneOf, SomeOf, Text, Whole, Counts } from '../../platform/index.js';
import type { ContactMerge, MergeOutcome } from './contact-merges.js';
import type { Duplicate } from './duplicates.js';
import { MERGE_FIELDS, type MergeConflict, type MergeField } from './kept-values.js';

export class NewContactMerge {
  @Id({ description: 'the record that becomes part of this contact' }) otherId: string;
  @SomeOf(MERGE_FIELDS, {
    optional: true,
    min: 0,
    example: ['email'],
    description: 'values that are taken from the other record; without it, those of this contact stay',
  })
  take?: MergeField[];
}

export class MergeConflictView implements MergeConflict {
  @OneOf(MERGE_FIELDS) field: MergeField;
  @Text({ example: 'rosa.keller@pairmill.example' }) kept: string;
  @Text({ example: 'r.keller@pairmill.example', description: 'of the other record' }) other: string;
}

export class MergePreviewView {
  @Id() survivorId: string;
  @Id() mergedId: string;
  @Json({ description: 'columns of the survivor that change, as they will be' }) changes: MergeOutcome['changes'];
  @ListOf(() => MergeConflictView) conflicts: MergeConflictView[];
  @Counts({ example: { conversations: 3, enrolments: 1 }, description: 'how many rows move' })
  moved: Record<string, number>;

  static of({ survivorId, mergedId, changes, conflicts, moved }: MergeOutcome): MergePreviewView {
    const shown = Object.entries(changes).filter(([column]) => !column.endsWith('_hash') && !column.endsWith('_key'));
    return { survivorId, mergedId, changes: Object.fromEntries(shown), conflicts, moved };
  }
}

export class ContactMergeView implements ContactMerge {
  @Id() id: string;
  @Id() survivorId: string;
  @Id() mergedId: string;
  @Text({ description: 'of the record that was merged' }) name: string;
  @Instant() at: Date;
  @Text({ description: 'a user’s id' }) by: string;
  @Instant({ nullable: true }) undoneAt: Date | null;
  @Instant() undoUntil: Date;
}

export class ContactMergesView {
  @ListOf(() => ContactMergeView) items: ContactMergeView[];
  @Text({ nullable: true }) nextCursor: null;
}

export class DuplicateView implements Duplicate {
  @Id() contactId: string;
  @Id() otherId: string;
  @OneOf(['same_address', 'same_phone', 'like_name']) why: Duplicate['why'];
  @Whole({ max: 100, example: 95 }) score: number;
  @Instant() foundAt: Date;
  @Text() name: string;
  @Text({ nullable: true }) email: string | null;
  @Text({ nullable: true }) phone: string | null;
  @Text() otherName: string;
  @Text({ nullable: true }) otherEmail: string | null;
  @Text({ nullable: true }) otherPhone: string | null;
}

export class DuplicatesView {
  @ListOf(() => DuplicateView) items: DuplicateView[];
  @Text({ nullable: true, description: 'for the next page' }) nextCursor: string | null;
}
