import { isDeepStrictEqual } from 'node:util';
import { MOST_ATTRIBUTES, type Attributes } from '../organizations/attributes.js';
import { partsAfter } from '../normalize/person-names.js';
import type { ZonePlace } from '../normalize/zones.js';
import { zoneAfter } from '../organizations/places.js';
import type { Columns, RowDraft, Issue, MatchNote } from './draft.js';
import type { ImportKey, Plan } from './plan.js';
import { isNameless, type ContactMatch, type Roster, type Tracked } from './roster.js';
import { WRITTEN, type Table } from './rows.sql.js';

const NO_PLACE = { country: null, region: null, city: null, time_zone: null };

/** Lays one row after the other over what is known, and remembers what each of them did. */
export class Merge {
  /** other spellings of a contact's name */
  readonly aliases: { contact_id: string; name: string }[] = [];
  /** what a person may know better */
  readonly matches: MatchNote[] = [];
  private readonly sharedLines: Set<number>;

  constructor(
    private readonly roster: Roster,
    private readonly plan: Plan,
    private readonly newId: () => string,
  ) {
    this.sharedLines = new Set(plan.sharedMailboxLines ?? []);
  }

  /** A person says that two names at one address are two people. */
  isShared(line: number): boolean {
    return this.plan.sharedMailbox === true || this.sharedLines.has(line);
  }

  /** What the row made or changed. */
  organization(draft: RowDraft, match: { found: Tracked; by: ImportKey } | null, issues: Issue[]): [Tracked, boolean] {
    const { columns, attributes, domainTold } = draft.organization!;
    if (!match) {
      const row = { relationship: this.plan.relationship ?? 'prospect', tags: [], ...columns };
      const made = this.make('organization', draft.line, { ...row, made_up: this.plan.madeUp ?? false, attributes });
      made.row.time_zone ??= zoneAfter(placeOf(NO_PLACE), placeOf(made.row));
      return [made, true];
    }
    const { found, by } = match;
    const change = { ...columns };
    // another spelling of the name under which it was found is no news
    const spelling = change.name_key === found.row.name_key && by !== 'externalId';
    if (spelling || by !== this.plan.key) {
      delete change.name;
      delete change.name_key;
    }
    if (!domainTold && found.row.domain !== null) delete change.domain;
    // found by the id of a record that was merged into it
    if (found.row.external_id !== null && by === 'externalId') delete change.external_id;
    const before = placeOf(found.row);
    let changed = this.lay(found, draft.line, change);
    if (change.time_zone === undefined)
      changed = this.lay(found, draft.line, { time_zone: zoneAfter(before, placeOf(found.row)) }) || changed;
    return [found, this.attributes(found, draft.line, attributes, issues) || changed];
  }

  contact(draft: RowDraft, match: ContactMatch | null, issues: Issue[]): [Tracked, boolean] {
    const { columns, attributes } = draft.contact!;
    if (!match) return [this.newContact(draft), true];
    const { found, by } = match;
    const change = { ...columns };
    if (by === 'address') this.sameAddress(draft, found, change);
    // found by the id of a record that was merged into it
    if (found.row.external_id !== null && by === 'externalId') delete change.external_id;
    if (by === 'externalId') this.keepAddressOf(draft, found, change, issues);
    if (change.name_key === found.row.name_key && columns.external_id === undefined) delete change.name;
    // what was checked was the former one
    if (change.email_key !== undefined && change.email_key !== found.row.email_key)
      Object.assign(change, { email_state: 'unverified', email_checked_at: null });
    else {
      delete change.email;
      delete change.email_hash;
    }
    if (change.phone !== undefined && change.phone !== found.row.phone)
      Object.assign(change, { phone_state: 'unverified', phone_checked_at: null });
    else delete change.phone_hash;
    const changed = this.lay(found, draft.line, { ...partsOf(found.row, change, draft.contact!.country), ...change });
    return [found, this.attributes(found, draft.line, attributes, issues) || changed];
  }

  private newContact(draft: RowDraft): Tracked {
    const { columns, attributes } = draft.contact!;
    const others = this.roster.holders(columns.email_key);
    const states = {
      email_state: 'unverified',
      phone_state: 'unverified',
      preference: 'any',
      lawful_basis: 'legitimate_interest',
      shared_mailbox: others.length > 0,
    };
    const row = {
      ...states,
      ...partsOf(NO_NAME, columns, draft.contact!.country),
      ...columns,
      made_up: this.plan.madeUp ?? false,
      attributes,
    };
    const made = this.make('contact', draft.line, row);
    for (const other of others) this.lay(other, draft.line, { shared_mailbox: true });
    if (others[0]) this.noteContact(draft, others[0], 'shared_mailbox', 'separate');
    return made;
  }

  /** The stored name stays, and the one of the row is kept as an alias; an address that stood for a name gives way. */
  private sameAddress(draft: RowDraft, found: Tracked, change: Columns): void {
    const { name, name_key: key, external_id: external } = change;
    const otherId = external !== undefined && found.row.external_id !== null && external !== found.row.external_id;
    if (otherId) delete change.external_id;
    if (isNameless(found.row)) return;
    const another = !isNameless(change) && spelling(name) !== spelling(found.row.name);
    if (another) this.aliases.push({ contact_id: found.id, name: String(name) });
    if (another || otherId) this.noteContact(draft, found, another ? 'same_address' : 'other_external_id', 'attached');
    delete change.name;
    delete change.name_key;
    if (key === found.row.name_key) return;
    delete change.given_name;
    delete change.family_name;
  }

  /** An address that is another contact's already is left out, unless the two share the mailbox. */
  private keepAddressOf(draft: RowDraft, found: Tracked, change: Columns, issues: Issue[]): void {
    if (change.email_key === undefined || change.email_key === found.row.email_key) return;
    const others = this.roster.holders(change.email_key).filter(({ id }) => id !== found.id);
    if (others.length === 0) return;
    if (this.isShared(draft.line) || others.some(({ row }) => row.shared_mailbox)) {
      for (const each of [found, ...others]) this.lay(each, draft.line, { shared_mailbox: true });
      return;
    }
    const message =
      `"${String(change.email).slice(0, 60)}" is the address of ${String(others[0]!.row.name).slice(0, 60)}, ` +
      'and was left out. Merge the two, or say that they share a mailbox.';
    issues.push({ field: 'contact.email', code: 'address_of_another', message, wholeRow: false });
    for (const column of ['email', 'email_key', 'email_hash']) delete change[column];
  }

  private noteContact(draft: RowDraft, { id, row }: Tracked, why: MatchNote['why'], result: MatchNote['result']): void {
    const given = String(draft.contact!.columns.name);
    const note = { line: draft.line, given, known: String(row.name), known_id: id, result };
    this.matches.push({ ...note, entity: 'contact', why });
  }

  job(draft: RowDraft, contact: Tracked, organization: Tracked): [Tracked, boolean] {
    const found = this.roster.job(contact.id, organization.id);
    if (found) return [found, this.lay(found, draft.line, draft.contact!.job)];
    const whose = { contact_id: contact.id, organization_id: organization.id };
    return [this.make('employment', draft.line, { ...whose, ...draft.contact!.job }), true];
  }

  /** A role that the file names is added; one that the title lets suppose only where nothing is known of the person. */
  role(draft: RowDraft, contact: Tracked, organization: Tracked): [Tracked, boolean] | null {
    const wanted = draft.contact!.role;
    const known = this.roster.rolesOf(contact.id, organization.id);
    if (!wanted || known.some(({ row }) => row.role === wanted.role) || (wanted.source === 'title' && known.length > 0))
      return null;
    const whose = { contact_id: contact.id, organization_id: organization.id };
    const confidence = wanted.source === 'title' ? 'low' : 'medium';
    return [this.make('buying_role', draft.line, { ...whose, ...wanted, confidence }), true];
  }

  private make(table: Table, line: number, columns: Columns): Tracked {
    const id = this.newId();
    const row: Columns = { id };
    for (const column of WRITTEN[table]) row[column] = columns[column] ?? null;
    return this.roster.add({ table, id, line, before: null, row });
  }

  private lay(tracked: Tracked, line: number, change: Columns): boolean {
    const news = Object.entries(change).filter(([column, value]) => !isDeepStrictEqual(tracked.row[column], value));
    if (news.length === 0) return false;
    if (isDeepStrictEqual(tracked.row, tracked.before)) tracked.line = line;
    tracked.row = { ...tracked.row, ...Object.fromEntries(news) };
    this.roster.index(tracked);
    return true;
  }

  private attributes(tracked: Tracked, line: number, given: Attributes, issues: Issue[]): boolean {
    const attributes = { ...(tracked.row.attributes as Attributes), ...given };
    if (Object.keys(attributes).length <= MOST_ATTRIBUTES) return this.lay(tracked, line, { attributes });
    const message = `There would be more than ${MOST_ATTRIBUTES} custom attributes; those of this row were left out.`;
    issues.push({ field: `${tracked.table}.attributes`, code: 'too_many_attributes', message, wholeRow: false });
    return false;
  }
}

const spelling = (name: unknown): string => String(name).trim().replaceAll(/\s+/g, ' ').toLowerCase();

const NO_NAME = { name: null, given_name: null, family_name: null };

/** Given and family name where the row has the full name alone; they follow a name that changes. */
function partsOf(before: Columns, change: Columns, country: string | null): Columns {
  if (change.given_name !== undefined || change.family_name !== undefined) return {};
  const name = (change.name ?? before.name) as string | null;
  if (name === null) return {};
  const known = { name: before.name, given: before.given_name, family: before.family_name } as Parameters<
    typeof partsAfter
  >[0];
  const { given, family } = partsAfter(known, name, country);
  return { given_name: given, family_name: family };
}

function placeOf(row: Columns): ZonePlace & { timeZone: string | null } {
  const {
    country = null,
    region = null,
    city = null,
    time_zone: timeZone = null,
  } = row as Record<string, string | null>;
  return { country, region, city, timeZone };
}
