import { Column, Entity } from 'typeorm';
import type { Role } from '../../../libs/plays/index.js';
import type { Rule } from '../../../libs/rules/index.js';
import { AtNow, IdColumn, TextArray, TextColumn, Uuid } from '../../platform/index.js';

/** Why an organization that matches takes no part. */
export const EXCLUSION_REASONS = [
  'suppressed',
  'in_another_campaign',
  'no_decision_maker',
  'reached_elsewhere',
  'nobody_reachable',
  'manual',
] as const;
export type ExclusionReason = (typeof EXCLUSION_REASONS)[number];

/** Why a decision maker takes no part. */
export const PERSON_REASONS = ['suppressed', 'in_another_campaign', 'no_verified_address', 'erased', 'manual'] as const;
export type PersonReason = (typeof PERSON_REASONS)[number];

/** A cohort as it was at one moment. Never changed. */
@Entity('cohort_snapshot')
export class Snapshot {
  @IdColumn() id: string;
  @Uuid() cohortId: string;
  @Uuid() versionId: string;
  @Column({ type: 'jsonb' }) rule: Rule;
  @TextColumn() sentence: string;
  /** strongest first */
  @TextArray() requiredRoles: Role[];
  @Column({ type: 'smallint' }) holdOutPercent: number;
  @TextColumn() seed: string;
  /** all organizations that match, the excluded ones too */
  @Column({ type: 'integer', default: 0 }) organizations: number;
  @Column({ type: 'integer', default: 0 }) organizationsExcluded: number;
  /** every decision maker of theirs, the excluded ones too */
  @Column({ type: 'integer', default: 0 }) decisionMakers: number;
  @Column({ type: 'integer', default: 0 }) decisionMakersExcluded: number;
  /** organizations that wait, none of them excluded */
  @Column({ type: 'integer', default: 0 }) heldOut: number;
  /** their decision makers, but for the excluded */
  @Column({ type: 'integer', default: 0 }) decisionMakersHeldOut: number;
  @Uuid() frozenBy: string;
  @AtNow() frozenAt: Date;
}

@Entity('snapshot_organization')
export class SnapshotOrganization {
  @Uuid({ primary: true }) snapshotId: string;
  @Uuid({ primary: true }) organizationId: string;
  @TextColumn() stratum: string;
  @Column({ type: 'boolean', default: false }) holdOut: boolean;
  @TextColumn({ nullable: true }) excluded: ExclusionReason | null;

  /** what a listing's cursor names it by */
  get id(): string {
    return this.organizationId;
  }
}

@Entity('snapshot_contact')
export class SnapshotContact {
  @Uuid({ primary: true }) snapshotId: string;
  /** 1…n without gaps; an organization's contacts are consecutive, the hold-out comes last */
  @Column({ type: 'integer', primary: true }) ordinal: number;
  @Uuid() contactId: string;
  @Uuid() organizationId: string;
  /** the strongest of the required roles that the person has */
  @TextColumn() role: Role;
  @Column({ type: 'boolean', default: false }) holdOut: boolean;
  @TextColumn({ nullable: true }) excluded: PersonReason | null;

  get id(): string {
    return this.contactId;
  }
}
