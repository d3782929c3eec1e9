import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { assertRevision, Conflict, Invalid, NotFound, row } from '../../platform/index.js';
import { AttributeFields, type Attributes } from './attributes.js';
import { domainOf } from '../normalize/domains.js';
import { nameKey } from '../normalize/names.js';
import { assertNotMerged } from './merged.js';
import { Organization } from './organization.entity.js';
import { FieldInput, zoneAfter } from './places.js';

class OrganizationNotFound extends NotFound {}
class OrganizationInvalid extends Invalid {}
class ExternalIdTaken extends Conflict {}

/** As a user enters them: a country by name, a phone as it is dialled; what is left out stays. */
export type OrganizationFacts = Partial<
  Omit<Organization, 'id' | 'nameKey' | 'attributes' | 'mergedInto' | 'revision' | 'createdAt' | 'updatedAt'>
> & { attributes?: Record<string, unknown> };

@Injectable()
export class Organizations {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly attributes: AttributeFields,
  ) {}

  async create(manager: EntityManager, facts: OrganizationFacts & { name: string }): Promise<Organization> {
    const columns = await this.columns(manager, EMPTY, facts);
    const { identifiers } = await manager.insert(Organization, columns);
    return this.get(identifiers[0]!.id as string, manager);
  }

  async get(id: string, manager: EntityManager = this.source.manager): Promise<Organization> {
    const organization = await manager.findOneBy(Organization, { id });
    if (!organization) throw new OrganizationNotFound('There is no such organization.');
    return organization;
  }

  async change(manager: EntityManager, id: string, read: number, facts: OrganizationFacts): Promise<Organization> {
    // locked: of two edits at once the second sees the first's revision
    await row(manager, 'SELECT FROM organization WHERE id = $1 FOR UPDATE', [id]);
    const organization = await this.get(id, manager);
    await assertNotMerged(manager, id);
    assertRevision(organization, read);
    const columns = await this.columns(manager, organization, facts);
    await manager.update(Organization, { id }, { ...columns, revision: read + 1, updatedAt: () => 'app_now()' });
    return this.get(id, manager);
  }

  private async columns(
    manager: EntityManager,
    before: Before,
    facts: OrganizationFacts,
  ): Promise<Partial<Organization>> {
    const reading = new FieldInput();
    const { attributes, name, phone, country: _, timeZone: __, website, domain, ...plain } = facts;
    const country = reading.country(facts.country);
    const place = { ...before, ...plain, country: country === undefined ? before.country : country };
    const timeZone = reading.zone(facts.timeZone);
    const columns: Partial<Organization> = {
      ...plain,
      ...(name === undefined ? {} : { name, nameKey: nameKey(name) }),
      ...given('country', country),
      ...given('phone', reading.phone(phone, place.country)),
      ...given('website', website),
      ...given('domain', reading.read('domain', domain, domainOf, 'is no domain such as example.com')),
      timeZone: timeZone ?? zoneAfter(before, place),
      attributes: await this.attributes.merge(manager, 'organization', before.attributes, attributes),
    };
    if (website && domain === undefined && before.domain === null) columns.domain = domainOf(website);
    if (reading.problems.length > 0) throw new OrganizationInvalid('Some fields are not right.', reading.problems);
    if (facts.externalId && facts.externalId !== before.externalId) await this.assertFree(manager, facts.externalId);
    return columns;
  }

  private async assertFree(manager: EntityManager, externalId: string): Promise<void> {
    const other = await manager.findOneBy(Organization, { externalId });
    if (other)
      throw new ExternalIdTaken(`"${externalId}" is the external id of ${other.name}.`, { organizationId: other.id });
  }
}

interface Before {
  externalId: string | null;
  domain: string | null;
  country: string | null;
  region: string | null;
  city: string | null;
  timeZone: string | null;
  attributes: Attributes;
}
const EMPTY: Before = {
  externalId: null,
  domain: null,
  country: null,
  region: null,
  city: null,
  timeZone: null,
  attributes: {},
};

/** Left out where it was left out: undefined is no value to write. */
export function given<K extends string, V>(key: K, value: V | undefined): Partial<Record<K, V>> {
  return (value === undefined ? {} : { [key]: value }) as Partial<Record<K, V>>;
}
