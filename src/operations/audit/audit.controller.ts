import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { InjectDataSource } from '@nestjs/typeorm';
import { Column, Entity, PrimaryColumn, type DataSource } from 'typeorm';
import {
  Allow,
  At,
  Instant,
  Json,
  Listed,
  ListOfPages,
  OneOf,
  page,
  Text,
  TextColumn,
  type Listing,
  type ListQuery,
  type Page,
} from '../../platform/index.js';

export const AUDIT_ACTIONS = ['insert', 'update', 'delete', 'export', 'read', 'pause', 'erase', 'anchor'] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];

/** Written by triggers on the tables that people change, and where people take data along; nothing may alter it. */
@Entity('audit_entry')
export class AuditEntry {
  @PrimaryColumn({ type: 'bigint', generated: 'identity', generatedIdentity: 'ALWAYS' }) id: string;
  @At({ default: () => 'app_now()' }) at: Date;
  @TextColumn() actor: string;
  @TextColumn() action: AuditAction;
  @TextColumn() entity: string;
  @TextColumn() entityId: string;
  @Column({ type: 'jsonb', nullable: true }) before: Record<string, unknown> | null;
  @Column({ type: 'jsonb', nullable: true }) after: Record<string, unknown> | null;
  /** goes with the words when a person is erased; the digest stays, and the entry of the erasure */
  @TextColumn({ nullable: true, default: () => '(gen_random_uuid())', select: false }) salt: string | null;
  @Column({ type: 'bytea', nullable: true, select: false }) wordsDigest: Buffer | null;
  @Column({ type: 'bigint', nullable: true, select: false }) erasedBy: string | null;
}

class AuditEntryView {
  @Text({ example: '4711' }) id: string;
  @Instant() at: Date;
  @Text({ description: 'a user id, or worker, cli, import:<id>, response:<enrolment id>' }) actor: string;
  @OneOf(AUDIT_ACTIONS) action: AuditAction;
  @Text({ example: 'proposition_version', description: 'a table; of an export, the path of the list' }) entity: string;
  @Text() entityId: string;
  @Json({ nullable: true }) before: Record<string, unknown> | null;
  @Json({ nullable: true }) after: Record<string, unknown> | null;
}

const AUDIT: Listing = {
  id: 'a.id',
  defaultSort: '-id',
  sorts: { id: { column: 'a.id', kind: 'number', of: (entry: AuditEntry) => entry.id } },
  filters: {
    entity: { column: 'a.entity', kind: 'text' },
    entityId: { column: 'a.entityId', kind: 'text' },
    actor: { column: 'a.actor', kind: 'text' },
    action: { column: 'a.action', kind: 'text', values: AUDIT_ACTIONS },
    at: { column: 'a.at', kind: 'instant' },
  },
};

@ApiTags('identity')
@Controller('audit-entries')
export class AuditController {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  /** Who changed what, before and after, when. */
  @Get()
  @Allow('admin', 'executive', 'manager')
  @ListOfPages(AUDIT, AuditEntryView)
  list(@Listed(AUDIT) query: ListQuery): Promise<Page<AuditEntryView>> {
    return page(this.source.getRepository(AuditEntry).createQueryBuilder('a'), AUDIT, query);
  }
}
