import { Body, Controller, Get, Param, Patch, Post, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FastifyReply } from 'fastify';
import type { DataSource } from 'typeorm';
import {
  Allow,
  IfMatch,
  Listed,
  ListOfPages,
  page,
  withRevision,
  Writes,
  type Listing,
  type ListQuery,
  type Page,
  type Write,
} from '../../platform/index.js';
import { AttributeFields } from './attributes.js';
import { AttributeFieldsView } from './attributes.view.js';
import { lastOutcomeAtSql, lastOutcomeSql, OUTCOMES_OF_ORGANIZATIONS } from '../history/last-outcome.sql.js';
import { withLastOutcomes } from '../history/last-outcomes.js';
import { Organization, RELATIONSHIPS } from './organization.entity.js';
import { ListedOrganization, NewOrganization, OrganizationChange, OrganizationView } from './organization.view.js';
import { Organizations } from './organizations.js';

const THEIRS = 'h.organization_id = o.id';
const ORGANIZATIONS: Listing = {
  id: 'o.id',
  defaultSort: 'name',
  sorts: {
    name: { column: 'o.name', kind: 'text', of: (organization: Organization) => organization.name },
    employees: { column: 'o.employees', kind: 'number', of: (organization: Organization) => organization.employees },
    createdAt: { column: 'o.createdAt', kind: 'instant', of: (organization: Organization) => organization.createdAt },
    updatedAt: { column: 'o.updatedAt', kind: 'instant', of: (organization: Organization) => organization.updatedAt },
  },
  filters: {
    id: { column: 'o.id', kind: 'id' },
    externalId: { column: 'o.externalId', kind: 'text' },
    domain: { column: 'o.domain', kind: 'text' },
    industry: { column: 'o.industry', kind: 'text' },
    sector: { column: 'o.sector', kind: 'text' },
    country: { column: 'o.country', kind: 'text' },
    region: { column: 'o.region', kind: 'text' },
    city: { column: 'o.city', kind: 'text' },
    relationship: { column: 'o.relationship', kind: 'text', values: RELATIONSHIPS },
    employees: { column: 'o.employees', kind: 'number' },
    founded: { column: 'o.founded', kind: 'number' },
    tags: { column: 'o.tags', kind: 'set' },
    madeUp: { column: 'o.madeUp', kind: 'flag' },
    createdAt: { column: 'o.createdAt', kind: 'instant' },
    lastOutcome: { column: lastOutcomeSql(THEIRS), kind: 'text' },
    lastOutcomeAt: { column: lastOutcomeAtSql(THEIRS), kind: 'instant' },
  },
  search: ['o.name', 'o.domain', 'o.externalId'],
};

@ApiTags('accounts')
@Controller()
export class OrganizationsController {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly organizations: Organizations,
    private readonly attributes: AttributeFields,
  ) {}

  @Get('organizations')
  @Allow('everyone')
  @ListOfPages(ORGANIZATIONS, ListedOrganization)
  async list(@Listed(ORGANIZATIONS) query: ListQuery): Promise<Page<ListedOrganization>> {
    const found = this.source.getRepository(Organization).createQueryBuilder('o').where('o.mergedInto IS NULL');
    const { items, ...rest } = await page(found, ORGANIZATIONS, query);
    const views = items.map((organization) => OrganizationView.of(organization));
    return { items: await withLastOutcomes(this.source.manager, OUTCOMES_OF_ORGANIZATIONS, views), ...rest };
  }

  @Post('organizations')
  @Allow('sales_ops', 'admin')
  @ApiCreatedResponse({ type: OrganizationView })
  create(@Body() body: NewOrganization, @Writes() write: Write): Promise<OrganizationView> {
    return write(async (manager) => OrganizationView.of(await this.organizations.create(manager, body)));
  }

  @Get('organizations/:id')
  @Allow('everyone')
  @ApiOkResponse({ type: OrganizationView })
  async get(@Param('id') id: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<OrganizationView> {
    const organization = await this.organizations.get(id);
    // the id of a record that was merged keeps leading to the organization
    if (organization.mergedInto) void reply.redirect(`/api/v1/organizations/${organization.mergedInto}`, 302);
    return withRevision(reply, OrganizationView.of(organization));
  }

  @Patch('organizations/:id')
  @Allow('sales_ops', 'admin')
  @ApiOkResponse({ type: OrganizationView })
  async change(
    @Param('id') id: string,
    @IfMatch() read: number,
    @Body() body: OrganizationChange,
    @Writes() write: Write,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<OrganizationView> {
    const changed = await write(async (manager) =>
      OrganizationView.of(await this.organizations.change(manager, id, read, body)),
    );
    return withRevision(reply, changed);
  }

  /** The custom attributes that there are, with the one type that each holds. */
  @Get('attribute-fields')
  @Allow('everyone')
  @ApiOkResponse({ type: AttributeFieldsView })
  async fields(): Promise<AttributeFieldsView> {
    return { items: await this.attributes.list(), nextCursor: null };
  }
}
