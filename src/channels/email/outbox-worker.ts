import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { isPersonName } from '../../accounts/index.js';
import {
  Mails,
  Outbox,
  TemplateInvalid,
  CampaignTransitions,
  type Claimed,
  type DeliveryResult,
} from '../../campaigns/index.js';
import {
  Clock,
  Shutdown,
  Every,
  isConnectionLost,
  row,
  SessionLocks,
  Settings,
  transaction,
} from '../../platform/index.js';
import { Links } from '../pages/links.js';
import { tagHeaders } from '../provider-events/message-tag.js';
import { Throttle } from './senders/throttle.js';
import { Transports } from './senders/transports.js';
import { withFooter } from './footer.js';
import { listUnsubscribe } from './list-unsubscribe.js';
import { Transport, type Handover, type Message } from './transport.js';
import { ReturnAddresses } from './verp.js';
import { CHANNEL_SETTINGS } from '../channel.settings.js';

/** Small, so that a pause finds little in flight, and a death leaves little unknown. */
const BATCH = 40;
const MINUTE = 60_000;
const LONGEST_WAIT = 4 * 60 * MINUTE;
const MOST_ATTEMPTS = 12;
/** A full mailbox is asked a few times more, hours apart; then a rep is. */
const MOST_RETURNS = 4;
const SOON = 5_000;
const MOST_REPORTS = 60;
const BETWEEN_REPORTS = 500;
/** Milliseconds that a worker which lost its lock has to report its messages. */
const PATIENCE = 5_000;

/** Claims what is queued, hands it over, and reports what became of each. */
@Injectable()
export class OutboxWorker implements BeforeApplicationShutdown {
  private readonly log = new Logger('Carrier');
  private readonly errorsInARow = new Map<string, number>();
  private readonly draining = new Set<Promise<void>>();
  /** owners whose lock this process saw free, and since when, by performance.now() */
  private readonly freeSince = new Map<string, number>();

  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly outbox: Outbox,
    private readonly mails: Mails,
    private readonly locks: SessionLocks,
    private readonly defaultTransport: Transport,
    private readonly transports: Transports,
    private readonly lanes: Throttle,
    private readonly links: Links,
    private readonly addresses: ReturnAddresses,
    private readonly transitions: CampaignTransitions,
    private readonly settings: Settings,
    private readonly clock: Clock,
    private readonly shutdown: Shutdown,
  ) {}

  async drain(): Promise<void> {
    const turn = this.untilEmpty().finally(() => this.draining.delete(turn));
    this.draining.add(turn);
    return turn;
  }

  private async untilEmpty(): Promise<void> {
    while (!this.shutdown.begun && (await this.locks.during((key) => this.batch(key))) === BATCH);
  }

  private async batch(key: string): Promise<number> {
    const { due, claimed } = await this.outbox.claim(key, BATCH, this.lanes.admit);
    if (claimed.length === 0) return due;
    const now = await this.clock.now();
    const outcomes = await Promise.all(claimed.map((each) => this.handOver(each, key, now)));
    await this.tell(key, outcomes);
    await this.lanes.learn(claimed, outcomes);
    await this.watch(claimed, outcomes);
    return due;
  }

  /** One that cannot be reported leaves none of the others unknown. */
  private async tell(key: string, outcomes: DeliveryResult[]): Promise<void> {
    try {
      await this.report(key, outcomes);
    } catch (error) {
      if (isConnectionLost(error)) throw error;
      for (const each of outcomes) {
        await this.report(key, [each]).catch((reason: Error) =>
          this.log.error(`What became of message ${each.id} cannot be kept: ${reason.message}`),
        );
      }
    }
  }

  /**
   * Again where the database could not be reached: what became of a handover is known only here. Also without the lock,
   * which a restart of the database ends for all: a worker that settled them meanwhile took them over, and is not
   * overruled.
   */
  private async report(key: string, outcomes: DeliveryResult[]): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.outbox.report(key, outcomes);
      } catch (error) {
        if (attempt >= MOST_REPORTS || !isConnectionLost(error)) throw error;
        await new Promise((resolve) => setTimeout(resolve, BETWEEN_REPORTS));
      }
    }
  }

  private async handOver(claimed: Claimed, key: string, now: Date): Promise<DeliveryResult> {
    const { id, attempts } = claimed;
    let handover: Handover | { heldBack: string };
    try {
      const message = await this.messageOf(claimed, now);
      const { transport } = message;
      handover = await transport.inTurn(async () => (await this.obstacle(id, key)) ?? transport.send(message));
    } catch (error) {
      // nothing was handed over: either the template is wrong for good, or we could not get as far as the transport
      const response = (error as Error).message;
      if (error instanceof TemplateInvalid) return { id, state: 'failed', errorClass: 'template', response };
      // our own database failed, not the mail server: try again soon, without a refusal for the domain
      if (isConnectionLost(error))
        return { id, state: 'queued', errorClass: null, response, retryAt: new Date(now.getTime() + SOON) };
      handover = { result: 'later', response, errorClass: 'not_handed_over' };
    }
    if ('heldBack' in handover) return { id, state: 'queued', errorClass: null, response: handover.heldBack };
    const { response } = handover;
    if (handover.result !== 'later')
      return { id, state: handover.result, errorClass: CLASSES[handover.result], response };
    const { errorClass } = handover;
    // a refusal of us is not this person's: it waits for as long as it takes
    const most = errorClass === 'refused' ? Infinity : errorClass === 'returned' ? MOST_RETURNS : MOST_ATTEMPTS;
    if (attempts >= most) return { id, state: 'failed', errorClass, response };
    const wait = errorClass === 'returned' ? LONGEST_WAIT : Math.min(MINUTE * 2 ** attempts, LONGEST_WAIT);
    const retryAt = new Date(now.getTime() + wait);
    return { id, state: 'queued', errorClass, response, retryAt };
  }

  /** Asked when the mail server is free for this mail, which may be long after the claim. */
  private async obstacle(id: string, key: string): Promise<{ heldBack: string } | null> {
    // what has not begun is another's: a slow mail server would keep a batch for longer than a process may take to end
    if (this.shutdown.begun) return { heldBack: 'this process stops' };
    if (!(await this.outbox.beginHandover(id, key))) return { heldBack: 'no longer wanted' };
    return this.locks.holds(key) ? null : { heldBack: 'the lock was lost before the handover' };
  }

  private async messageOf(claimed: Claimed, now: Date): Promise<Message & { transport: Transport }> {
    const stop = this.links.url('stop', claimed.enrolmentId, now);
    const respond = this.links.url('respond', claimed.enrolmentId, now);
    const carriage = await this.transports.of(claimed.senderId);
    const { from, replyTo, ...mail } = await this.mails.of(claimed, { respond, stop }, carriage?.from.name);
    const { language } = claimed;
    const bounceAddress = carriage?.bounceAddress ?? null;
    const answersTo = carriage?.replyTo ?? carriage?.from.address ?? replyTo ?? from.address;
    return {
      ...withFooter(mail, { stop, language, postalAddress: carriage?.postalAddress ?? null }),
      transport: carriage?.transport ?? this.defaultTransport,
      messageId: claimed.messageId,
      from: carriage?.from ?? from,
      to: { name: isPersonName(claimed.contactName) ? claimed.contactName : '', address: claimed.recipient },
      replyTo: replyTo ?? carriage?.replyTo ?? null,
      returnPath: bounceAddress ? this.addresses.of(bounceAddress, claimed.id) : null,
      references: claimed.earlier,
      headers: {
        ...listUnsubscribe(this.addresses, { dispatchId: claimed.id, stop, bounceAddress, answersTo }),
        'Auto-Submitted': 'auto-generated',
        ...tagHeaders(claimed.messageId),
      },
    };
  }

  /** A campaign whose mails fail one after another pauses itself, gives the reason, and waits for a person. */
  private async watch(claimed: Claimed[], outcomes: DeliveryResult[]): Promise<void> {
    const limit = await this.settings.get(CHANNEL_SETTINGS.sendErrorsBeforePause);
    for (const campaignId of new Set(claimed.map((each) => each.campaignId))) {
      // sent side by side, they have no order among themselves: one success shows that the server works
      const own = outcomes.filter((each, i) => claimed[i]!.campaignId === campaignId && !heldBack(each));
      if (own.length === 0) continue;
      const errors = own.some(({ state }) => state === 'sent')
        ? 0
        : (this.errorsInARow.get(campaignId) ?? 0) + own.length;
      this.errorsInARow.set(campaignId, errors);
      if (errors < limit) continue;
      const { response } = own.at(-1)!;
      this.errorsInARow.delete(campaignId);
      const reason = `${limit} mails in a row could not be sent; the last answer was: ${(response ?? 'none').slice(0, 200)}`;
      this.log.warn(`Campaign ${campaignId} paused: ${reason}`);
      await transaction(this.source, 'worker', (manager) =>
        this.transitions.pause(manager, campaignId, 'worker', reason),
      ).catch(() => undefined);
    }
  }

  /**
   * Messages without a living worker become unknown. The lock is free: its holder died, gave up, or lost it with a
   * restart of the database. The last may still report, and gets the time to; `patience` in milliseconds.
   */
  @Every('settle-orphaned-messages', 2_000)
  async settleOrphans(patience = PATIENCE): Promise<void> {
    const owners = await this.outbox.ownersSending();
    for (const key of this.freeSince.keys()) if (!owners.includes(key)) this.freeSince.delete(key);
    for (const key of owners) {
      if (this.locks.holds(key)) continue;
      await transaction(this.source, 'worker', async (manager) => {
        const lock = await row<{ free: boolean }>(manager, 'SELECT pg_try_advisory_xact_lock($1) AS free', [key]);
        if (!lock?.free) return void this.freeSince.delete(key);
        const since = this.freeSince.get(key) ?? performance.now();
        this.freeSince.set(key, since);
        if (performance.now() - since < patience) return;
        const settled = await this.outbox.orphan(manager, key);
        if (settled > 0) this.log.warn(`${settled} messages of a lost worker are now unknown.`);
      });
    }
  }

  /**
   * Before the database closes: what is in flight is finished and reported, so that an orderly stop leaves nothing
   * unknown.
   */
  async beforeApplicationShutdown(): Promise<void> {
    await Promise.allSettled(this.draining);
    await this.defaultTransport.close();
  }
}

const CLASSES = { sent: null, bounced: 'rejected', unknown: 'unknown' } as const;

/** We did not try: no evidence about the mail server. */
const heldBack = ({ state, errorClass }: DeliveryResult): boolean => state === 'queued' && errorClass === null;
