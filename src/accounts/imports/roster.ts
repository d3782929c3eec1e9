import type { Columns } from './draft.js';
import type { ImportKey } from './plan.js';
import type { Table } from './rows.sql.js';

/** A stored row that a batch looks at, or one that it makes. */
export interface Tracked {
  table: Table;
  id: string;
  /** the line that made it or first changed it */
  line: number;
  /** as it was; null where the batch makes it */
  before: Columns | null;
  /** as it will be */
  row: Columns;
}

/**
 * What a batch knows of the stored world, and how it finds out who a row means. Later rows see what earlier ones did.
 */
export class Roster {
  readonly all = new Map<string, Tracked>();
  private readonly organizations = { external: new Index(), domain: new Index(), name: new Index() };
  private readonly contacts = { external: new Index(), name: new Index() };
  private readonly jobs = new Index();
  private readonly roles = new Index();

  add(tracked: Tracked): Tracked {
    this.all.set(tracked.id, tracked);
    this.index(tracked);
    return tracked;
  }

  /** Also after a change of what it is found by. */
  index(tracked: Tracked): void {
    const { table, row } = tracked;
    if (table === 'organization') {
      this.organizations.external.put(row.external_id, tracked);
      this.organizations.domain.put(row.domain, tracked);
      this.organizations.name.put(row.name_key, tracked);
    } else if (table === 'contact') {
      this.contacts.external.put(row.external_id, tracked);
      this.contacts.name.put(row.name_key, tracked);
    } else if (table === 'employment') {
      this.jobs.put(`${String(row.contact_id)} ${String(row.organization_id)}`, tracked);
      this.jobs.put(row.contact_id, tracked);
    } else this.roles.put(`${String(row.contact_id)} ${String(row.organization_id)}`, tracked);
  }

  /**
   * By external id; then by domain, unless the key is the name; then by name and country. A row with another external
   * id, or another domain, is another organization.
   */
  organization(wanted: Columns, key: ImportKey): { found: Tracked; by: ImportKey } | null {
    const { external_id: external, domain, name_key: name, country = null } = wanted;
    const known = this.organizations.external.get(external)[0];
    if (known) return { found: known, by: 'externalId' };
    const free = ({ row }: Tracked): boolean => external === undefined || row.external_id === null;
    const sameDomain = key === 'name' ? undefined : this.organizations.domain.get(domain).find(free);
    if (sameDomain) return { found: sameDomain, by: 'domain' };
    const named = this.organizations.name
      .get(name)
      .filter(
        (each) => free(each) && (!domain || each.row.domain === null || each.row.domain === domain || key === 'name'),
      );
    const found =
      named.find(({ row }) => row.country === country) ??
      (country === null ? named[0] : named.find(({ row }) => row.country === null));
    return found ? { found, by: 'name' } : null;
  }

  /**
   * By external id; else by name together with the address, beside the same organization, or with no employer at all.
   * Two people who share an address have two names, two who share a name have two addresses: all of them stay.
   */
  contact(wanted: Columns, organizationId: string | null): Tracked | null {
    const { external_id: external, name_key: name, email_key: email } = wanted;
    const known = this.contacts.external.get(external)[0];
    if (known) return known;
    const people = this.contacts.name
      .get(name)
      .filter(({ row }) => !row.erased_at && (external === undefined || row.external_id === null));
    const same = (each: Tracked): boolean => email !== undefined && each.row.email_key === email;
    const silent = (each: Tracked): boolean => email === undefined || each.row.email_key === null;
    const here = organizationId === null ? [] : people.filter(({ id }) => this.job(id, organizationId));
    const unemployed = people.filter(({ id }) => this.jobs.get(id).length === 0);
    return (
      here.find(same) ??
      here.find(silent) ??
      unemployed.find(same) ??
      (organizationId === null ? (people.find(same) ?? unemployed.find(silent)) : undefined) ??
      null
    );
  }

  job(contactId: string, organizationId: string): Tracked | undefined {
    return this.jobs.get(`${contactId} ${organizationId}`)[0];
  }

  rolesOf(contactId: string, organizationId: string): Tracked[] {
    return this.roles.get(`${contactId} ${organizationId}`);
  }
}

/** Rows by a value, in the order in which they came. A row that no longer has the value is found by its new one. */
class Index {
  private readonly entries = new Map<string, Tracked[]>();

  put(key: unknown, tracked: Tracked): void {
    if (typeof key !== 'string') return;
    const list = this.entries.get(key);
    if (!list) this.entries.set(key, [tracked]);
    else if (!list.includes(tracked)) list.push(tracked);
  }

  get(key: unknown): Tracked[] {
    return typeof key === 'string' ? (this.entries.get(key) ?? []) : [];
  }
}
