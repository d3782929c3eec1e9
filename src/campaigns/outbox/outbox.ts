import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { markEmail, Suppressions } from '../../accounts/index.js';
import { JobQueue, Conflict, Every, NotFound, row, rows, touched, transaction } from '../../platform/index.js';
import { shareCampaigns } from '../lifecycle/campaign-lock.js';
import { WAKE_WAITING, WRITE_EVENTS } from '../enrolments/drive.sql.js';
import * as sql from './outbox.sql.js';
import { SEND_QUEUE } from '../queues.js';

/** A message that this process owns and is about to hand over. */
export interface Claimed {
  id: string;
  state: 'sending' | 'suppressed' | 'failed';
  messageId: string;
  /** Message-IDs of what this person was sent in this campaign before, oldest first */
  earlier: string[];
  /** null: the house's own server */
  senderId: string | null;
  /** handovers begun, this one included */
  attempts: number;
  campaignId: string;
  enrolmentId: string;
  contactId: string;
  stepKey: string;
  recipient: string;
  contactName: string;
  givenName: string | null;
  title: string | null;
  organizationName: string;
  industry: string | null;
  city: string | null;
  country: string | null;
  role: string;
}

/** A message that is due; whoever carries it says when it may leave, and by whom. */
export interface Queued {
  id: string;
  campaignId: string;
  enrolmentId: string;
  organizationId: string;
  /** of the recipient; null where there is no address */
  domain: string | null;
  throttleEpoch: number | null;
}

/** `domain` is that of the sender's address; null for the house's own, which speaks for the campaign's. */
export interface Admitted {
  id: string;
  senderId: string | null;
  domain: string | null;
}

export interface Postponed {
  id: string;
  until: Date;
  why: 'domain_pace' | 'sender_pace' | 'sender_day' | 'slowed' | 'no_sender';
  /** of the lane in which it was given its place; null: it has to ask again */
  epoch: number | null;
}

/** Asked inside the claim's transaction, so that a place that was given out is kept with the claim or given back with it. */
export type Admission = (manager: EntityManager, due: Queued[]) => Promise<{ go: Admitted[]; later: Postponed[] }>;

/** What became of a handover. 'queued': surely not handed over, try again at retryAt; 'unknown': nobody can tell. */
export interface DeliveryResult {
  id: string;
  state: 'sent' | 'bounced' | 'failed' | 'unknown' | 'queued' | 'suppressed';
  errorClass: string | null;
  response: string | null;
  retryAt?: Date | null;
}

interface Settled {
  id: string;
  enrolmentId: string;
  contactId: string;
  organizationId: string;
  campaignId: string;
  stepKey: string;
  state: DeliveryResult['state'];
  errorClass: string | null;
  recipient: string | null;
}

class MessageNotUnknown extends Conflict {}
class MessageNotFound extends NotFound {}

/**
 * The port between campaigns and whatever carries messages: channels claims, hands over and reports; this room never knows how.
 */
@Injectable()
export class Outbox {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly suppressions: Suppressions,
    private readonly jobQueue: JobQueue,
  ) {}

  @Every('enqueue-queued-messages', 500)
  async ringQueued(): Promise<void> {
    const queued = await row<{ any: boolean }>(this.source, sql.ANY_QUEUED);
    if (queued?.any) await this.jobQueue.enqueue(SEND_QUEUE, {});
  }

  /**
   * Takes up to `count` due messages into this owner's hands, in a transaction of its own: what is claimed is committed before
   * anything leaves. `due` says how many there were, those put off included.
   */
  async claim(ownerKey: string, count: number, admit: Admission): Promise<{ due: number; claimed: Claimed[] }> {
    const running = await rows<{ id: string }>(this.source, "SELECT id FROM campaign WHERE state = 'running'");
    const ids = running.map(({ id }) => id);
    const { due, taken } = await transaction(this.source, 'worker', async (manager) => {
      await shareCampaigns(manager, ids);
      const queued = await rows<Queued>(manager, sql.PICK, [count, ids]);
      if (queued.length === 0) return { due: 0, taken: [] };
      const { go, later } = await admit(manager, queued);
      if (later.length > 0) await manager.query(sql.POSTPONE, [JSON.stringify(later)]);
      const claimed = go.length > 0 ? await rows<Claimed>(manager, sql.CLAIM, [ownerKey, JSON.stringify(go)]) : [];
      return { due: queued.length, taken: claimed };
    });
    const refused = taken.filter((each) => each.state !== 'sending');
    if (refused.length > 0)
      await this.report(
        ownerKey,
        refused.map((each) => ({
          id: each.id,
          state: each.state as 'failed',
          errorClass: each.state === 'suppressed' ? 'suppressed' : 'no_address',
          response: null,
        })),
      );
    return { due, claimed: taken.filter((each) => each.state === 'sending') };
  }

  /**
   * To be called right before a message goes out, and committed by then. False where the person took back the leave, or the address
   * changed, since the claim, or where the message has another owner: report it as queued, and the next claim settles it.
   */
  async beginHandover(dispatchId: string, ownerKey: string): Promise<boolean> {
    return (await touched(this.source, sql.BEGIN_HANDOVER, [dispatchId, ownerKey])) === 1;
  }

  async report(ownerKey: string, outcomes: DeliveryResult[]): Promise<void> {
    if (outcomes.length > 0)
      await transaction(this.source, 'worker', (manager) => this.settle(manager, outcomes, ownerKey, 'channel'));
  }

  /** Which owners hold messages now; channels knows whether they are alive. */
  async ownersSending(): Promise<string[]> {
    return (await rows<{ key: string }>(this.source, sql.OWNERS_SENDING)).map(({ key }) => key);
  }

  /**
   * What a dead owner had begun to hand over may have left the house, or not: it is unknown, and never sent again blindly. What it
   * had only claimed goes back into the queue.
   */
  async orphan(manager: EntityManager, ownerKey: string): Promise<number> {
    const held = await rows<{ id: string; notBegun: boolean }>(manager, sql.SENDING_OF, [ownerKey]);
    const outcomes = held.map(({ id, notBegun }): DeliveryResult =>
      notBegun
        ? { id, state: 'queued', errorClass: null, response: 'The sending process ended before the handover.' }
        : {
            id,
            state: 'unknown',
            errorClass: 'lost_owner',
            response: 'The sending process ended, or lost its database, between handover and answer.',
          },
    );
    if (outcomes.length > 0) await this.settle(manager, outcomes, ownerKey, 'sweep');
    return held.filter(({ notBegun }) => !notBegun).length;
  }

  /** A person who knows what became of an unknown message says so. 'not_sent' lets it be sent again. */
  async decide(manager: EntityManager, id: string, result: 'sent' | 'not_sent', by: string): Promise<void> {
    await manager.query(sql.LOCK_MEMBERS, [[id]]);
    const dispatch = await row<{ state: string }>(manager, 'SELECT state FROM dispatch WHERE id = $1 FOR UPDATE', [id]);
    if (!dispatch) throw new MessageNotFound('There is no such message.');
    if (dispatch.state !== 'unknown')
      throw new MessageNotUnknown(`This message is ${dispatch.state}; only an unknown one can be settled by a person.`);
    const state = result === 'sent' ? 'sent' : 'queued';
    await this.settle(
      manager,
      [{ id, state, errorClass: null, response: `settled by a person: ${result}`, retryAt: null }],
      null,
      by,
    );
    await manager.query(sql.RECORD_SETTLEMENT, [id, result]);
  }

  private async settle(
    manager: EntityManager,
    outcomes: DeliveryResult[],
    ownerKey: string | null,
    by: string,
  ): Promise<void> {
    // the members first, as everybody does who changes both
    await manager.query(sql.LOCK_MEMBERS, [outcomes.map(({ id }) => id)]);
    const settled = await rows<Settled>(manager, sql.SETTLE, [JSON.stringify(outcomes), ownerKey, by]);
    const done: Settled[] = [];
    const stopped: { enrolmentId: string; state: string; reason: string | null; error: string | null }[] = [];
    const held: string[] = [];
    const freed: string[] = [];
    for (const each of settled) {
      const stop = await this.consequence(manager, each, outcomes);
      if (stop === 'done') done.push(each);
      else if (stop) {
        if (stop === 'hold') held.push(each.enrolmentId);
        else stopped.push({ enrolmentId: each.enrolmentId, ...stop });
        freed.push(each.organizationId);
      }
    }
    if (done.length > 0) await manager.query(sql.STEP_DONE, [JSON.stringify(done)]);
    if (held.length > 0) await manager.query(sql.HOLD_MEMBERS, [held]);
    if (stopped.length > 0) await manager.query(sql.STOP_MEMBERS, [JSON.stringify(stopped)]);
    if (freed.length > 0) await manager.query(WAKE_WAITING, [freed]);
    const events = settled
      .filter((each) => each.state !== 'queued')
      .map((each) => ({
        enrolmentId: each.enrolmentId,
        what: each.state,
        step: each.stepKey,
        detail: each.errorClass ? { error: each.errorClass } : null,
      }));
    if (events.length > 0) await manager.query(WRITE_EVENTS, [JSON.stringify(events)]);
  }

  /** What a message's end means for its member: the step is done, the member waits or stops, or nothing yet. */
  private async consequence(
    manager: EntityManager,
    each: Settled,
    outcomes: DeliveryResult[],
  ): Promise<'done' | 'hold' | { state: string; reason: string | null; error: string | null } | null> {
    switch (each.state) {
      case 'sent':
        return 'done';
      case 'queued':
        return null;
      case 'bounced':
        await markEmail(manager, each.contactId, 'bounced');
        if (each.recipient) await this.suppressions.addAddress(manager, each.recipient, 'hard_bounce', 'worker');
        return { state: 'bounced', reason: null, error: outcomes.find(({ id }) => id === each.id)?.response ?? null };
      case 'suppressed':
        // one that was only taken back says nothing about its person
        if (each.errorClass !== 'suppressed') return null;
        return { state: 'excluded', reason: 'suppressed', error: null };
      case 'unknown': {
        const campaign = await row<{ onUnknown: string }>(manager, 'SELECT on_unknown FROM campaign WHERE id = $1', [
          each.campaignId,
        ]);
        return campaign?.onUnknown === 'hold' ? 'hold' : 'done';
      }
      case 'failed':
        // nothing was ever handed over: the intent is taken back, and the play asks for the missing address
        if (each.errorClass === 'no_address') return this.takeBack(manager, each);
        return {
          state: 'failed',
          reason: 'poison',
          error: outcomes.find(({ id }) => id === each.id)?.response ?? each.errorClass,
        };
    }
  }

  private async takeBack(manager: EntityManager, each: Settled): Promise<null> {
    await manager.query('DELETE FROM dispatch WHERE id = $1', [each.id]);
    await manager.query(
      "UPDATE enrolment SET step_state = 'due', next_action_at = app_now() WHERE id = $1 AND step = $2 AND step_state = 'in_flight' AND state = 'active'",
      [each.enrolmentId, each.stepKey],
    );
    return null;
  }
}
