import { Column, Entity, PrimaryColumn } from 'typeorm';
import { At, AtNow, IdColumn, TextColumn, Uuid } from '../../platform/index.js';
import type { HeadGuesses } from './reading/head.thread.js';
import type { Plan } from './plan.js';
import type { FileFormat } from './reading/reading.js';
import type { Survey } from './reading/survey.js';
import type { Table } from './rows.sql.js';
import type { ImportKind } from './targets.js';
import type { SheetOfWorkbook } from './upload.js';

export const IMPORT_KINDS = ['organizations', 'contacts', 'both', 'history'] as const satisfies ImportKind[];
export const IMPORT_STATES = [
  'uploading',
  'uploaded',
  'queued',
  'running',
  'checked',
  'done',
  'failed',
  'undoing',
  'undone',
] as const;
export type ImportState = (typeof IMPORT_STATES)[number];
const count = { to: (value: number) => value, from: (value: string) => Number(value) };

@Entity('import')
export class Import {
  @IdColumn() id: string;
  @TextColumn() kind: ImportKind;
  @TextColumn() filename: string;
  @Column({ type: 'bigint', default: 0, transformer: count }) bytes: number;
  @Column({ type: 'bytea', nullable: true, select: false }) sha256: Buffer | null;
  @Column({ type: 'text', nullable: true, select: false }) idempotencyKey: string | null;
  @Column({ type: 'jsonb', nullable: true }) reading: (FileFormat & HeadGuesses & Partial<SheetOfWorkbook>) | null;
  /** of all rows; null until the first run or dry run looks at them */
  @Column({ type: 'jsonb', nullable: true }) survey: Survey | null;
  @Column({ type: 'jsonb', nullable: true }) plan: Plan | null;
  @TextColumn({ default: 'uploading' }) state: ImportState;
  @Column({ type: 'boolean', default: false }) dryRun: boolean;
  @TextColumn({ nullable: true }) failure: string | null;
  @Column({ type: 'bigint', default: 0, transformer: count }) bytesRead: number;
  @Column({ type: 'bigint', default: 0, transformer: count }) rowsRead: number;
  @Column({ type: 'integer', default: 0 }) created: number;
  @Column({ type: 'integer', default: 0 }) updated: number;
  @Column({ type: 'integer', default: 0 }) unchanged: number;
  @Column({ type: 'integer', default: 0 }) refused: number;
  @Column({ type: 'integer', default: 0 }) warnings: number;
  @Column({ type: 'integer', default: 0 }) unmatched: number;
  @Column({ type: 'integer', default: 0 }) undone: number;
  @Column({ type: 'integer', default: 0 }) kept: number;
  @Uuid() createdBy: string;
  @AtNow() createdAt: Date;
  @At({ default: () => 'clock_timestamp()' }) heardAt: Date;
  @At({ nullable: true }) startedAt: Date | null;
  @At({ nullable: true }) endedAt: Date | null;
}

export const CHANGE_OUTCOMES = ['undone', 'in_use', 'changed_since', 'gone'] as const;

@Entity('import_change')
export class ImportChange {
  @PrimaryColumn({ type: 'bigint', generated: 'identity', generatedIdentity: 'ALWAYS' }) id: string;
  @Uuid() importId: string;
  @Column({ type: 'bigint' }) batch: string;
  @Column({ type: 'bigint', transformer: count }) line: number;
  @TextColumn() entity: Table;
  @Uuid() entityId: string;
  @Column({ type: 'jsonb', nullable: true }) before: Record<string, unknown> | null;
  @Column({ type: 'jsonb' }) after: Record<string, unknown>;
  @TextColumn({ nullable: true }) outcome: (typeof CHANGE_OUTCOMES)[number] | null;
}

export const MATCHED = ['contact', 'organization'] as const;
export const MATCH_REASONS = [
  'same_address',
  'shared_mailbox',
  'other_external_id',
  'other_place',
  'several_places',
  'other_domain',
] as const;
export const MATCH_RESULTS = ['attached', 'separate'] as const;

/** What a row was taken for where a person may know better. */
@Entity('import_match')
export class ImportMatch {
  @PrimaryColumn({ type: 'bigint', generated: 'identity', generatedIdentity: 'ALWAYS' }) id: string;
  @Uuid() importId: string;
  @Column({ type: 'bigint', transformer: count }) line: number;
  @TextColumn() entity: (typeof MATCHED)[number];
  @TextColumn() why: (typeof MATCH_REASONS)[number];
  @TextColumn() given: string;
  @TextColumn() known: string;
  @Uuid() knownId: string;
  @TextColumn() result: (typeof MATCH_RESULTS)[number];
}
