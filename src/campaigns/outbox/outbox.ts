import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { Hashes, markEmail, Suppressions } from '../../accounts/index.js';
import { JobQueue, Conflict, Every, NotFound, row, rows, touched, transaction } from '../../platform/index.js';
import { shareCampaigns } from '../lifecycle/campaign-lock.js';
import { OwnerNotices } from '../enrolments/owner-notices.js';
import { noteEvents } from '../enrolments/enrolment-events.js';
import { changeEnrolments, retryBusy, type EnrolmentChange } from '../enrolments/enrolment-transitions.js';
import { consequence, detailOf, held, isReturned, skipped, type DeliveryResult, type Settled } from './consequences.js';
import { CLAIM, DISCARD, SETTLE } from './message-transitions.js';
import * as sql from './outbox.sql.js';
import { SEND_QUEUE } from '../queues.js';

/** A message that this process owns and is about to hand over. */
export interface Claimed {
  id: string;
  state: 'sending' | 'suppressed' | 'failed';
  /** why it may not go out; null while it is sending */
  errorClass: 'suppressed' | 'no_address' | 'same_address' | null;
  messageId: string;
  /** Message-IDs of what this contact was sent in this campaign before, oldest first */
  earlier: string[];
  /** null: the mail server of the workspace */
  senderId: string | null;
  /** handovers begun, this one included */
  attempts: number;
  campaignId: string;
  enrolmentId: string;
  contactId: string;
  stepKey: string;
  recipient: string;
  contactName: string;
  language: string | null;
  givenName: string | null;
  familyName: string | null;
  title: string | null;
  organizationName: string;
  industry: string | null;
  city: string | null;
  country: string | null;
  role: string;
}

/** A message that is due; channels say when it may leave, and by which sender. */
export interface Queued {
  id: string;
  campaignId: string;
  enrolmentId: string;
  organizationId: string;
  /** of the recipient; null where there is no address */
  emailKey: string | null;
  domain: string | null;
  throttleEpoch: number | null;
}

/** `domain` is that of the sender's address; null for the server of the workspace, which uses the campaign's. */
export interface Admitted {
  id: string;
  senderId: string | null;
  domain: string | null;
}

export interface Postponed {
  id: string;
  until: Date;
  why: 'domain_pace' | 'sender_pace' | 'sender_day' | 'slowed' | 'no_sender';
  /** of the throttle that gave it a slot; null: it has to ask again */
  epoch: number | null;
}

/** Asked inside the claim's transaction, so that a slot is kept with the claim or returned with it. */
export type Admission = (manager: EntityManager, due: Queued[]) => Promise<{ go: Admitted[]; later: Postponed[] }>;

class MessageNotUnknown extends Conflict {}
class MessageNotFound extends NotFound {}

/**
 * The port between campaigns and channels: channels claim messages, hand them over and report; this room never knows
 * how.
 */
@Injectable()
export class Outbox {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly suppressions: Suppressions,
    private readonly jobQueue: JobQueue,
    private readonly hashes: Hashes,
    private readonly notices: OwnerNotices,
  ) {}

  @Every('enqueue-queued-messages', 500)
  async enqueueQueued(): Promise<void> {
    const queued = await row<{ any: boolean }>(this.source, sql.ANY_QUEUED);
    if (queued?.any) await this.jobQueue.enqueue(SEND_QUEUE, {});
  }

  /**
   * Gives up to `count` due messages to this owner, in a transaction of its own: what is claimed is committed before
   * anything leaves. `due` says how many there were, those postponed included.
   */
  async claim(ownerKey: string, count: number, admit: Admission): Promise<{ due: number; claimed: Claimed[] }> {
    const running = await rows<{ id: string }>(this.source, sql.RUNNING_CAMPAIGNS);
    const ids = running.map(({ id }) => id);
    const { due, taken } = await transaction(this.source, 'worker', async (manager) => {
      await shareCampaigns(manager, ids);
      const queued = await rows<Queued>(manager, sql.PICK, [count, ids]);
      if (queued.length === 0) return { due: 0, taken: [] };
      const { go, later } = await admit(manager, queued);
      if (later.length > 0) await manager.query(sql.POSTPONE, [JSON.stringify(later)]);
      if (go.length === 0) return { due: queued.length, taken: [] };
      const admitted = JSON.stringify(this.withAddress(go, queued));
      return { due: queued.length, taken: await rows<Claimed>(manager, CLAIM, [ownerKey, admitted]) };
    });
    const refused = taken.filter(({ state }) => state !== 'sending');
    if (refused.length > 0)
      await this.report(
        ownerKey,
        refused.map(({ id, state, errorClass }) => ({ id, state: state as 'failed', errorClass, response: null })),
      );
    return { due, claimed: taken.filter(({ state }) => state === 'sending') };
  }

  /** The hash is computed here: rows that were written before there were hashes have none. */
  private withAddress(go: Admitted[], queued: Queued[]): object[] {
    const keys = new Map(queued.map(({ id, emailKey }) => [id, emailKey]));
    return go.map((admitted) => {
      const emailKey = keys.get(admitted.id) ?? null;
      return { ...admitted, emailKey, emailHash: emailKey && this.hashes.email(emailKey) };
    });
  }

  /**
   * To be called right before a message goes out, and committed by then. False where the contact may not be reached any
   * more, or the address changed, since the claim, or where the message has another owner: report it as queued, and the
   * next claim settles it.
   */
  async beginHandover(dispatchId: string, ownerKey: string): Promise<boolean> {
    return (await touched(this.source, sql.BEGIN_HANDOVER, [dispatchId, ownerKey])) === 1;
  }

  async report(ownerKey: string, results: DeliveryResult[]): Promise<void> {
    if (results.length > 0)
      await transaction(this.source, 'worker', (manager) => this.settle(manager, results, ownerKey, 'channel'));
  }

  /** Messages of these campaigns that were deferred for this reason are due again. */
  async retryDeferred(manager: EntityManager, campaignIds: string[], why: Postponed['why']): Promise<void> {
    await manager.query(sql.RETRY_DEFERRED, [campaignIds, why]);
  }

  /** Which owners hold messages now; channels know whether they are alive. */
  async ownersSending(): Promise<string[]> {
    return (await rows<{ key: string }>(this.source, sql.OWNERS_SENDING)).map(({ key }) => key);
  }

  /**
   * What a dead owner had begun to hand over may have left, or not: it is unknown, and never sent again blindly. What
   * it had only claimed goes back into the queue.
   */
  async orphan(manager: EntityManager, ownerKey: string): Promise<number> {
    const held = await rows<{ id: string; notBegun: boolean }>(manager, sql.SENDING_OF, [ownerKey]);
    const results = held.map(({ id, notBegun }): DeliveryResult =>
      notBegun
        ? { id, state: 'queued', errorClass: null, response: 'The sending process ended before the handover.' }
        : {
            id,
            state: 'unknown',
            errorClass: 'lost_owner',
            response: 'The sending process ended, or lost its database, between handover and answer.',
          },
    );
    if (results.length > 0) await this.settle(manager, results, ownerKey, 'sweep');
    return held.filter(({ notBegun }) => !notBegun).length;
  }

  /** A person, or a mail that came in, says what became of an unknown message. 'not_sent' lets it be sent again. */
  async decide(manager: EntityManager, id: string, result: 'sent' | 'not_sent', by: string): Promise<void> {
    await manager.query(sql.LOCK_ENROLMENTS, [[id]]);
    const message = await row<{ state: string; enrolmentId: string; stepKey: string; held: boolean }>(
      manager,
      sql.LOCK_MESSAGE,
      [id],
    );
    if (!message) throw new MessageNotFound('There is no such message.');
    if (message.state !== 'unknown')
      throw new MessageNotUnknown(`This message is ${message.state}; only an unknown one can be settled by a person.`);
    const state = result === 'sent' ? 'sent' : 'queued';
    const response = `settled by a person: ${result}`;
    const [settled] = await this.settle(manager, [{ id, state, errorClass: null, response, retryAt: null }], null, by);
    if (settled?.state === 'suppressed') return;
    const { enrolmentId, stepKey, held } = message;
    if (!held && result === 'sent') return;
    const transition = result === 'sent' ? 'settle_sent' : held ? 'settle_not_sent' : 'send_again';
    await changeEnrolments(manager, [{ id: enrolmentId, transition, atStep: stepKey, by, detail: { result } }]);
  }

  private async settle(
    manager: EntityManager,
    results: DeliveryResult[],
    ownerKey: string | null,
    by: string,
  ): Promise<Settled[]> {
    // the enrolments first, as in every transaction that changes both
    await manager.query(sql.LOCK_ENROLMENTS, [results.map(({ id }) => id)]);
    const settled = await rows<Settled>(manager, SETTLE, [JSON.stringify(results), ownerKey, by]);
    const holding = await this.holdingUnknown(manager, settled);
    const sharing = await this.sharingMailbox(manager, settled);
    const changes: EnrolmentChange[] = [];
    for (const message of settled) {
      const { response = null } = results.find(({ id }) => id === message.id)!;
      if (message.state === 'bounced') await this.suppress(manager, message);
      if (message.errorClass === 'no_address') await manager.query(DISCARD, [message.id]);
      if (message.errorClass === 'same_address') changes.push(skipped(message, sharing.has(message.contactId)));
      else changes.push(...consequence(message, response, holding.has(message.campaignId)));
    }
    const changed = await changeEnrolments(manager, changes);
    for (const message of settled.filter(isReturned)) await this.askRep(manager, message, results);
    await retryBusy(manager, held(changes, changed));
    // what changed no enrolment happened all the same
    const events = settled.filter(({ state }) => state !== 'queued');
    await noteEvents(
      manager,
      events
        .filter(({ enrolmentId, stepKey }) => !changed.some(({ id, step }) => id === enrolmentId && step === stepKey))
        .map((message) => ({
          enrolmentId: message.enrolmentId,
          what: message.state,
          step: message.stepKey,
          detail: detailOf(message),
        })),
    );
    return settled;
  }

  /** Campaigns whose enrolments wait until a person settles an unknown message. */
  private async holdingUnknown(manager: EntityManager, settled: Settled[]): Promise<Set<string>> {
    const unknown = settled.filter(({ state }) => state === 'unknown');
    if (unknown.length === 0) return new Set();
    const ids = unknown.map(({ campaignId }) => campaignId);
    return new Set((await rows<{ id: string }>(manager, sql.HOLDING_UNKNOWN, [ids])).map(({ id }) => id));
  }

  private async sharingMailbox(manager: EntityManager, settled: Settled[]): Promise<Set<string>> {
    const second = settled.filter(({ errorClass }) => errorClass === 'same_address');
    if (second.length === 0) return new Set();
    const ids = second.map(({ contactId }) => contactId);
    return new Set((await rows<{ id: string }>(manager, sql.SHARING_MAILBOX, [ids])).map(({ id }) => id));
  }

  /** The address did not take the mail, and nothing says for sure that it never will. */
  private async askRep(manager: EntityManager, message: Settled, results: DeliveryResult[]): Promise<void> {
    const { response } = results.find(({ id }) => id === message.id)!;
    await this.notices.askRep(manager, message.enrolmentId, {
      title: 'could not be mailed',
      words: `${message.recipient ?? 'The address'} did not take our mail, however often: ${response ?? ''}`,
    });
  }

  private async suppress(manager: EntityManager, { contactId, recipient }: Settled): Promise<void> {
    await markEmail(manager, contactId, 'bounced');
    if (recipient) await this.suppressions.addAddress(manager, recipient, 'hard_bounce', 'worker');
  }
}
