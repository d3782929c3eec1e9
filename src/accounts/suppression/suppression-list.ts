import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { rows, transaction } from '../../platform/index.js';
import { RecordReader, type FileRecord } from '../imports/reading/records.js';
import { domainOf } from '../normalize/domains.js';
import { emailKey, toEmail } from '../normalize/emails.js';
import { toPhone } from '../normalize/phones.js';
import { VERIFIED_NOW } from './verified.sql.js';
import { ASKED_KINDS, SUPPRESSION_REASONS, type AskedKind, type SuppressionReason } from './suppression.entity.js';

const BATCH = 1_000;
const MOST_ERRORS = 1_000;
const LONGEST_NOTE = 1_000;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export interface LineProblem {
  line: number;
  code: 'kind' | 'reason' | 'value' | 'unreadable' | 'note';
  message: string;
}
export interface ListTally {
  rows: number;
  /** suppressed from now on */
  added: number;
  /** were so already */
  present: number;
  refused: number;
  /** the first thousand */
  errors: LineProblem[];
}
interface Entry {
  line: number;
  kind: AskedKind;
  value: string;
  reason: SuppressionReason;
  note: string | null;
}

/** Imports a suppression list as a stream. The same list twice adds nothing. */
@Injectable()
export class SuppressionList {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  /**
   * Rows of value[,kind][,reason][,note]; a header that names them may put them in another order. `by` is a user's id.
   */
  async take(stream: AsyncIterable<Uint8Array>, by: string, reason: SuppressionReason): Promise<ListTally> {
    const tally: ListTally = { rows: 0, added: 0, present: 0, refused: 0, errors: [] };
    let columns: (keyof typeof HEADERS)[] | null = null;
    let batch: Entry[] = [];
    for await (const record of records(stream)) {
      if (columns === null) {
        columns = headerOf(record.cells);
        if (columns) continue;
        columns = ['value', 'kind', 'reason', 'note'];
      }
      tally.rows += 1;
      const entry = entryOf(record, columns, reason);
      if ('code' in entry) refuse(tally, entry);
      else batch.push(entry);
      if (batch.length === BATCH) {
        await this.put(batch, by, tally);
        batch = [];
      }
    }
    if (batch.length > 0) await this.put(batch, by, tally);
    return tally;
  }

  private async put(batch: Entry[], by: string, tally: ListTally): Promise<void> {
    await transaction(this.source, by, async (manager) => {
      const found = await rows<{ line: number; known: boolean; added: boolean }>(manager, ADD_LIST, [
        JSON.stringify(batch),
        by,
      ]);
      for (const { line, known, added } of found) {
        if (!known)
          refuse(tally, { line, code: 'value', message: 'There is no contact and no organization with this id.' });
        else if (added) tally.added += 1;
        else tally.present += 1;
      }
    });
  }
}

async function* records(stream: AsyncIterable<Uint8Array>): AsyncGenerator<FileRecord> {
  const decoder = new TextDecoder('utf-8');
  let reader: RecordReader | null = null;
  let head = '';
  for await (const piece of stream) {
    const text = decoder.decode(piece, { stream: true });
    if (reader) yield* reader.read(text);
    else if ((head += text).length > 4_096) {
      reader = readerOf(head);
      yield* reader.read(head);
    }
  }
  if (!reader) yield* readerOf(head).read(head + decoder.decode(), true);
  else yield* reader.read(decoder.decode(), true);
}

/** Files with ; or tabs come from spreadsheets; one of old Macs has no LF. */
function readerOf(head: string): RecordReader {
  const first = head.split(/[\r\n]/)[0]!;
  const delimiter = [',', ';', '\t'].toSorted((one, two) => first.split(two).length - first.split(one).length)[0]!;
  return new RecordReader(delimiter, !head.includes('\n') && head.includes('\r') ? 13 : 10);
}

const HEADERS = {
  value: /^(value|e-?mail( ?address)?|address|phone( ?number)?|domain|contact|recipient)$/i,
  kind: /^(kind|type)$/i,
  reason: /^reason$/i,
  note: /^(note|notes|comment)$/i,
  // columns of our own export that have no meaning here
  other: /^(id|created ?(by|at)|lifted ?(by|at)|lift ?reason)$/i,
} as const;

function headerOf(cells: string[]): (keyof typeof HEADERS)[] | null {
  const names = cells.map((cell) => {
    const plain = cell
      .replace(/^\uFEFF/, '')
      .trim()
      .replaceAll('_', ' ');
    return (Object.keys(HEADERS) as (keyof typeof HEADERS)[]).find((name) => HEADERS[name].test(plain));
  });
  return names.includes('value') ? names.map((name) => name ?? 'other') : null;
}

function entryOf(
  { line, cells, problem }: FileRecord,
  columns: (keyof typeof HEADERS)[],
  byDefault: SuppressionReason,
): Entry | LineProblem {
  if (problem) return { line, code: 'unreadable', message: problem.message };
  const cell = (name: keyof typeof HEADERS): string =>
    // our own files have an apostrophe before what a spreadsheet would run
    (cells[columns.indexOf(name)] ?? '')
      .replace(/^\uFEFF/, '')
      .trim()
      .replace(/^'(?=\s*[=+\-@])/, '');
  const [value, kind, reason, note] = [
    cell('value'),
    cell('kind').toLowerCase(),
    cell('reason').toLowerCase(),
    cell('note'),
  ];
  if (kind !== '' && !(ASKED_KINDS as readonly string[]).includes(kind))
    return { line, code: 'kind', message: `"${kind.slice(0, 60)}" is no kind; there are: ${ASKED_KINDS.join(', ')}.` };
  if (reason !== '' && !(SUPPRESSION_REASONS as readonly string[]).includes(reason))
    return {
      line,
      code: 'reason',
      message: `"${reason.slice(0, 60)}" is no reason; there are: ${SUPPRESSION_REASONS.join(', ')}.`,
    };
  if (note.length > LONGEST_NOTE || note.includes('\0'))
    return { line, code: 'note', message: `A note has up to ${LONGEST_NOTE} characters.` };
  const found = normalOf(value, kind as AskedKind | '');
  if (!found)
    return {
      line,
      code: 'value',
      message: `"${value.slice(0, 60)}" is no ${kind === '' ? 'address, domain, phone number with its country code, or id' : kind}.`,
    };
  return { line, ...found, reason: (reason || byDefault) as SuppressionReason, note: note || null };
}

/** The kind that was given, else the one that the value looks like. */
function normalOf(value: string, kind: AskedKind | ''): { kind: AskedKind; value: string } | null {
  const as = (found: AskedKind, normal: string | null) => (normal === null ? null : { kind: found, value: normal });
  if (kind === 'contact' || kind === 'organization' || (kind === '' && UUID.test(value)))
    return as(kind || 'contact', UUID.test(value) ? value.toLowerCase() : null);
  const email = toEmail(value);
  if (kind === 'address' || (kind === '' && email)) return as('address', email && emailKey(email));
  if (kind === 'phone' || (kind === '' && /^[+\uFF0B(\d]/.test(value) && !/[a-z]/i.test(value)))
    return as('phone', toPhone(value, null));
  return as('domain', kind === '' && /@./.test(value.slice(1)) ? null : domainOf(value));
}

function refuse(tally: ListTally, problem: LineProblem): void {
  tally.refused += 1;
  if (tally.errors.length < MOST_ERRORS) tally.errors.push(problem);
}

/** An id without a kind may be a contact's or an organization's. $1 [{line, kind, value, reason, note}], $2 who */
const ADD_LIST = `
WITH given AS (
  SELECT l.line, CASE WHEN l.kind <> 'contact' OR c.id IS NOT NULL THEN l.kind
    ELSE 'organization' END AS kind, l.value, l.reason, l.note,
         l.kind NOT IN ('contact', 'organization') OR c.id IS NOT NULL OR o.id IS NOT NULL AS known,
         row_number() OVER (PARTITION BY l.kind, l.value ORDER BY l.line) = 1 AS first
    FROM jsonb_to_recordset($1::jsonb) AS l(line bigint, kind text, value text, reason text, note text)
    LEFT JOIN contact c ON l.kind = 'contact' AND c.id::text = l.value
    LEFT JOIN organization o ON l.kind IN ('contact', 'organization') AND o.id::text = l.value
), made AS (
  INSERT INTO suppression (kind, value, reason, note, created_by)
  SELECT kind, value, reason, note, $2 FROM given WHERE known AND first ORDER BY kind, value
  ON CONFLICT (kind, value) WHERE lifted_at IS NULL DO UPDATE SET ${VERIFIED_NOW}
   WHERE suppression.unverified
  RETURNING kind, value
)
SELECT g.line::int AS line, g.known, g.first AND m.value IS NOT NULL AS added
  FROM given g LEFT JOIN made m ON m.kind = g.kind AND m.value = g.value ORDER BY g.line`;
