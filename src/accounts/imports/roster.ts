import { folded, maybeSamePerson, personKey } from '../normalize/names.js';
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

export interface OrganizationMatch {
  found: Tracked | null;
  by: ImportKey;
  /** what a person should look at: the name decided, or did not, without a fact that does */
  ask: { why: 'other_place' | 'several_places' | 'other_domain'; known: Tracked } | null;
}

export interface ContactMatch {
  found: Tracked;
  by: 'externalId' | 'address' | 'name';
}

/**
 * What a batch knows of the stored world, and how it finds out who a row means. Later rows see what earlier ones did.
 */
export class Roster {
  readonly all = new Map<string, Tracked>();
  private readonly organizations = { external: new Index(), domain: new Index(), name: new Index() };
  private readonly contacts = { external: new Index(), name: new Index(), email: new Index() };
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
      this.contacts.email.put(row.email_key, tracked);
    } else if (table === 'employment') {
      this.jobs.put(`${String(row.contact_id)} ${String(row.organization_id)}`, tracked);
      this.jobs.put(row.contact_id, tracked);
    } else this.roles.put(`${String(row.contact_id)} ${String(row.organization_id)}`, tracked);
  }

  /**
   * By external id; then by domain, unless the key is the name; then by name and place. A row with another external id,
   * domain or place is another organization; one that says no place is the one of its name. `hint`: the domain of the
   * person's address, which decides nothing alone.
   */
  organization(wanted: Columns, key: ImportKey, hint: unknown): OrganizationMatch {
    const { found, by, ask } = this.matching(wanted, key, hint);
    return { found: found && this.survivor(found), by, ask: ask && { ...ask, known: this.survivor(ask.known) } };
  }

  private matching(wanted: Columns, key: ImportKey, hint: unknown): OrganizationMatch {
    const { external_id: external, domain, name_key: name } = wanted;
    const known = this.organizations.external.get(external)[0];
    if (known) return { found: known, by: 'externalId', ask: null };
    const free = (each: Tracked): boolean =>
      external === undefined || (each.row.external_id ?? this.survivor(each).row.external_id) === null;
    const sameDomain = key === 'name' ? undefined : this.organizations.domain.get(domain).find(free);
    if (sameDomain) return { found: sameDomain, by: 'domain', ask: null };
    const named = this.organizations.name
      .get(name)
      .filter(
        (each) => free(each) && (!domain || each.row.domain === null || each.row.domain === domain || key === 'name'),
      );
    const sharesDomain = ({ row }: Tracked): boolean => typeof hint === 'string' && row.domain === hint;
    const fitting = named.filter((each) => sharesDomain(each) || !otherPlace(wanted, each.row));
    const found = fitting.toSorted((one, two) => likeness(two) - likeness(one))[0] ?? null;
    const by = 'name' as const;
    if (!found) return { found, by, ask: named[0] ? { why: 'other_place', known: named[0] } : null };
    if (likeness(found) === 0 && fitting.some((each) => otherPlace(each.row, found.row)))
      return { found, by, ask: { why: 'several_places', known: found } };
    const hinted = typeof hint === 'string' && typeof found.row.domain === 'string' && found.row.domain !== hint;
    return { found, by, ask: hinted && likeness(found) === 0 ? { why: 'other_domain', known: found } : null };

    function likeness(each: Tracked): number {
      const same = (column: string): boolean =>
        !!wanted[column] && placeOf(wanted, column) === placeOf(each.row, column);
      return (sharesDomain(each) ? 4 : 0) + (same('city') ? 2 : 0) + (same('country') ? 1 : 0);
    }
  }

  /**
   * By external id; else by the address, which is one person's unless `different` says otherwise or the mailbox is known
   * as shared; else by name beside the same organization, or with no employer at all.
   */
  contact(wanted: Columns, organizationId: string | null, different: boolean): ContactMatch | null {
    const { external_id: external, name_key: name, email_key: email } = wanted;
    const known = this.contacts.external.get(external)[0];
    if (known) return { found: this.survivor(known), by: 'externalId' };
    const sharing = this.holders(email);
    if (sharing.length > 0) {
      const found = sharer(wanted, sharing, different);
      return found && { found, by: 'address' };
    }
    const people = this.contacts.name
      .get(name)
      .filter(({ row }) => !row.erased_at && !row.merged_into && (external === undefined || row.external_id === null));
    const silent = (each: Tracked): boolean => email === undefined || each.row.email_key === null;
    const here = organizationId === null ? [] : people.filter(({ id }) => this.job(id, organizationId));
    const unemployed = people.filter(({ id }) => this.jobs.get(id).length === 0);
    const found = here.find(silent) ?? (organizationId === null ? unemployed.find(silent) : undefined);
    return found ? { found, by: 'name' } : null;
  }

  /** Who is reached at this address. */
  holders(email: unknown): Tracked[] {
    const found = this.contacts.email.get(email).filter(({ row }) => row.email_key === email && !row.erased_at);
    return [...new Set(found.map((each) => this.survivor(each)))];
  }

  /** Records that others were merged into, and that are not looked at yet. */
  leading(): { id: string }[] {
    const into = [...this.all.values()].flatMap(({ row }) => (row.merged_into as string | null) ?? []);
    return [...new Set(into)].filter((id) => !this.all.has(id)).map((id) => ({ id }));
  }

  /** What a record that was merged leads to. */
  private survivor(tracked: Tracked): Tracked {
    return this.all.get(String(tracked.row.merged_into)) ?? tracked;
  }

  job(contactId: string, organizationId: string): Tracked | undefined {
    return this.jobs.get(`${contactId} ${organizationId}`)[0];
  }

  rolesOf(contactId: string, organizationId: string): Tracked[] {
    return this.roles.get(`${contactId} ${organizationId}`);
  }
}

/** A list of addresses only has no name: the address stands in its place. */
export const isNameless = ({ name, email_key: email }: Columns): boolean =>
  typeof name === 'string' && typeof email === 'string' && personKey(name) === personKey(email);

/** Whom of those at one address a row means; null: a person who is not known yet. */
function sharer(wanted: Columns, sharing: Tracked[], different: boolean): Tracked | null {
  const key = wanted.name_key as string;
  const named = sharing.find(({ row }) => row.name_key === key);
  if (named) return named;
  if (isNameless(wanted)) return sharing[0]!;
  const nameless = sharing.find(({ row }) => isNameless(row));
  if (nameless) return nameless;
  if (different) return null;
  const like = sharing.find(({ row }) => maybeSamePerson(row.name_key as string, key));
  return like ?? (sharing.some(({ row }) => row.shared_mailbox) ? null : sharing[0]!);
}

const placeOf = (row: Columns, column: string): string | null =>
  typeof row[column] === 'string' && row[column] !== '' ? folded(row[column]) : null;

/** Both say a country or a city, and another one. */
function otherPlace(one: Columns, other: Columns): boolean {
  return ['country', 'city'].some((column) => {
    const [here, there] = [placeOf(one, column), placeOf(other, column)];
    return here !== null && there !== null && here !== there;
  });
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
