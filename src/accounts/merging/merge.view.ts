import { Id, Instant, Json, ListOf, OneOf, SomeOf, Text, Whole, Counts } from '../../platform/index.js';
import { MERGE_FIELDS, type MergeField } from './contact-values.js';
import type { Duplicate } from './duplicates.js';
import type { MergeConflict } from './kept-values.js';
import type { MergeOutcome, RecordedMerge } from './merges.js';
import type { OrganizationDuplicate } from './organization-duplicates.js';
import { ORGANIZATION_MERGE_FIELDS, type OrganizationMergeField } from './organization-values.js';

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

export class NewOrganizationMerge {
  @Id({ description: 'the record that becomes part of this organization' }) otherId: string;
  @SomeOf(ORGANIZATION_MERGE_FIELDS, {
    optional: true,
    min: 0,
    example: ['domain'],
    description: 'values that are taken from the other record; without it, those of this organization stay',
  })
  take?: OrganizationMergeField[];
}

export class MergeConflictView implements MergeConflict<MergeField> {
  @OneOf(MERGE_FIELDS) field: MergeField;
  @Text({ example: 'rosa.keller@pairmill.example' }) kept: string;
  @Text({ example: 'r.keller@pairmill.example', description: 'of the other record' }) other: string;
}

export class OrganizationMergeConflictView implements MergeConflict<OrganizationMergeField> {
  @OneOf(ORGANIZATION_MERGE_FIELDS) field: OrganizationMergeField;
  @Text({ example: 'pairmill.example' }) kept: string;
  @Text({ example: 'pair-mill.example', description: 'of the other record; of the owner, the rep’s name' })
  other: string;
}

class MergePreview {
  @Id() survivorId: string;
  @Id() mergedId: string;
  @Json({ description: 'columns of the survivor that change, as they will be' }) changes: MergeOutcome['changes'];
  @Counts({ example: { conversations: 3, enrolments: 1 }, description: 'how many rows move' })
  moved: Record<string, number>;
}

export class MergePreviewView extends MergePreview {
  @ListOf(() => MergeConflictView) conflicts: MergeConflictView[];
}

export class OrganizationMergePreviewView extends MergePreview {
  @ListOf(() => OrganizationMergeConflictView) conflicts: OrganizationMergeConflictView[];
}

/** As it is shown: without keys and hashes. */
export function shownPreview<F extends string>({ survivorId, mergedId, changes, conflicts, moved }: MergeOutcome) {
  const shown = Object.entries(changes).filter(([column]) => !column.endsWith('_hash') && !column.endsWith('_key'));
  return {
    survivorId,
    mergedId,
    changes: Object.fromEntries(shown),
    conflicts: conflicts as MergeConflict<F>[],
    moved,
  };
}

export class MergeView implements RecordedMerge {
  @Id() id: string;
  @Id() survivorId: string;
  @Id() mergedId: string;
  @Text({ description: 'of the record that was merged' }) name: string;
  @Instant() at: Date;
  @Text({ description: 'a user’s id' }) by: string;
  @Instant({ nullable: true }) undoneAt: Date | null;
  @Instant() undoUntil: Date;
}

export class MergesView {
  @ListOf(() => MergeView) items: MergeView[];
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

export class OrganizationDuplicateView implements OrganizationDuplicate {
  @Id() organizationId: string;
  @Id() otherId: string;
  @OneOf(['same_domain', 'same_phone', 'like_name']) why: OrganizationDuplicate['why'];
  @Whole({ max: 100, example: 95 }) score: number;
  @Instant() foundAt: Date;
  @Text() name: string;
  @Text({ nullable: true, example: 'Berlin, DE' }) place: string | null;
  @Text({ nullable: true }) domain: string | null;
  @Text({ nullable: true }) phone: string | null;
  @Text() otherName: string;
  @Text({ nullable: true }) otherPlace: string | null;
  @Text({ nullable: true }) otherDomain: string | null;
  @Text({ nullable: true }) otherPhone: string | null;
}

export class OrganizationDuplicatesView {
  @ListOf(() => OrganizationDuplicateView) items: OrganizationDuplicateView[];
  @Text({ nullable: true, description: 'for the next page' }) nextCursor: string | null;
}
