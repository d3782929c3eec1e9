import { Column, Entity } from 'typeorm';
import type { Role } from '../../../libs/plays/index.js';
import { At, AtNow, IdColumn, Revision, TextArray, TextColumn, Uuid } from '../../platform/index.js';

export const VERSION_STATES = [
  'draft',
  'in_review',
  'changes_requested',
  'approved',
  'mobilising',
  'live',
  'superseded',
  'retired',
  'rejected',
] as const;
export type VersionState = (typeof VERSION_STATES)[number];

export const SALES_ROLE_IMPACTS = ['reduces', 'neutral', 'increases'] as const;
export type SalesRoleImpact = (typeof SALES_ROLE_IMPACTS)[number];

/** Its content changes in draft and changes_requested only; a trigger holds that, whatever our code does. */
@Entity('proposition_version')
export class PropositionVersion {
  @IdColumn() id: string;
  @Uuid() propositionId: string;
  @Column({ type: 'integer' }) number: number;
  @TextColumn({ default: 'draft' }) state: VersionState;
  @TextColumn({ default: '' }) customerProblem: string;
  @TextColumn({ default: '' }) promise: string;
  @TextColumn({ default: '' }) economics: string;
  @TextColumn({ default: '' }) versusCompetitors: string;
  @TextColumn({ default: '' }) versusNothing: string;
  @TextColumn({ default: '' }) narrative: string;
  /** by buying-group role: what is added to the narrative for it */
  @Column({ type: 'jsonb', default: {} }) lenses: Partial<Record<Role, string>>;
  @Column({ type: 'jsonb', default: [] }) claims: string[];
  @Column({ type: 'jsonb', default: [] }) terms: string[];
  /** read and checked by the room of cohorts */
  @Column({ type: 'jsonb', nullable: true }) cohortRule: Record<string, unknown> | null;
  @TextColumn({ default: '' }) cohortRationale: string;
  @TextArray({ default: [] }) requiredRoles: Role[];
  @TextArray({ default: [] }) requiredDepartments: string[];
  @TextColumn({ nullable: true }) salesRoleImpact: SalesRoleImpact | null;
  @TextArray({ default: [] }) mustLearn: string[];
  @TextColumn({ nullable: true }) noObjectionsNote: string | null;
  @At({ nullable: true }) submittedAt: Date | null;
  @Uuid({ nullable: true }) submittedBy: string | null;
  @At({ nullable: true }) approvedAt: Date | null;
  @At({ nullable: true }) liveAt: Date | null;
  @At({ nullable: true }) endedAt: Date | null;
  @Uuid({ nullable: true }) endedBy: string | null;
  @TextColumn({ nullable: true }) endedReason: string | null;
  @Uuid() createdBy: string;
  @Revision() revision: number;
  @AtNow() createdAt: Date;
  @AtNow() updatedAt: Date;
}

/** What authors write; everything else is what became of it. */
export const CONTENT = [
  'customerProblem',
  'promise',
  'economics',
  'versusCompetitors',
  'versusNothing',
  'narrative',
  'lenses',
  'claims',
  'terms',
  'cohortRule',
  'cohortRationale',
  'requiredRoles',
  'requiredDepartments',
  'salesRoleImpact',
  'mustLearn',
  'noObjectionsNote',
] as const satisfies (keyof PropositionVersion)[];
export type Content = Pick<PropositionVersion, (typeof CONTENT)[number]>;

/** Authors may write. */
export const EDITABLE: readonly VersionState[] = ['draft', 'changes_requested'];
/** Under way to a decision: a proposition has at most one such version. */
export const OPEN: readonly VersionState[] = ['draft', 'in_review', 'changes_requested'];
/** Nothing more becomes of it. */
export const ENDED: readonly VersionState[] = ['superseded', 'retired', 'rejected'];
