import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Role } from '../../../libs/plays/index.js';
import { Conflict, Invalid, Problem, row, rows, type FieldProblem } from '../../platform/index.js';
import { AttributeFields, type AttributeScope } from '../organizations/attributes.js';
import { BuyingRoles } from '../contacts/buying-roles.js';
import { Contact } from '../contacts/contact.entity.js';
import { Contacts, type ContactFacts } from '../contacts/contacts.js';
import { Employments } from '../contacts/employments.js';
import { domainOf } from '../normalize/domains.js';
import { emailKey } from '../normalize/emails.js';
import { nameKey, personKey } from '../normalize/names.js';
import { Organization } from '../organizations/organization.entity.js';
import { Organizations, type OrganizationFacts } from '../organizations/organizations.js';
import { EMPLOYER, FIND_CONTACT, FIND_ORGANIZATION, FIND_SAME_CONTACT } from './upserts.sql.js';

export type UpsertResult = 'created' | 'updated' | 'unchanged';
export interface Upserted<T> {
  outcome: UpsertResult;
  stored: T;
}
export interface Job {
  /** of the employer, who must be known */
  organization?: { externalId: string } | undefined;
  title?: string | null;
  department?: string | null;
  /** added to those that the person has there */
  roles?: Role[];
}

class NameMissing extends Invalid {}
class AttributeNotFound extends Invalid {}
class EmployerNotFound extends Invalid {}
class EmployerMissing extends Invalid {}

const TAKEN = '23505';
/** What every edit moves. */
const COURSE = ['revision', 'updatedAt'] as const;

/**
 * Another system is the source: what it sends under its own id is made, or laid over what is there. What it leaves out
 * stays.
 */
@Injectable()
export class Upserts {
  constructor(
    private readonly organizations: Organizations,
    private readonly contacts: Contacts,
    private readonly employments: Employments,
    private readonly roles: BuyingRoles,
    private readonly attributes: AttributeFields,
  ) {}

  /** Also matches an organization of the same domain and name that has no external id yet. */
  async organization(
    manager: EntityManager,
    externalId: string,
    facts: OrganizationFacts,
  ): Promise<Upserted<Organization>> {
    await this.assertKnown(manager, 'organization', facts.attributes);
    const domain = facts.domain ?? facts.website;
    const same = [externalId, domain ? domainOf(domain) : null, facts.name ? nameKey(facts.name) : null];
    return this.laid(manager, () => this.locked(manager, FIND_ORGANIZATION, same), {
      create: () => this.organizations.create(manager, { ...facts, name: named(facts.name), externalId }),
      get: (id) => this.organizations.get(id, manager),
      change: async (id, revision) =>
        this.organizations.change(
          manager,
          id,
          revision,
          await this.ownId(manager, Organization, id, facts, externalId),
        ),
    });
  }

  /**
   * Also matches a contact without an external id who has the address and the name, or who is the same person at that
   * organization. Another name at a known address is refused: see `sharedMailbox`.
   */
  async contact(manager: EntityManager, externalId: string, facts: ContactFacts, job: Job): Promise<Upserted<Contact>> {
    await this.assertKnown(manager, 'contact', facts.attributes);
    const organizationId = await this.employer(manager, job);
    const find = async (): Promise<string | null> =>
      (await this.locked(manager, FIND_CONTACT, [externalId])) ?? (await this.same(manager, organizationId, facts));
    const { outcome, stored } = await this.laid(manager, find, {
      create: () => this.contacts.create(manager, { ...facts, name: named(facts.name), externalId }),
      get: (id) => this.contacts.get(id, manager),
      change: async (id, revision) =>
        this.contacts.change(manager, id, revision, await this.ownId(manager, Contact, id, facts, externalId)),
    });
    const moved = organizationId !== null && (await this.employ(manager, stored.id, organizationId, job));
    return { outcome: outcome === 'unchanged' && moved ? 'updated' : outcome, stored };
  }

  /** One that was found by the id of a record that was merged into it keeps its own. */
  private async ownId<F extends object>(
    manager: EntityManager,
    entity: typeof Organization | typeof Contact,
    id: string,
    facts: F,
    externalId: string,
  ): Promise<F & { externalId?: string }> {
    const other = await manager.existsBy<Organization | Contact>(entity, { externalId, mergedInto: id });
    return other ? facts : { ...facts, externalId };
  }

  /** Finds it, or creates it; where another request created it at the same moment, that one is found. */
  private async laid<T extends Organization | Contact>(
    manager: EntityManager,
    find: () => Promise<string | null>,
    how: {
      create: () => Promise<T>;
      get: (id: string) => Promise<T>;
      change: (id: string, revision: number) => Promise<T>;
    },
  ): Promise<Upserted<T>> {
    let id = await find();
    if (id === null) {
      try {
        return { outcome: 'created', stored: await within(manager, how.create) };
      } catch (error) {
        if ((error as { code?: string }).code !== TAKEN && !(error instanceof Conflict)) throw error;
        id = await find();
        if (id === null) throw error;
      }
    }
    const before = await how.get(id);
    // rolled back where nothing changes: an edit without a change must not make anyone's revision stale
    return within(manager, async (undo) => {
      const after = await how.change(before.id, before.revision);
      if (!isDeepStrictEqual(without(before), without(after))) return { outcome: 'updated', stored: after };
      await undo();
      return { outcome: 'unchanged', stored: before };
    });
  }

  private async locked(manager: EntityManager, sql: string, parameters: unknown[]): Promise<string | null> {
    return (await row<{ id: string }>(manager, sql, parameters))?.id ?? null;
  }

  private async same(
    manager: EntityManager,
    organizationId: string | null,
    { name, email }: ContactFacts,
  ): Promise<string | null> {
    if (!name) return null;
    const key = [personKey(name), email ? emailKey(email) : null];
    return this.locked(manager, FIND_SAME_CONTACT, [...key, organizationId]);
  }

  private async employer(
    manager: EntityManager,
    { organization, title, department, roles }: Job,
  ): Promise<string | null> {
    const told = title !== undefined || department !== undefined || roles !== undefined;
    if (!organization) {
      if (told)
        throw new EmployerMissing('A title, a department and roles belong to a job: say at which organization.', [
          {
            field: 'organization',
            code: 'required',
            message: 'organization is needed with title, department or roles',
          },
        ]);
      return null;
    }
    const found = await row<{ id: string }>(manager, EMPLOYER, [organization.externalId]);
    if (!found)
      throw new EmployerNotFound(`There is no organization with the external id "${organization.externalId}".`, [
        { field: 'organization.externalId', code: 'unknown', message: 'send the organization first' },
      ]);
    return found.id;
  }

  /** The person works there now, and nowhere else; true where that is news. */
  private async employ(
    manager: EntityManager,
    contactId: string,
    organizationId: string,
    { title, department, roles = [] }: Job,
  ): Promise<boolean> {
    const jobs = await this.employments.current(contactId, manager);
    const here = jobs.find((job) => job.organizationId === organizationId);
    let news = false;
    if (!here) {
      await this.employments.begin(manager, contactId, {
        organizationId,
        title: title ?? null,
        department: department ?? null,
      });
      news = true;
    } else {
      const change = {
        ...(title !== undefined && title !== here.title ? { title } : {}),
        ...(department !== undefined && department !== here.department ? { department } : {}),
      };
      news = Object.keys(change).length > 0;
      if (news) await this.employments.change(manager, here.id, change);
    }
    const known = await rows<{ role: Role }>(
      manager,
      'SELECT role FROM buying_role WHERE contact_id = $1 AND organization_id = $2',
      [contactId, organizationId],
    );
    for (const role of roles.filter((each) => !known.some((one) => one.role === each))) {
      await this.roles.learn(manager, { organizationId, contactId, role, source: 'import' });
      news = true;
    }
    return news;
  }

  /** A slip in a name must not become a new field in silence. */
  private async assertKnown(
    manager: EntityManager,
    scope: AttributeScope,
    attributes: Record<string, unknown> | undefined,
  ): Promise<void> {
    if (!attributes) return;
    const known = (await this.attributes.list(manager))
      .filter((field) => field.scope === scope)
      .map(({ name }) => name);
    const problems = Object.keys(attributes)
      .filter((name) => !known.includes(name))
      .map((name): FieldProblem => ({
        field: `attributes.${name.slice(0, 60)}`,
        code: 'unknown_attribute',
        message: `there is no custom attribute "${name.slice(0, 60)}"`,
      }));
    if (problems.length > 0)
      throw new AttributeNotFound(
        known.length > 0
          ? `The custom attributes that there are: ${known.join(', ')}.`
          : 'There are no custom attributes yet.',
        problems,
        { known },
      );
  }
}

/** A savepoint: the first error rolls this part back alone. */
export async function within<T>(manager: EntityManager, work: (undo: () => Promise<void>) => Promise<T>): Promise<T> {
  await manager.query('SAVEPOINT item');
  try {
    const done = await work(async () => void (await manager.query('ROLLBACK TO SAVEPOINT item')));
    await manager.query('RELEASE SAVEPOINT item');
    return done;
  } catch (error) {
    await manager.query('ROLLBACK TO SAVEPOINT item');
    await manager.query('RELEASE SAVEPOINT item');
    throw error;
  }
}

export interface Refusal {
  code: string;
  message: string;
  errors: FieldProblem[];
}

/** What a person or a program caused; anything else is ours, and ends the whole batch. */
export function refusalOf(error: unknown): Refusal {
  if (error instanceof Problem)
    return {
      code: error.code,
      message: error.message,
      errors: (error.more.errors as FieldProblem[] | undefined) ?? [],
    };
  throw error;
}

function named(name: string | undefined): string {
  if (!name)
    throw new NameMissing('There is none yet with this external id: to make one its name is needed.', [
      { field: 'name', code: 'required', message: 'name is needed' },
    ]);
  return name;
}

function without(stored: Organization | Contact): object {
  return Object.fromEntries(Object.entries(stored).filter(([key]) => !(COURSE as readonly string[]).includes(key)));
}
