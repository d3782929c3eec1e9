import type { DataSource } from 'typeorm';
import { row, rows } from '../../platform/index.js';
import type { Anchor } from './anchor-text.js';
import { CHECK, HASHES, MARKS, MARKS_NOW, UNSEALED } from './seals.sql.js';

const SEALS_AT_ONCE = 10;
const MARK_BYTES = 12;

interface CheckedSeal {
  number: string;
  afterId: string;
  lastId: string;
  rowCount: number;
  sealedAt: Date;
  /** hexadecimal */
  hash: string;
  previousHash: string;
  /** it says what it said when it was made */
  sealFits: boolean;
  rowsFit: boolean;
  /** the first entry that was changed after a person was erased from it */
  altered: string | null;
}

export interface SealVerdict {
  /** the first that does not fit, as a sentence; null: all fits */
  problem: string | null;
  seals: number;
  entries: number;
  newest: Pick<CheckedSeal, 'number' | 'hash' | 'sealedAt'> | null;
  unsealed: { entries: number; since: Date | null };
}

/** Walks the chain from its first seal to the newest, to the first that does not fit. `note` hears how far it is. */
export async function verifySeals(
  source: DataSource,
  anchors: Anchor[],
  note: (words: string) => void,
): Promise<SealVerdict> {
  const verdict: SealVerdict = {
    problem: null,
    seals: 0,
    entries: 0,
    newest: null,
    unsealed: { entries: 0, since: null },
  };
  let last: CheckedSeal | null = null;
  for (;;) {
    const seals: CheckedSeal[] = await rows<CheckedSeal>(source, CHECK, [last?.number ?? 0, SEALS_AT_ONCE]);
    for (const seal of seals) {
      const problem: string | null = await problemOf(source, seal, last);
      if (problem !== null) return { ...verdict, problem };
      verdict.seals += 1;
      verdict.entries += seal.rowCount;
      last = verdict.newest = seal;
    }
    note(`${verdict.entries.toLocaleString('en')} entries`);
    if (seals.length < SEALS_AT_ONCE) break;
  }
  const { odd, ...unsealed } = (await row<{ entries: number; since: Date | null; odd: string | null }>(
    source,
    UNSEALED,
    [last?.lastId ?? 0],
  ))!;
  const problem =
    odd === null ? await anchorProblem(source, anchors) : `Entry ${odd} was inserted below the first of the trail.`;
  return { ...verdict, problem, unsealed };
}

async function problemOf(source: DataSource, seal: CheckedSeal, last: CheckedSeal | null): Promise<string | null> {
  const due = BigInt(last?.number ?? 0) + 1n;
  if (BigInt(seal.number) !== due) return `Seal ${due} was removed.`;
  if (!seal.sealFits) return `Seal ${seal.number} was changed.`;
  const follows = last ? seal.previousHash === last.hash && seal.afterId === last.lastId : seal.afterId === '0';
  if (!follows) return `Seal ${seal.number} does not follow the seal before it: one of them was replaced.`;
  if (!seal.rowsFit) return firstMisfit(source, seal);
  if (seal.altered !== null) return `Entry ${seal.altered} was changed after a person was erased from it.`;
  return null;
}

/** Which entry of this seal was removed, inserted or changed. */
async function firstMisfit(source: DataSource, { number, afterId, lastId, sealedAt }: CheckedSeal): Promise<string> {
  const then = marksIn((await row<{ marks: Buffer }>(source, MARKS, [number]))!.marks);
  const now = marksIn((await row<{ marks: Buffer | null }>(source, MARKS_NOW, [afterId, lastId]))!.marks);
  const seal = `seal ${number} of ${sealedAt.toISOString()}`;
  const ids = [...new Set([...then.keys(), ...now.keys()])].sort((a, b) => (a < b ? -1 : 1));
  for (const id of ids) {
    if (!now.has(id)) return `Entry ${id} was removed; ${seal} covers it.`;
    if (!then.has(id)) return `Entry ${id} was inserted into what ${seal} covers.`;
    if (then.get(id) !== now.get(id)) return `Entry ${id} was changed after ${seal}.`;
  }
  return `The entries of ${seal} do not fit.`;
}

function marksIn(marks: Buffer | null): Map<bigint, number> {
  const found = new Map<bigint, number>();
  for (let at = 0; at < (marks?.length ?? 0); at += MARK_BYTES)
    found.set(marks!.readBigInt64BE(at), marks!.readUInt32BE(at + 8));
  return found;
}

/** An anchor that left the database knows a seal that nobody in it can replace. */
async function anchorProblem(source: DataSource, anchors: Anchor[]): Promise<string | null> {
  const found = await rows<{ number: string; hash: string }>(source, HASHES, [anchors.map(({ seal }) => seal)]);
  const hashes = new Map(found.map(({ number, hash }) => [number, hash]));
  for (const { seal, hash } of anchors) {
    if (!hashes.has(seal)) return `The anchor of seal ${seal} has no seal any more: the end of the trail was removed.`;
    if (hashes.get(seal) !== hash) return `Seal ${seal} is another than its anchor says: the chain was made anew.`;
  }
  return null;
}
