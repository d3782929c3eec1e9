import { isDeepStrictEqual } from 'node:util';
import { MOST_ATTRIBUTES, type Attributes } from '../organizations/attributes.js';
import { partsAfter } from '../normalize/person-names.js';
import type { ZonePlace } from '../normalize/zones.js';
import { zoneAfter } from '../organizations/places.js';
import type { Columns, RowDraft, Issue } from './draft.js';
import type { ImportKey, Plan } from './plan.js';
import type { Roster, Tracked } from './roster.js';
import { WRITTEN, type Table } from './rows.sql.js';

const NO_PLACE = { country: null, region: null, city: null, time_zone: null };

/** Lays one row after the other over what is known, and remembers what each of them did. */
export class Merge {
  constructor(
    private readonly roster: Roster,
    private readonly plan: Plan,
    private readonly newId: () => string,
  ) {}

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
    const before = placeOf(found.row);
    let changed = this.lay(found, draft.line, change);
    if (change.time_zone === undefined)
      changed = this.lay(found, draft.line, { time_zone: zoneAfter(before, placeOf(found.row)) }) || changed;
    return [found, this.attributes(found, draft.line, attributes, issues) || changed];
  }

  contact(draft: RowDraft, found: Tracked | null, issues: Issue[]): [Tracked, boolean] {
    const { columns, attributes } = draft.contact!;
    if (!found) {
      const states = {
        email_state: 'unverified',
        phone_state: 'unverified',
        preference: 'any',
        lawful_basis: 'legitimate_interest',
      };
      const row = {
        ...states,
        ...partsOf(NO_NAME, columns, draft.contact!.country),
        ...columns,
        made_up: this.plan.madeUp ?? false,
        attributes,
      };
      return [this.make('contact', draft.line, row), true];
    }
    const change = { ...columns };
    if (change.name_key === found.row.name_key && change.external_id === undefined) delete change.name;
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
