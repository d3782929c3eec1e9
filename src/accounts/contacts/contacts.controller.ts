import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FastifyReply } from 'fastify';
import type { DataSource } from 'typeorm';
import { ROLES } from '../../../libs/plays/index.js';
import {
  ActsOnNamed,
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
import { lastOutcomeAtSql, lastOutcomeSql, OUTCOMES_OF_CONTACTS } from '../history/last-outcome.sql.js';
import { withLastOutcomes } from '../history/last-outcomes.js';
import { Contact, EMAIL_STATES, PHONE_STATES, PREFERENCES } from './contact.entity.js';
import {
  ContactAliasesView,
  ContactChange,
  ContactView,
  EmploymentChange,
  EmploymentsView,
  EmploymentView,
  ListedContact,
  NewContact,
  NewEmployment,
} from './contact.view.js';
import { Contacts } from './contacts.js';
import { Employments } from './employments.js';

const THEIRS = 'h.contact_id = c.id';
const CONTACTS: Listing = {
  id: 'c.id',
  defaultSort: 'name',
  sorts: {
    name: { column: 'c.name', kind: 'text', of: (contact: Contact) => contact.name },
    createdAt: { column: 'c.createdAt', kind: 'instant', of: (contact: Contact) => contact.createdAt },
    updatedAt: { column: 'c.updatedAt', kind: 'instant', of: (contact: Contact) => contact.updatedAt },
  },
  filters: {
    id: { column: 'c.id', kind: 'id' },
    externalId: { column: 'c.externalId', kind: 'text' },
    email: { column: 'c.emailKey', kind: 'text' },
    emailState: { column: 'c.emailState', kind: 'text', values: EMAIL_STATES },
    phone: { column: 'c.phone', kind: 'text' },
    phoneState: { column: 'c.phoneState', kind: 'text', values: PHONE_STATES },
    preference: { column: 'c.preference', kind: 'text', values: PREFERENCES },
    madeUp: { column: 'c.madeUp', kind: 'flag' },
    createdAt: { column: 'c.createdAt', kind: 'instant' },
    lastOutcome: { column: lastOutcomeSql(THEIRS), kind: 'text' },
    lastOutcomeAt: { column: lastOutcomeAtSql(THEIRS), kind: 'instant' },
    // these two look at other tables: see `elsewhere`
    organizationId: { column: null, kind: 'id' },
    role: { column: null, kind: 'text', values: ROLES },
  },
  search: ['c.name', 'c.email'],
};

const ELSEWHERE: Record<string, string> = {
  organizationId:
    'c.id IN (SELECT e.contact_id FROM employment e WHERE e.until IS NULL AND e.organization_id = ANY(:organizationId))',
  role: `c.id IN (SELECT b.contact_id FROM buying_role b JOIN employment e
           ON e.contact_id = b.contact_id AND e.organization_id = b.organization_id AND e.until IS NULL
             WHERE b.role = ANY(:role))`,
};
const NOWHERE: Record<string, string> = {
  organizationId: 'NOT EXISTS (SELECT FROM employment e WHERE e.contact_id = c.id AND e.until IS NULL)',
  role: 'NOT EXISTS (SELECT FROM buying_role b WHERE b.contact_id = c.id)',
};

@ApiTags('accounts')
@Controller()
export class ContactsController {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly contacts: Contacts,
    private readonly employments: Employments,
  ) {}

  @Get('contacts')
  @Allow('everyone')
  @ListOfPages(CONTACTS, ListedContact)
  async list(@Listed(CONTACTS) query: ListQuery): Promise<Page<ListedContact>> {
    const found = this.source.getRepository(Contact).createQueryBuilder('c').where('c.mergedInto IS NULL');
    for (const { name, test, values } of query.filters.filter((filter) => filter.name in ELSEWHERE))
      if (test === 'none') found.andWhere(NOWHERE[name]!);
      else found.andWhere(ELSEWHERE[name]!, { [name]: values });
    const { items, ...rest } = await page(found, CONTACTS, query);
    const views = items.map((contact) => ContactView.of(contact));
    return { items: await withLastOutcomes(this.source.manager, OUTCOMES_OF_CONTACTS, views), ...rest };
  }

  @Post('contacts')
  @Allow('sales_ops', 'admin')
  @ApiCreatedResponse({ type: ContactView })
  create(@Body() body: NewContact, @Writes() write: Write): Promise<ContactView> {
    const { organizationId, title, department, ...facts } = body;
    const job = organizationId === undefined ? undefined : { organizationId, title, department };
    return write(async (manager) => ContactView.of(await this.contacts.create(manager, facts, job)));
  }

  @Get('contacts/:id')
  @Allow('everyone')
  @ApiOkResponse({ type: ContactView })
  async get(@Param('id') id: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<ContactView> {
    const contact = await this.contacts.get(id);
    // the id of a record that was merged keeps leading to the person
    if (contact.mergedInto) void reply.redirect(`/api/v1/contacts/${contact.mergedInto}`, 302);
    return withRevision(reply, ContactView.of(contact));
  }

  /** Reps correct what they find wrong: a number, an address, a name. */
  @Patch('contacts/:id')
  @Allow('sales_ops', 'admin', 'rep')
  @ActsOnNamed('contact')
  @ApiOkResponse({ type: ContactView })
  async change(
    @Param('id') id: string,
    @IfMatch() read: number,
    @Body() body: ContactChange,
    @Writes() write: Write,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ContactView> {
    const changed = await write(async (manager) => ContactView.of(await this.contacts.change(manager, id, read, body)));
    return withRevision(reply, changed);
  }

  /** Other names under which the person came up: in a file, in a conversation, in a record that was merged. */
  @Get('contacts/:id/aliases')
  @Allow('everyone')
  @ApiOkResponse({ type: ContactAliasesView })
  async aliases(@Param('id') id: string): Promise<ContactAliasesView> {
    await this.contacts.get(id);
    return { items: await this.contacts.aliases(id), nextCursor: null };
  }

  /** A person's jobs, the current ones first. */
  @Get('contacts/:id/employments')
  @Allow('everyone')
  @ApiOkResponse({ type: EmploymentsView })
  async jobs(@Param('id') id: string): Promise<EmploymentsView> {
    await this.contacts.get(id);
    return { items: (await this.employments.of(id)).map((job) => EmploymentView.of(job)), nextCursor: null };
  }

  /** The person moves to another organization: the jobs so far end and stay on record. */
  @Post('contacts/:id/employments')
  @Allow('sales_ops', 'admin', 'rep')
  @ActsOnNamed('contact')
  @ApiCreatedResponse({ type: EmploymentView })
  move(@Param('id') id: string, @Body() body: NewEmployment, @Writes() write: Write): Promise<EmploymentView> {
    return write(async (manager) => EmploymentView.of(await this.employments.begin(manager, id, body)));
  }

  @Patch('employments/:id')
  @Allow('sales_ops', 'admin', 'rep')
  @ActsOnNamed('employment')
  @ApiOkResponse({ type: EmploymentView })
  changeJob(@Param('id') id: string, @Body() body: EmploymentChange, @Writes() write: Write): Promise<EmploymentView> {
    return write(async (manager) => EmploymentView.of(await this.employments.change(manager, id, body)));
  }

  /** Takes back a job that was entered by mistake. */
  @Delete('employments/:id')
  @Allow('sales_ops', 'admin', 'rep')
  @ActsOnNamed('employment')
  @HttpCode(204)
  removeJob(@Param('id') id: string, @Writes() write: Write): Promise<void> {
    return write((manager) => this.employments.remove(manager, id));
  }
}
