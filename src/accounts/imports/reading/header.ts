import { toEmail } from '../../normalize/emails.js';
import { isKnownHeader } from './guess.js';
import type { FileRecord } from './records.js';

/** Further down are rows, and not notes. */
const MOST_NOTES = 50;
/** Of the rows below a header, so many are as wide as it is. */
const ENOUGH = 0.8;

/** What a file looks like with one delimiter. */
export interface Layout {
  /** names the columns; null where the first row is one of values */
  header: FileRecord | null;
  width: number;
  /** 0 to 1: the share of rows below the header that are as wide as it is */
  agreement: number;
}

/**
 * Finds the row that names the columns: as wide as the rows below it, with several cells filled. A title or notes may
 * stand above it. A row with an e-mail address is no header: it would be lost as one.
 */
export function layoutOf(records: FileRecord[]): Layout {
  const at = headerAt(records);
  const header = records[at];
  const width = header?.cells.length ?? 0;
  const layout = { width, agreement: agreement(records, at) };
  return { header: header && at === 0 && hasAddress(header) ? null : (header ?? null), ...layout };
}

function headerAt(records: FileRecord[]): number {
  const [first] = records;
  if (!first || isNamed(first)) return 0;
  const fits = (at: number) =>
    filled(records[at]!) > 1 && (at === 0 || at + 1 < records.length) && agreement(records, at) >= ENOUGH;
  const near = records.slice(0, MOST_NOTES);
  const start = near.findIndex((record, at) => !record.problem && fits(at));
  if (start < 0) return 0;
  // "Customers;28.11.2026;;" is as wide as the table, and names none of its columns
  const named = near.findIndex(
    (record, at) =>
      at >= start && record.cells.length === near[start]!.cells.length && filled(record) > 1 && isNamed(record),
  );
  const between = near.slice(start, Math.max(named, start));
  return between.every((record) => filled(record) < filled(near[named]!)) && named > start ? named : start;
}

function agreement(records: FileRecord[], from: number): number {
  const below = records.slice(from + 1).filter(({ problem }) => !problem);
  if (below.length === 0) return 1;
  const width = records[from]!.cells.length;
  return below.filter(({ cells }) => cells.length === width).length / below.length;
}

const filled = ({ cells }: FileRecord): number => cells.filter((cell) => cell.trim() !== '').length;

/** At least half of its names are known. */
function isNamed({ cells }: FileRecord): boolean {
  const names = cells.filter((cell) => cell.trim() !== '');
  return names.length > 0 && names.filter(isKnownHeader).length >= names.length / 2;
}

const hasAddress = ({ cells }: FileRecord): boolean => cells.some((cell) => cell.includes('@') && toEmail(cell.trim()));
