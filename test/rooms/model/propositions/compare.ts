import type { Model } from './model.js';
import type { Rows, VersionRow } from './rows.js';
import type { Stage } from './stage.js';
import { EDITABLE, OPEN, type Version } from './version.js';

const COMMERCIAL = ['sales', 'marketing'];

/** Reads the rows, holds them against the promises, and against what the model knows they are. */
export async function compare(model: Model, stage: Stage): Promise<void> {
  const rows = await stage.read();
  const wrong: string[] = [];
  promises(model, rows, wrong);
  expect(wrong).toEqual([]);
  expect(rows.versions.map(standing)).toEqual(model.versions.map(known));
  expect(rows.campaigns.map(({ id, version, state }) => ({ id, version, state }))).toEqual(
    model.campaigns.map(({ id, version, state }) => ({ id, version: version.id, state })),
  );
}

/** As `known` says it; whether it has ever been live is no state of its own. */
function standing(row: VersionRow) {
  return Object.fromEntries(Object.entries(row).filter(([name]) => name !== 'lived'));
}

function known(version: Version) {
  const { id, number, state, revision, content, authors, internalObjections, cited, approvals, mobilisationItems } =
    version;
  return {
    id,
    number,
    state,
    revision,
    content,
    authors: authors.toSorted((a, b) => a - b),
    internalObjections,
    citations: cited ? 1 : 0,
    approvals: approvals.toSorted((a, b) => a.round - b.round || a.department.localeCompare(b.department)),
    mobilisationItems,
  };
}

/** What holds at every moment, whatever happened. */
function promises(model: Model, { versions, campaigns }: Rows, wrong: string[]): void {
  const inState = (states: readonly string[]) => versions.filter(({ state }) => states.includes(state));
  if (inState(['live']).length > 1) wrong.push('Two versions are live');
  if (inState(OPEN).length > 1) wrong.push('Two versions are on their way to a decision');
  for (const row of versions) {
    const text = JSON.stringify([row.content, row.authors]);
    const before = model.locked.get(row.id);
    if (EDITABLE.includes(row.state as never)) model.locked.delete(row.id);
    else model.locked.set(row.id, text);
    if (before && before !== text) wrong.push(`Version ${row.number} was ${row.state} and changed`);
    if (row.lived || row.state === 'approved' || row.state === 'mobilising') approvedBy(row, wrong);
    if (row.state === 'live' && row.mobilisationItems.some(({ required, state }) => required && state === 'open'))
      wrong.push(`Version ${row.number} is live, and a department has yet to do what it must`);
  }
  for (const { id, version, state, launched } of campaigns) {
    const row = versions.find((each) => each.id === version)!;
    if ((launched || state === 'running') && !row.lived) wrong.push(`A campaign takes out version ${row.number}`);
    const before = model.launchedWith.get(id) ?? version;
    if (before !== version) wrong.push('A running campaign changed its version');
    if (launched) model.launchedWith.set(id, version);
  }
}

/** Several departments, one at least that does not sell; nobody on what they wrote. */
function approvedBy({ number, approvals, authors }: VersionRow, wrong: string[]): void {
  const last = approvals.filter(({ round }) => round === Math.max(...approvals.map((each) => each.round)));
  const yes = last.filter(({ state }) => state === 'approve').map(({ department }) => department);
  if (yes.length < last.length || new Set(yes).size < 2)
    wrong.push(`Version ${number} is approved by ${yes.join(' and ')}`);
  if (yes.every((department) => COMMERCIAL.includes(department)))
    wrong.push(`Version ${number} is approved by those who sell`);
  if (last.some(({ by }) => by !== null && authors.includes(by)))
    wrong.push(`Version ${number} is approved by who wrote it`);
}
