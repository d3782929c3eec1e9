import type { EntityManager } from 'typeorm';
import { rows } from '../../platform/index.js';
import type { Columns, RowDraft, Issue } from './draft.js';
import { Merge } from './merge.js';
import type { Plan } from './plan.js';
import { Roster, type Tracked } from './roster.js';
import {
  FIND_CONTACTS,
  FIND_ORGANIZATIONS,
  insertRows,
  LOCK_JOBS,
  LOCK_ROLES,
  lockRows,
  PULL,
  RECORD_ALIASES,
  RECORD_CHANGES,
  RECORD_MATCHES,
  RECORD_REFUSALS,
  TABLES,
  updateRows,
  WRITTEN,
  type Schema,
  type Table,
} from './rows.sql.js';
import type { ImportKind } from './targets.js';

export interface BatchJob {
  importId: string;
  kind: ImportKind;
  plan: Plan;
  dryRun: boolean;
}

export interface Tally {
  created: number;
  updated: number;
  unchanged: number;
  refused: number;
  warnings: number;
  /** records of a history that no organization and no person is known for */
  unmatched: number;
}

export interface RowResult {
  draft: RowDraft;
  issues: Issue[];
  refused: boolean;
  made: boolean;
  changed: Tracked[];
}

/**
 * Some rows of a file, in one transaction, set-based: read what is there, decide row by row in memory, write what is
 * new.
 */
export class Batch {
  private readonly roster = new Roster();
  private ids: string[] = [];

  constructor(
    private readonly manager: EntityManager,
    private readonly job: BatchJob,
    private readonly number: number,
  ) {}

  async run(drafts: RowDraft[]): Promise<Tally> {
    const wanted = drafts.filter((draft) => !draft.refused);
    // ids for the most that these rows can make: two things, a job and a role each
    this.ids = (
      await rows<{ id: string }>(this.manager, 'SELECT uuid_v7() AS id FROM generate_series(1, $1)', [
        wanted.length * 4,
      ])
    ).map(({ id }) => id);
    const merge = new Merge(this.roster, this.job.plan, () => this.ids.pop()!);
    this.ids.reverse();
    await this.meetOrganizations(wanted);
    const outcomes = drafts.map((draft) => this.organization(draft, merge));
    await this.meetContacts(outcomes);
    for (const outcome of outcomes) if (!outcome.refused) this.contact(outcome, merge);
    await this.write();
    await this.record(merge);
    await refuseRows(this.manager, this.job.importId, outcomes);
    return this.tally(outcomes);
  }

  private async meetOrganizations(drafts: RowDraft[]): Promise<void> {
    const of = (column: string): string[] => [
      ...new Set(drafts.flatMap(({ organization }) => (organization?.columns[column] as string | undefined) ?? [])),
    ];
    const keys = [of('external_id'), of('domain'), of('name_key')];
    const find = (schema: Schema): Promise<{ id: string }[]> => rows(this.manager, FIND_ORGANIZATIONS(schema), keys);
    if (this.job.dryRun) await this.pull(['organization'], await find('public.'));
    await this.meet('organization', lockRows('organization'), await find(''));
    // one that was merged while this batch waited for it leads to another
    const led = this.roster.leading();
    if (this.job.dryRun) await this.pull(['organization'], led);
    await this.meet('organization', lockRows('organization'), led);
  }

  private organization(draft: RowDraft, merge: Merge): RowResult & { organization?: Tracked } {
    const outcome: RowResult & { organization?: Tracked } = {
      draft,
      issues: [...draft.issues],
      refused: draft.refused,
      made: false,
      changed: [],
    };
    if (draft.refused || !draft.organization) return outcome;
    const { columns, domainTold } = draft.organization;
    // people of a subsidiary write from the parent's domain: a name is stronger evidence than an address
    const wanted = domainTold || columns.name === undefined ? columns : { ...columns, domain: undefined };
    const key = this.job.kind === 'contacts' ? 'externalId' : this.job.plan.key;
    const { found, by, ask } = this.roster.organization(wanted, key, columns.domain);
    if (ask)
      merge.matches.push({
        line: draft.line,
        entity: 'organization',
        why: ask.why,
        given: spelled(columns),
        known: spelled(ask.known.row),
        known_id: ask.known.id,
        result: found ? 'attached' : 'separate',
      });
    const match = found && { found, by };
    if (this.job.kind !== 'contacts') {
      const [tracked, changed] = merge.organization(draft, match, outcome.issues);
      outcome.organization = tracked;
      this.note(outcome, tracked, changed, !match);
    } else if (match) outcome.organization = match.found;
    else this.withoutEmployer(outcome);
    return outcome;
  }

  /**
   * A contacts file makes no organizations: an employer that it names must be there; one that an address only hints at
   * may be absent.
   */
  private withoutEmployer(outcome: RowResult): void {
    const { columns, domainTold } = outcome.draft.organization!;
    const named = columns.external_id ?? columns.name ?? (domainTold ? columns.domain : undefined);
    const organization = String(named ?? columns.domain);
    outcome.refused = named !== undefined;
    const message = outcome.refused
      ? `There is no organization "${organization}". Import it first, or import both at once.`
      : `No organization is known by the domain ${organization}: the person went in without an employer.`;
    outcome.issues.push({
      field: 'organization.name',
      code: 'organization_not_found',
      message,
      wholeRow: outcome.refused,
    });
  }

  private async meetContacts(outcomes: (RowResult & { organization?: Tracked })[]): Promise<void> {
    const people = outcomes.filter(({ refused, draft }) => !refused && draft.contact);
    if (people.length === 0) return;
    const columns = people.map(({ draft }) => draft.contact!.columns as Record<string, string | undefined>);
    const beside = people.filter(({ organization }) => organization && organization.before !== null);
    const keys = [
      columns.flatMap(({ external_id: id }) => id ?? []),
      beside.map(({ draft }) => draft.contact!.columns.name_key),
      beside.map(({ organization }) => organization!.id),
      columns.map(({ name_key: name }) => name),
      columns.flatMap(({ email_key: email }) => email ?? []),
    ];
    const find = async (schema: Schema): Promise<{ id: string }[]> =>
      (await rows<{ id: string | null }>(this.manager, FIND_CONTACTS(schema), keys)).filter(
        (each): each is { id: string } => each.id !== null,
      );
    if (this.job.dryRun) await this.pull(['contact', 'employment', 'buying_role'], await find('public.'));
    const found = await find('');
    await this.meet('contact', lockRows('contact'), found);
    await this.meet('employment', LOCK_JOBS, found);
    await this.meet('buying_role', LOCK_ROLES, found);
  }

  private async pull(tables: Table[], found: { id: string }[]): Promise<void> {
    for (const table of found.length > 0 ? tables : [])
      await this.manager.query(PULL[table], [found.map(({ id }) => id)]);
  }

  private async meet(table: Table, sql: string, found: { id: string }[]): Promise<void> {
    if (found.length === 0) return;
    for (const { row } of await rows<{ row: Columns }>(this.manager, sql, [found.map(({ id }) => id)]))
      this.roster.add({ table, id: row.id as string, line: 0, before: row, row });
  }

  private contact(outcome: RowResult & { organization?: Tracked }, merge: Merge): void {
    const { draft, organization } = outcome;
    if (!draft.contact) return;
    const shared = merge.isShared(draft.line);
    const found = this.roster.contact(draft.contact.columns, organization?.id ?? null, shared);
    const [contact, changed] = merge.contact(draft, found, outcome.issues);
    this.note(outcome, contact, changed, !found);
    if (!organization) return;
    this.note(outcome, ...merge.job(draft, contact, organization), false);
    const role = merge.role(draft, contact, organization);
    if (role) this.note(outcome, ...role, false);
  }

  private note(outcome: RowResult, tracked: Tracked, changed: boolean, made: boolean): void {
    outcome.made ||= made;
    if (changed) outcome.changed.push(tracked);
  }

  private async write(): Promise<void> {
    const changes: Columns[] = [];
    for (const table of TABLES) {
      const touched = [...this.roster.all.values()].filter((each) => each.table === table);
      const made = touched.filter(({ before }) => before === null);
      const changed = touched.filter((each) => each.before !== null && differing(each).length > 0);
      if (made.length > 0) await this.manager.query(insertRows(table), [JSON.stringify(made.map(({ row }) => row))]);
      if (changed.length > 0)
        await this.manager.query(updateRows(table), [JSON.stringify(changed.map(({ row }) => row))]);
      for (const each of [...made, ...changed]) changes.push(changeOf(each, changes.length));
    }
    await recordChanges(this.manager, this.job.importId, this.number, changes);
  }

  private async record({ aliases, matches }: Merge): Promise<void> {
    const { importId, dryRun } = this.job;
    if (aliases.length > 0 && !dryRun) await this.manager.query(RECORD_ALIASES, [importId, JSON.stringify(aliases)]);
    const notes = matches.map((match) => ({ ...match, given: storable(match.given), known: storable(match.known) }));
    if (notes.length > 0) await this.manager.query(RECORD_MATCHES, [importId, JSON.stringify(notes)]);
  }

  private tally(outcomes: RowResult[]): Tally {
    const tally: Tally = { created: 0, updated: 0, unchanged: 0, refused: 0, warnings: 0, unmatched: 0 };
    for (const { refused, made, changed, issues } of outcomes) {
      // what a later row of the batch took back was no change
      const news = changed.some((each) => each.before === null || differing(each).length > 0);
      tally[refused ? 'refused' : made ? 'created' : news ? 'updated' : 'unchanged']++;
      tally.warnings += issues.filter(({ wholeRow }) => !wholeRow).length;
    }
    return tally;
  }
}

export async function recordChanges(
  manager: EntityManager,
  importId: string,
  batch: number,
  changes: Columns[],
): Promise<void> {
  if (changes.length > 0) await manager.query(RECORD_CHANGES, [importId, batch, JSON.stringify(changes)]);
}

export async function refuseRows(manager: EntityManager, importId: string, results: RowResult[]): Promise<void> {
  const refusals = results.flatMap(({ draft, issues }) => {
    const cells = issues.length > 0 ? kept(draft.cells) : [];
    return issues.map(({ field, code, message, wholeRow }) => ({
      line: draft.line,
      field,
      code,
      message: storable(message),
      whole_row: wholeRow,
      cells,
    }));
  });
  if (refusals.length > 0) await manager.query(RECORD_REFUSALS, [importId, JSON.stringify(refusals)]);
}

export function differing({ table, before, row }: Tracked): string[] {
  return WRITTEN[table].filter((column) => JSON.stringify(before![column]) !== JSON.stringify(row[column]));
}

export function changeOf(tracked: Tracked, n: number): Columns {
  const { table, id, line, before, row } = tracked;
  const columns: readonly string[] = before
    ? differing(tracked)
    : WRITTEN[table].filter((column) => row[column] !== null);
  const pick = (from: Columns): Columns => Object.fromEntries(columns.map((column) => [column, from[column]]));
  return { n, line, entity: table, entity_id: id, before: before && pick(before), after: pick(row) };
}

/** A name with its place. */
const spelled = ({ name, external_id: id, city, country }: Columns): string =>
  [name ?? id, city, country].filter((part) => typeof part === 'string' && part !== '').join(', ');

const MOST_KEPT = 100_000;

/** The row as it was found, for the person who corrects it; a very long one is cut. */
function kept(cells: string[]): string[] {
  let room = MOST_KEPT;
  return cells.map((cell) => {
    const part = cell.slice(0, Math.max(room, 0));
    room -= part.length + 1;
    return storable(part);
  });
}

// PostgreSQL stores neither NUL nor half a surrogate pair
// oxlint-disable-next-line no-control-regex
const storable = (text: string): string => text.replaceAll(/\u0000|\p{Cs}/gu, '\uFFFD');
