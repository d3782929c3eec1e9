import { cut } from '../../../../libs/text/index.js';
import type { GuessedColumn } from './guessed-column.js';
import { domainOf } from '../../normalize/domains.js';
import { toEmail } from '../../normalize/emails.js';
import { guessHistory } from '../history/guess-history.js';
import { mayFill, TARGETS, type ImportKind } from '../targets.js';

/** A target for each column, each target at most once: by its header, else by what its cells look like. */
export function guess(kind: ImportKind, header: string[], sample: string[][]): GuessedColumn[] {
  const columns = header.map((column, at) => ({
    column,
    target: null as string | null,
    confidence: 'none' as GuessedColumn['confidence'],
    samples: sample
      .map((row) => row[at] ?? '')
      .filter(Boolean)
      .slice(0, 3)
      .map((cell) => cut(cell, 80)),
  }));
  if (kind === 'history') return guessHistory(header, columns, fold);
  const taken = new Set<string>();
  const take = (column: GuessedColumn, target: string | undefined, confidence: GuessedColumn['confidence']) => {
    if (!target || column.target || taken.has(target) || !mayFill(kind, target)) return;
    taken.add(target);
    Object.assign(column, { target, confidence });
  };
  for (const column of columns) take(column, exact(kind, column.column), 'high');
  for (const column of columns) take(column, ambiguous(kind, column.column, taken), 'medium');
  for (const column of columns) take(column, partly(column.column), 'medium');
  for (const column of columns) take(column, byCells(column.samples), 'low');
  return columns;
}

function exact(kind: ImportKind, header: string): string | undefined {
  const own = TARGETS.find(({ name }) => name.toLowerCase() === header.trim().toLowerCase());
  if (own) return own.name;
  const plain = fold(header);
  if (plain in PERSONAL && kind !== 'organizations') return PERSONAL[plain];
  return TARGETS.find(({ headers }) => headers.includes(plain))?.name;
}

/** True for a name that some column of ours goes by. */
export function isKnownHeader(header: string): boolean {
  if (header.length > LONGEST_HEADER) return false;
  const plain = fold(header);
  return plain !== '' && (HEADERS.has(plain) || partly(header) !== undefined);
}
/** In characters: what is longer is a sentence. */
const LONGEST_HEADER = 60;
const HEADERS = new Set(['name', 'id', ...TARGETS.flatMap(({ headers }) => headers)]);

/** In a file with people, these are the person's. */
const PERSONAL: Record<string, string> = {
  phone: 'contact.phone',
  telephone: 'contact.phone',
  tel: 'contact.phone',
  phonenumber: 'contact.phone',
  telefon: 'contact.phone',
};

/** "Name" and "ID" are the organization's, where it has none yet, unless the file is one of people. */
function ambiguous(kind: ImportKind, header: string, taken: Set<string>): string | undefined {
  const field = { name: 'name', id: 'externalId', externalid: 'externalId', timezone: 'timeZone' }[fold(header)];
  if (!field) return undefined;
  const first = kind === 'contacts' ? 'contact' : 'organization';
  return taken.has(`${first}.${field}`)
    ? `${first === 'contact' ? 'organization' : 'contact'}.${field}`
    : `${first}.${field}`;
}

/** "Primary e-mail", "Billing country": the header ends with words that mean it. */
function partly(header: string): string | undefined {
  const words = header.split(/[^\p{L}\p{N}]+|(?<=\p{Ll})(?=\p{Lu})/u).filter(Boolean);
  for (let from = 1; from < words.length; from++) {
    const plain = fold(words.slice(from).join(''));
    const found = plain.length > 3 && !NOT_PARTLY.has(plain) && TARGETS.find(({ headers }) => headers.includes(plain));
    if (found) return found.name;
  }
  return undefined;
}
// "page title", "parent company", "sold customer": as an ending they mean too much
const NOT_PARTLY = new Set([
  'title',
  'size',
  'last',
  'first',
  'sales',
  'function',
  'contact',
  'account',
  'customer',
  'address',
  'state',
  'land',
  'location',
  'currency',
]);

function byCells(samples: string[]): string | undefined {
  if (samples.length === 0) return undefined;
  if (samples.every((cell) => toEmail(cell))) return 'contact.email';
  if (samples.every((cell) => /^(https?:\/\/|www\.)/i.test(cell) && domainOf(cell))) return 'organization.website';
  return undefined;
}

function fold(header: string): string {
  return header
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
    .replaceAll(/\p{M}/gu, '');
}
