import { Controller, Get, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import {
  Allow,
  Listed,
  ListOfPages,
  page,
  rows,
  Writes,
  type Listing,
  type ListQuery,
  type Page,
  type Write,
} from '../../platform/index.js';
import { SNAPSHOT_ORGANIZATIONS, SNAPSHOT_CONTACTS, SNAPSHOTS } from './snapshot.listings.js';
import { Snapshot, SnapshotOrganization, SnapshotContact } from './snapshot.entity.js';
import { SnapshotOrganizationView, SnapshotContactView, SnapshotView } from './snapshot.view.js';
import { Snapshots } from './snapshots.js';

@ApiTags('cohorts')
@Controller()
export class SnapshotsController {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly snapshots: Snapshots,
  ) {}

  /** Freezes the cohort as it matches now. */
  @Post('cohorts/:id/snapshots')
  @Allow('sales_ops', 'executive', 'admin')
  @ApiCreatedResponse({ type: SnapshotView })
  freeze(@Param('id') id: string, @Writes() write: Write): Promise<SnapshotView> {
    return write((manager) => this.snapshots.freeze(manager, id, write.actor.id));
  }

  @Get('snapshots')
  @Allow('everyone')
  @ListOfPages(SNAPSHOTS, SnapshotView)
  list(@Listed(SNAPSHOTS) query: ListQuery): Promise<Page<SnapshotView>> {
    return page(this.source.getRepository(Snapshot).createQueryBuilder('s'), SNAPSHOTS, query);
  }

  @Get('snapshots/:id')
  @Allow('everyone')
  @ApiOkResponse({ type: SnapshotView })
  get(@Param('id') id: string): Promise<SnapshotView> {
    return this.snapshots.read(id);
  }

  /** Every organization that matched, also the excluded ones, each with its reason. */
  @Get('snapshots/:id/organizations')
  @Allow('everyone')
  @ListOfPages(SNAPSHOT_ORGANIZATIONS, SnapshotOrganizationView)
  async organizations(
    @Param('id') id: string,
    @Listed(SNAPSHOT_ORGANIZATIONS) query: ListQuery,
  ): Promise<Page<SnapshotOrganizationView>> {
    const { items, ...rest } = await this.within(SnapshotOrganization, id, SNAPSHOT_ORGANIZATIONS, query);
    const names = await this.names(
      'organization',
      items.map(({ organizationId }) => organizationId),
    );
    return {
      items: items.map(({ organizationId, stratum, holdOut, excluded }) => ({
        organizationId,
        organization: names.get(organizationId)!,
        stratum,
        holdOut,
        excluded,
      })),
      ...rest,
    };
  }

  /** Every decision maker once, also the excluded ones, in the order in which a campaign takes them. */
  @Get('snapshots/:id/contacts')
  @Allow('everyone')
  @ListOfPages(SNAPSHOT_CONTACTS, SnapshotContactView)
  async people(
    @Param('id') id: string,
    @Listed(SNAPSHOT_CONTACTS) query: ListQuery,
  ): Promise<Page<SnapshotContactView>> {
    const { items, ...rest } = await this.within(SnapshotContact, id, SNAPSHOT_CONTACTS, query);
    const organizations = await this.names(
      'organization',
      items.map(({ organizationId }) => organizationId),
    );
    const names = await this.names(
      'contact',
      items.map(({ contactId }) => contactId),
    );
    return {
      items: items.map(({ ordinal, contactId, organizationId, role, holdOut, excluded }) => ({
        ordinal,
        contactId,
        contact: names.get(contactId)!,
        organizationId,
        organization: organizations.get(organizationId)!,
        role,
        holdOut,
        excluded,
      })),
      ...rest,
    };
  }

  private async within<T extends { id: string; snapshotId: string }>(
    entity: new () => T,
    id: string,
    listing: Listing,
    query: ListQuery,
  ): Promise<Page<T>> {
    await this.snapshots.read(id);
    const qb = this.source.getRepository(entity).createQueryBuilder('s').where('s.snapshotId = :id', { id });
    return page(qb, listing, query);
  }

  private async names(table: 'organization' | 'contact', ids: string[]): Promise<Map<string, string>> {
    const named = await rows<{ id: string; name: string }>(this.source, NAMES[table], [ids]);
    return new Map(named.map(({ id, name }) => [id, name]));
  }
}

const NAMES = {
  organization: 'SELECT id, name FROM organization WHERE id = ANY($1)',
  contact: 'SELECT id, name FROM contact WHERE id = ANY($1)',
};
