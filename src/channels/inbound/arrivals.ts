import { createHash } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { header, readMail, type ParsedMail, type MailReading } from '../../../libs/mail/index.js';
import { Conflict, Every, isConnectionLost, NotFound, row, rows, touched, transaction } from '../../platform/index.js';
import { InboundActions } from './inbound-actions.js';
import * as sql from './arrivals.sql.js';
import type { InboundState } from './inbound-mail.entity.js';
import { matchByPerson, matchOf, type Match } from './matching.js';
import { dispatchIn, type Named } from './ours.js';
import { parseMail } from './parse.js';

/** A bigger mail keeps its headers and its text. */
const LARGEST_KEPT = 1024 * 1024;
const LONGEST_TEXT = 100_000;
/** How often a mail that cannot be processed is tried again before a person must look. */
const MOST_ATTEMPTS = 5;

export class InboundMailNotFound extends NotFound {}
export class MailNotOpen extends Conflict {}
class NoSuchEnrolment extends NotFound {}

export interface InboundArrival {
  id: string;
  state: InboundState;
  /** it had come before: nothing was done now */
  repeated: boolean;
}

interface Read {
  headers: ParsedMail['headers'];
  reading: MailReading;
  named: Named | null;
  text: string;
  problem: string | null;
}

/** Receives every mail, from a mailbox or the API: keeps it, matches it, and processes it, in one transaction. */
@Injectable()
export class Arrivals {
  private readonly log = new Logger('Arrivals');

  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly carryingOut: InboundActions,
  ) {}

  /**
   * The same mail twice, or at once, is one. A mail that breaks its reader is kept all the same, with its error, and
   * tried again.
   * @throws only where the database cannot be reached: then it was not taken
   */
  async take(raw: Buffer, by: string, mailboxId: string | null = null): Promise<InboundArrival> {
    const read = await this.read(raw);
    try {
      return await transaction(this.source, by, async (manager) => {
        const kept = await this.keep(manager, raw, read, mailboxId);
        if (kept.repeated) return kept;
        return { ...kept, state: await this.settle(manager, kept.id, read.reading, read.named, by) };
      });
    } catch (error) {
      const before = await row<InboundArrival>(this.source, sql.STANDING, [hashOf(raw)]);
      if (before) return { ...before, repeated: true };
      if (isConnectionLost(error)) throw error;
      const problem = (error as Error).message;
      this.log.warn(`A mail could not be processed and is kept: ${problem}`);
      const kept = (what: Read) => transaction(this.source, by, (manager) => this.keep(manager, raw, what, mailboxId));
      return kept({ ...read, problem }).catch(() => kept({ ...UNREAD, problem }));
    }
  }

  /** Mails that could not be processed the last time: a lock, a bug that was fixed since. */
  @Every('process-waiting-mail', 60_000)
  async again(): Promise<void> {
    const waiting = await rows<{ id: string; reading: MailReading & { named?: Named | null } }>(
      this.source,
      sql.WAITING,
      [MOST_ATTEMPTS],
    );
    for (const { id, reading } of waiting) {
      // counted first and by itself, so that one that kills its reader is not tried for ever
      await this.source.query(sql.COUNT_ATTEMPT, [id]);
      await transaction(this.source, 'worker', async (manager) => {
        if (await this.isWaiting(manager, id)) await this.settle(manager, id, reading, reading.named ?? null, 'worker');
      }).catch((error: Error) => this.source.query(sql.KEEP_ERROR, [id, error.message.slice(0, 1000)]));
    }
  }

  /** A user assigns a mail: it is processed as if it had been matched. */
  async match(manager: EntityManager, id: string, enrolmentId: string, by: string): Promise<void> {
    const { reading } = await this.open(manager, id);
    const match = await matchByPerson(manager, enrolmentId);
    if (!match) throw new NoSuchEnrolment('This person is not in a campaign.');
    await this.carryingOut.carryOut(manager, reading, match, by);
    await this.close(manager, id, 'handled', match, by, null);
  }

  /** Nothing is to be done about it. Twice is once. */
  async dismiss(manager: EntityManager, id: string, reason: string, by: string): Promise<void> {
    const mail = await row<{ state: InboundState }>(manager, sql.LOCK_MAIL, [id]);
    if (mail?.state === 'dismissed') return;
    await this.open(manager, id);
    await this.close(manager, id, 'dismissed', null, by, reason);
  }

  private async open(manager: EntityManager, id: string): Promise<{ reading: MailReading }> {
    const mail = await row<{ state: InboundState; reading: MailReading }>(manager, sql.LOCK_MAIL, [id]);
    if (!mail) throw new InboundMailNotFound('There is no such mail.');
    if (mail.state !== 'unmatched' && mail.state !== 'new')
      throw new MailNotOpen(`This mail is ${mail.state} already.`);
    return mail;
  }

  private async read(raw: Buffer): Promise<Read> {
    try {
      const mail = await parseMail(raw);
      const reading = readMail(mail);
      return {
        headers: mail.headers,
        reading,
        named: dispatchIn(mail.headers, reading),
        text: mail.text || mail.html,
        problem: null,
      };
    } catch (error) {
      return { ...UNREAD, problem: (error as Error).message };
    }
  }

  private async keep(
    manager: EntityManager,
    raw: Buffer,
    read: Read,
    mailboxId: string | null,
  ): Promise<InboundArrival> {
    const { reading, headers, named, text, problem } = read;
    const whole = raw.length <= LARGEST_KEPT;
    const kept = await row<InboundArrival>(manager, sql.KEEP, [
      hashOf(raw),
      plain(header(headers, 'message-id').slice(0, 1000)) || null,
      plain(reading.from ?? '').slice(0, 320) || null,
      plain(header(headers, 'subject')).slice(0, 1000),
      reading.kind,
      mailboxId,
      reading.returned.find(({ action }) => action === 'failed' || action === 'delayed')?.class ?? null,
      reading.returnDate,
      reading.replyText === null ? null : plain(reading.replyText).slice(0, LONGEST_TEXT),
      reading.wish === 'stop' ? 'connected_do_not_call' : null,
      JSON.stringify({ ...reading, named }, (_, value: unknown) =>
        typeof value === 'string' ? plain(value).slice(0, LONGEST_TEXT) : value,
      ),
      plain(text).slice(0, LONGEST_TEXT),
      whole ? raw : headersOf(raw),
      whole,
      problem === null ? null : plain(problem).slice(0, 1000),
    ]);
    return kept ?? { ...(await row<InboundArrival>(manager, sql.STANDING, [hashOf(raw)]))!, repeated: true };
  }

  /** Finds whose it is and acts on it; without a match, it waits for a person. */
  private async settle(
    manager: EntityManager,
    id: string,
    reading: MailReading,
    named: Named | null,
    by: string,
  ): Promise<InboundState> {
    const match = await matchOf(manager, reading, named);
    if (!match) {
      if (reading.complaint?.recipient) await this.carryingOut.suppress(manager, reading.complaint.recipient, by);
      await manager.query(sql.UNMATCHED, [id]);
      return 'unmatched';
    }
    const done = await this.carryingOut.carryOut(manager, reading, match, by);
    return this.close(manager, id, done ? 'handled' : 'unmatched', match, by, null);
  }

  private async close(
    manager: EntityManager,
    id: string,
    state: InboundState,
    match: Match | null,
    by: string,
    reason: string | null,
  ): Promise<InboundState> {
    await touched(manager, sql.CLOSE, [
      id,
      state,
      match?.dispatchId ?? null,
      match?.enrolmentId ?? null,
      match?.contactId ?? null,
      match?.matchedBy ?? null,
      match?.guessed ?? false,
      by,
      reason,
    ]);
    return state;
  }

  private async isWaiting(manager: EntityManager, id: string): Promise<boolean> {
    return (await row<{ state: InboundState }>(manager, sql.LOCK_MAIL, [id]))?.state === 'new';
  }
}

const NOTHING: MailReading = {
  kind: 'other',
  returned: [],
  complaint: null,
  away: false,
  returnDate: null,
  replyText: null,
  wish: null,
  answers: [],
  from: null,
};

/** What is kept of a mail that cannot be read: its source. */
const UNREAD: Read = { headers: [], reading: NOTHING, named: null, text: '', problem: null };

/** PostgreSQL takes neither a NUL nor half a character. */
const plain = (text: string): string => Buffer.from(text.replaceAll('\0', ''), 'utf8').toString('utf8');

/** Line ends differ by the door that a mail comes through, and trailing blank lines too. */
function hashOf(raw: Buffer): Buffer {
  return createHash('sha256').update(raw.toString('latin1').replace(/\r\n?/g, '\n').trimEnd(), 'latin1').digest();
}

function headersOf(raw: Buffer): Buffer {
  const start = raw.subarray(0, LARGEST_KEPT).toString('latin1');
  const end = start.search(/\r?\n\r?\n/);
  return raw.subarray(0, end < 0 ? LARGEST_KEPT : end);
}
