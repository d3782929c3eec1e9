import { Injectable, Logger } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import type { MailReading } from '../../../libs/mail/index.js';
import { cut } from '../../../libs/text/index.js';
import { Conflict, Every, NotFound, row, rows, TooBusy, touched, transaction } from '../../platform/index.js';
import { ReturnAddresses } from '../email/verp.js';
import type { Authentication } from './authentication/authentication.js';
import { MailAuthentication } from './authentication/mail-authentication.js';
import { InboundActions } from './inbound-actions.js';
import * as sql from './arrivals.sql.js';
import type { InboundState } from './inbound-mail.entity.js';
import { MailReader } from './mail-reader.js';
import { proposalOf } from './proposal.js';
import { matchByPerson, matchOf, type Match } from './matching.js';
import { dispatchIn, type Named } from './ours.js';
import { NOTHING_READ, type ReadMail } from './read-mail.thread.js';
import { hashOf, headersOf, plain } from './raw.js';

/** A bigger mail keeps its headers and its text. */
const LARGEST_KEPT = 1024 * 1024;
const LONGEST_TEXT = 100_000;
/** How often a mail is tried that cannot be read or processed, before a person must look. */
const MOST_ATTEMPTS = 3;
const NO_MESSAGE = 'A receipt for a mail that is not known here.';
const READER_DIED = 'This mail ended the program that read it, each time. Please look at its source.';

export class InboundMailNotFound extends NotFound {}
export class MailNotOpen extends Conflict {}
class NoSuchEnrolment extends NotFound {}

export interface InboundArrival {
  id: string;
  state: InboundState;
  /** it had come before: nothing was done now */
  repeated: boolean;
}

/** A reading as its row keeps it. */
type Kept = MailReading & { named?: Named | null; authentication?: Authentication };

/** Of mails that were read before anything looked at it. */
const NOT_LOOKED_AT: Authentication = { result: 'unknown', evidence: '' };

/** A mail as it came: by which mailbox, and whether all of it is here. */
interface Arrived {
  raw: Buffer;
  mailboxId: string | null;
  whole: boolean;
}

/** Receives every mail, from a mailbox or the API: keeps it, reads it, matches it, and processes it. */
@Injectable()
export class Arrivals {
  private readonly log = new Logger('Arrivals');

  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly reader: MailReader,
    private readonly authentication: MailAuthentication,
    private readonly addresses: ReturnAddresses,
    private readonly carryingOut: InboundActions,
  ) {}

  /**
   * The same mail twice, or at once, is one. It is kept before it is read: one that stops its reader, or cannot be
   * processed, stays `new` with its error and is tried again.
   * @throws only where the database cannot be reached: then it may not have been taken
   */
  async take(raw: Buffer, by: string, mailboxId: string | null = null): Promise<InboundArrival> {
    const hash = hashOf(raw);
    const source = raw.subarray(0, LARGEST_KEPT);
    const facts = [hash, mailboxId, source, source.length === raw.length];
    const kept = await transaction(this.source, by, (manager) => row<InboundArrival>(manager, sql.KEEP, facts));
    if (!kept) return (await row<InboundArrival>(this.source, sql.STANDING, [hash]))!;
    return { ...kept, state: await this.attempt(kept.id, { raw, mailboxId, whole: true }, null, by) };
  }

  /** Mails that could not be read or processed the last time; those that have failed too often are set aside. */
  @Every('process-waiting-mail', 60_000)
  async again(): Promise<void> {
    for (const { id } of await rows<{ id: string }>(this.source, sql.WAITING, [MOST_ATTEMPTS])) {
      // counted first and by itself, so that one that kills its reader is not tried for ever
      const mail = await row<Partial<Arrived> & { reading: Kept | null }>(this.source, sql.COUNT_ATTEMPT, [id]);
      if (!mail) continue;
      const { raw, mailboxId = null, whole = false, reading } = mail;
      await this.attempt(id, { raw: raw ?? Buffer.alloc(0), mailboxId, whole }, reading, 'worker');
    }
    const aside = [MOST_ATTEMPTS, JSON.stringify(NOTHING_READ.reading), READER_DIED];
    await this.source.query(sql.SET_ASIDE, aside);
  }

  /** One attempt, which is counted already. */
  private async attempt(id: string, arrived: Arrived, known: Kept | null, by: string): Promise<InboundState> {
    try {
      const kept = known ?? (await this.readAndStore(id, arrived, by));
      return await transaction(this.source, by, (manager) => this.settle(manager, id, kept, by));
    } catch (error) {
      const problem = plain((error as Error).message).slice(0, 1000);
      this.log.warn(`A mail could not be processed and is kept: ${problem}`);
      // many mails at once are not this one's fault
      if (error instanceof TooBusy) await this.source.query(sql.DISCOUNT_ATTEMPT, [id]);
      await this.source.query(sql.KEEP_ERROR, [id, problem]);
      return 'new';
    }
  }

  private async readAndStore(id: string, { raw, mailboxId, whole }: Arrived, by: string): Promise<Kept> {
    const own = await rows<{ address: string }>(this.source, sql.OWN_ADDRESSES);
    const read = await this.reader.read(
      raw,
      own.map(({ address }) => address),
    );
    const trusted = mailboxId && (await row<{ id: string | null }>(this.source, sql.TRUSTED_AUTHSERV_ID, [mailboxId]));
    const authentication = await this.authentication.of(raw, {
      author: read.reading.from,
      trustedAuthservId: (trusted && trusted.id) || null,
      whole,
    });
    const kept = { ...read.reading, named: dispatchIn(read, this.addresses), authentication };
    await transaction(this.source, by, (manager) => this.store(manager, id, raw, read, kept));
    return kept;
  }

  private async store(
    manager: EntityManager,
    id: string,
    raw: Buffer,
    read: ReadMail,
    kept: Kept & { authentication: Authentication },
  ): Promise<void> {
    const { reading, messageId, subject, text, problem } = read;
    await touched(manager, sql.STORE, [
      id,
      plain(messageId.slice(0, 1000)) || null,
      plain(reading.from ?? '').slice(0, 320) || null,
      plain(subject).slice(0, 1000),
      reading.kind,
      reading.returned.find(({ action }) => action === 'failed' || action === 'delayed')?.class ?? null,
      reading.returnDate,
      reading.replyText === null ? null : plain(reading.replyText).slice(0, LONGEST_TEXT),
      proposalOf(reading),
      JSON.stringify(kept, (_, value: unknown) =>
        typeof value === 'string' ? cut(plain(value), LONGEST_TEXT) : value,
      ),
      plain(text).slice(0, LONGEST_TEXT),
      headersOf(raw.subarray(0, LARGEST_KEPT)),
      problem === null ? null : plain(problem).slice(0, 1000),
      kept.authentication.result,
      plain(kept.authentication.evidence),
    ]);
  }

  /** Finds whose it is and acts on it; without a match, it waits for a person. */
  private async settle(manager: EntityManager, id: string, kept: Kept, by: string): Promise<InboundState> {
    const mail = await row<{ state: InboundState }>(manager, sql.LOCK_MAIL, [id]);
    // a person, or another process, was first
    if (mail?.state !== 'new') return mail?.state ?? 'new';
    if (kept.kind === 'own') return this.close(manager, id, 'dismissed', null, by, `A mail of ours: ${kept.evidence}.`);
    const authentication = kept.authentication ?? NOT_LOOKED_AT;
    const match = await matchOf(manager, kept, kept.named ?? null, authentication);
    if (!match) {
      if (kept.kind === 'receipt') return this.close(manager, id, 'dismissed', null, by, NO_MESSAGE);
      await manager.query(sql.UNMATCHED, [id]);
      return 'unmatched';
    }
    const done = await this.carryingOut.carryOut(manager, kept, match, authentication, by);
    return done === 'nothing to do'
      ? this.close(manager, id, 'dismissed', match, by, `Nothing follows from it: ${kept.evidence}.`)
      : this.close(manager, id, done, match, by, null);
  }

  /** A user assigns a mail: it is processed as if it had been matched. */
  async match(manager: EntityManager, id: string, enrolmentId: string, by: string): Promise<void> {
    const { reading } = await this.open(manager, id);
    if (!reading) throw new MailNotOpen('This mail is not read yet. Please try again in some minutes.');
    const match = await matchByPerson(manager, enrolmentId);
    if (!match) throw new NoSuchEnrolment('This person is not in a campaign.');
    await this.carryingOut.carryOut(manager, reading, match, NOT_LOOKED_AT, by);
    await this.close(manager, id, 'handled', match, by, null);
  }

  /** Nothing is to be done about it. Twice is once. */
  async dismiss(manager: EntityManager, id: string, reason: string, by: string): Promise<void> {
    const mail = await row<{ state: InboundState }>(manager, sql.LOCK_MAIL, [id]);
    if (mail?.state === 'dismissed') return;
    await this.open(manager, id);
    await this.close(manager, id, 'dismissed', null, by, reason);
  }

  private async open(manager: EntityManager, id: string): Promise<{ reading: MailReading | null }> {
    const mail = await row<{ state: InboundState; reading: MailReading | null }>(manager, sql.LOCK_MAIL, [id]);
    if (!mail) throw new InboundMailNotFound('There is no such mail.');
    if (mail.state !== 'unmatched' && mail.state !== 'new')
      throw new MailNotOpen(`This mail is ${mail.state} already.`);
    return mail;
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
      match?.verifiedBy ?? null,
    ]);
    return state;
  }
}
