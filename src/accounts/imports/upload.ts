import { createHash } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { HttpException } from '@nestjs/common';
import { Conflict, Invalid, Problem, row, rows, touched, transaction } from '../../platform/index.js';
import type { HeadReader } from './reading/head-reader.js';
import { WorkbookReader } from './reading/workbook/workbook-reader.js';
import { DELIMITERS, type GivenFormat } from './reading/reading.js';
import type { ImportKind } from './targets.js';

const MEBIBYTE = 1024 * 1024;
export const LARGEST_FILE = 1024 * MEBIBYTE;
const SAMPLE = 64 * 1024;
const AROUND = 64;

export interface UploadFacts {
  kind: ImportKind;
  /** a name to show; no path is ever made of it */
  filename: string;
  /** a user's id */
  by: string;
  encoding?: string;
  given?: GivenFormat;
  /** of a workbook */
  sheet?: string | undefined;
  /** a second upload with the same key is the first, if that one arrived whole */
  idempotencyKey?: string;
}

/** Which sheet of a workbook was read, and which there are. */
export interface SheetOfWorkbook {
  sheet: string;
  sheets: string[];
}

class ImportFileEmpty extends Invalid {}
class UploadBrokeOff extends Invalid {}
class UploadGivenUp extends Conflict {}
class IdempotencyKeyReused extends Invalid {}

/** Puts a file into the database as it comes, a MiB at a time. */
export class Upload {
  private readonly sha256 = createHash('sha256');
  private readonly utf8 = new TextDecoder('utf-8', { fatal: true });
  private validUtf8 = true;
  private readonly samples: Buffer[] = [];
  private sampled = 0;
  private head: Buffer = Buffer.alloc(0);
  private bytes = 0;

  constructor(
    private readonly source: DataSource,
    private readonly heads: HeadReader,
    private readonly workbooks: WorkbookReader,
    private readonly facts: UploadFacts,
  ) {}

  /** The import's id. What cannot be taken in whole is left as `failed`, with its reason and without its bytes. */
  async take(stream: AsyncIterable<Uint8Array>): Promise<string> {
    const { kind, filename, by, idempotencyKey = null } = this.facts;
    const id = await transaction(this.source, by, async (manager) => {
      const begun = await row<{ id: string }>(manager, BEGIN, [kind, filename, by, idempotencyKey]);
      return begun?.id;
    });
    if (!id) return this.earlier(stream);
    try {
      await this.store(id, stream);
      await this.finish(id);
      return id;
    } catch (error) {
      const known = error instanceof HttpException || error instanceof Problem;
      const reason = known ? error.message : `The upload broke off after ${this.bytes} bytes. Upload the file again.`;
      await this.source.query(FAIL, [id, reason]);
      await this.source.query('DELETE FROM import_chunk WHERE import_id = $1', [id]);
      throw known || !brokenOff(error) ? error : new UploadBrokeOff(reason, [], { importId: id });
    }
  }

  private async earlier(stream: AsyncIterable<Uint8Array>): Promise<string> {
    for await (const piece of stream) this.sha256.update(piece);
    const found = await row<{ id: string; sha256: Buffer | null; kind: string }>(this.source, EARLIER, [
      this.facts.by,
      this.facts.idempotencyKey,
    ]);
    if (!found?.sha256?.equals(this.sha256.digest()) || found.kind !== this.facts.kind)
      throw new IdempotencyKeyReused(
        'This Idempotency-Key was used for another upload, or that one has not arrived yet. Use a new one.',
      );
    return found.id;
  }

  private async store(id: string, stream: AsyncIterable<Uint8Array>): Promise<void> {
    let held: Uint8Array[] = [];
    let size = 0;
    let ordinal = 0;
    for await (const piece of stream) {
      held.push(piece);
      size += piece.length;
      this.bytes += piece.length;
      if (this.bytes > LARGEST_FILE)
        throw new HttpException('The file is larger than 1 GiB. Cut it into several.', 413);
      if (size >= MEBIBYTE) {
        await this.chunk(id, ordinal++, Buffer.concat(held));
        held = [];
        size = 0;
      }
    }
    if (size > 0) await this.chunk(id, ordinal, Buffer.concat(held));
  }

  private async chunk(id: string, ordinal: number, bytes: Buffer): Promise<void> {
    this.sha256.update(bytes);
    if (ordinal === 0) this.head = bytes;
    this.look(bytes);
    await this.source.query(ADD_CHUNK, [id, ordinal, bytes]);
    if (!(await touched(this.source, HEARD, [id, this.bytes])))
      throw new UploadGivenUp('The upload took too long and was given up. Upload the file again.');
  }

  /** Is it UTF-8 to the last byte, and if not, which bytes surround the non-ASCII letters? */
  private look(bytes: Buffer): void {
    try {
      if (this.validUtf8) this.utf8.decode(bytes, { stream: true });
    } catch {
      this.validUtf8 = false;
    }
    for (let at = 0; at < bytes.length && this.sampled < SAMPLE; at++)
      if (bytes[at]! > 127) {
        const part = bytes.subarray(Math.max(at - AROUND, 0), at + 4 * AROUND);
        this.samples.push(Buffer.from(part));
        this.sampled += part.length;
        at += 4 * AROUND;
      }
  }

  /** Puts the sheet, as CSV, where the workbook was. */
  private async unpack(id: string): Promise<SheetOfWorkbook> {
    const chunks = await rows<{ bytes: Buffer }>(this.source, CHUNKS, [id]);
    const bytes = Buffer.concat(chunks.map((chunk) => chunk.bytes));
    const { csv, sheet, sheets } = await this.workbooks.read({ bytes, sheet: this.facts.sheet });
    if (csv.length === 0) throw new ImportFileEmpty(`The sheet "${sheet}" is empty.`);
    await this.source.query('DELETE FROM import_chunk WHERE import_id = $1', [id]);
    for (let ordinal = 0; ordinal * MEBIBYTE < csv.length; ordinal++)
      await this.source.query(ADD_CHUNK, [id, ordinal, csv.subarray(ordinal * MEBIBYTE, (ordinal + 1) * MEBIBYTE)]);
    this.head = Buffer.from(csv.subarray(0, MEBIBYTE));
    this.bytes = csv.length;
    this.validUtf8 = true;
    return { sheet, sheets };
  }

  private async finish(id: string): Promise<void> {
    if (this.bytes === 0) throw new ImportFileEmpty('The file is empty.');
    const workbook = WorkbookReader.isWorkbook(this.head) ? await this.unpack(id) : {};
    const { kind, encoding, given } = this.facts;
    const signs = { sample: Buffer.concat(this.samples), validUtf8: this.validUtf8 };
    const reading = await this.heads.read({ kind, head: this.head, encoding, signs, given });
    const arrived = await touched(this.source, ARRIVED, [
      id,
      this.bytes,
      this.sha256.digest(),
      JSON.stringify({ ...reading, ...workbook }),
    ]);
    if (!arrived) throw new UploadGivenUp('The upload took too long and was given up. Upload the file again.');
  }
}

export const isDelimiter = (text: string): boolean => (DELIMITERS as readonly string[]).includes(text);

/** A body that was not read yet. */
export function isStream(body: unknown): body is AsyncIterable<Uint8Array> {
  return typeof body === 'object' && body !== null && Symbol.asyncIterator in body;
}

function brokenOff(error: unknown): boolean {
  const { code = '', message = '' } = error as { code?: string; message?: string };
  return (
    ['ECONNRESET', 'ERR_STREAM_PREMATURE_CLOSE', 'FST_ERR_CTP_INVALID_CONTENT_LENGTH'].includes(code) ||
    /abort|premature/i.test(message)
  );
}

const ADD_CHUNK = 'INSERT INTO import_chunk (import_id, ordinal, bytes) VALUES ($1, $2, $3)';
const CHUNKS = 'SELECT bytes FROM import_chunk WHERE import_id = $1 ORDER BY ordinal';
const BEGIN = `
INSERT INTO import (kind, filename, created_by, idempotency_key) VALUES ($1, $2, $3, $4)
ON CONFLICT (created_by, idempotency_key) WHERE idempotency_key IS NOT NULL DO NOTHING RETURNING id`;
const EARLIER = 'SELECT id, sha256, kind FROM import WHERE created_by = $1 AND idempotency_key = $2';
const HEARD = `UPDATE import SET bytes = $2, heard_at = clock_timestamp() WHERE id = $1 AND state = 'uploading'`;
const ARRIVED = `
UPDATE import SET state = 'uploaded', bytes = $2, sha256 = $3, reading = $4 WHERE id = $1 AND state = 'uploading'`;
// the key is free again: a retry with it means this file
const FAIL = `
UPDATE import SET state = 'failed', failure = $2, idempotency_key = NULL, ended_at = app_now()
  WHERE id = $1 AND state = 'uploading'`;
