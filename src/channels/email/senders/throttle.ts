import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import type { Admitted, Claimed, DeliveryResult, Postponed, Queued } from '../../../campaigns/index.js';
import { Clock, row, rows, Settings, transaction } from '../../../platform/index.js';
import { relieved, slowed, takePlace, type Slot } from './slot.js';
import * as sql from './throttle.sql.js';
import { dayLimit } from './warm-up.js';
import { CHANNEL_SETTINGS } from '../../channel.settings.js';

/** The throttle of a sender's whole traffic. */
const ALL = '*';
const DEFAULT_SERVER = 'default';
const MINUTE = 60_000;
const DAY = 86_400_000;
/** How soon to look again whether a sender is back. */
const NO_SENDER_MINUTES = 10;

interface Assigned {
  id: string;
  senderId: string | null;
  address: string | null;
  perMinute: number;
  perDay: number;
  warmUpFrom: string | null;
  warmUpStart: number;
  warmUpGrowth: number;
}

interface Wanted {
  carrier: string;
  domain: string;
  gap: number;
}

interface SlotRequest {
  message: Queued;
  sender: Assigned | undefined;
  carrier: string;
}

/**
 * Decides when each message may leave and by which sender: a sender's limits, and each recipient domain's own pace.
 * Slots are assigned under locks in the transaction of the claim; a message that has to wait is postponed, so nothing
 * sleeps and a slow domain delays no other.
 */
@Injectable()
export class Throttle {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  readonly admit = async (manager: EntityManager, due: Queued[]): Promise<{ go: Admitted[]; later: Postponed[] }> => {
    const now = await this.clock.now(manager);
    const assigned = new Map((await rows<Assigned>(manager, sql.ASSIGN, [JSON.stringify(due)])).map((a) => [a.id, a]));
    const without = due.filter(({ id }) => assigned.get(id)?.senderId === null);
    const places = due
      .filter((message) => !without.includes(message))
      .map((message): SlotRequest => {
        const sender = assigned.get(message.id);
        return { message, sender, carrier: sender?.senderId ?? DEFAULT_SERVER };
      });
    const later: Postponed[] = without.map(({ id }) => ({
      id,
      until: new Date(now.getTime() + NO_SENDER_MINUTES * MINUTE),
      why: 'no_sender',
      epoch: null,
    }));
    const throttles = await this.lock(manager, places, now);
    const ready = places.filter((place) => {
      const wait = placeIn(throttles, place, now);
      if (wait) later.push(wait);
      return !wait;
    });
    const taken = [...throttles.values()].filter(({ gapMs }) => gapMs > 0);
    if (taken.length > 0) await manager.query(sql.WRITE_THROTTLES, [JSON.stringify(taken)]);
    const { go, tomorrow } = await this.withinTheDay(manager, ready, now);
    return { go: go.map(admitted), later: [...later, ...tomorrow] };
  };

  private async lock(manager: EntityManager, places: SlotRequest[], now: Date): Promise<Map<string, Slot>> {
    const domainGap = Math.floor(MINUTE / (await this.settings.get(CHANNEL_SETTINGS.mailsPerMinutePerDomain, manager)));
    const wanted = new Map<string, Wanted>();
    for (const { message, sender, carrier } of places) {
      const own = sender ? Math.floor(MINUTE / sender.perMinute) : 0;
      wanted.set(key(carrier, ALL), { carrier, domain: ALL, gap: own });
      if (message.domain) wanted.set(key(carrier, message.domain), { carrier, domain: message.domain, gap: domainGap });
    }
    const all = [...wanted.values()];
    await manager.query(sql.MAKE_THROTTLES, [...columns(all), all.map(({ gap }) => gap), now]);
    // without a limit there are no slots to assign: only while it is slowed must claims wait for each other
    const unlimited = all.filter(({ gap }) => gap === 0);
    const free = unlimited.length > 0 ? await rows<Slot>(manager, sql.READ_THROTTLES, columns(unlimited)) : [];
    const open = new Map(
      free
        .filter((throttle) => throttle.failures === 0)
        .map((throttle) => [key(throttle.carrier, throttle.domain), throttle]),
    );
    const limited = all.filter(({ carrier, domain }) => !open.has(key(carrier, domain)));
    const locked = limited.length > 0 ? await rows<Slot>(manager, sql.LOCK_THROTTLES, columns(limited)) : [];
    return new Map(
      [...open.values(), ...locked].map((throttle) => {
        const { gap } = wanted.get(key(throttle.carrier, throttle.domain))!;
        // a changed limit applies from now on, but never speeds up a slowed throttle
        const gapMs = throttle.failures > 0 ? Math.max(throttle.gapMs, gap) : gap;
        return [key(throttle.carrier, throttle.domain), { ...throttle, gapMs }];
      }),
    );
  }

  private async withinTheDay(
    manager: EntityManager,
    ready: SlotRequest[],
    now: Date,
  ): Promise<{ go: SlotRequest[]; tomorrow: Postponed[] }> {
    const senders = [...new Set(ready.flatMap(({ sender }) => sender?.senderId ?? []))].sort();
    if (senders.length === 0) return { go: ready, tomorrow: [] };
    const days = new Map(
      (await rows<{ senderId: string; day: string; admitted: number }>(manager, sql.LOCK_DAYS, [senders])).map(
        (day) => [day.senderId, { ...day, begun: 0 }],
      ),
    );
    const tomorrow: Postponed[] = [];
    const go = ready.filter(({ message, sender }) => {
      const day = sender && days.get(sender.senderId!);
      if (!day || day.admitted + day.begun < dayLimit(sender, day.day)) {
        if (day) day.begun += 1;
        return true;
      }
      const midnight = new Date(Date.parse(day.day) + DAY);
      tomorrow.push({ id: message.id, until: midnight > now ? midnight : now, why: 'sender_day', epoch: null });
      return false;
    });
    const begun = [...days.values()].map(({ senderId, day, begun: admittedNow }) => ({
      senderId,
      day,
      admitted: admittedNow,
    }));
    await manager.query(sql.COUNT_ADMITTED, [JSON.stringify(begun)]);
    return { go, tomorrow };
  }

  /**
   * The sender's provider has to wait for this domain: what comes next waits too. Once a minute, for a provider tells
   * the same of each mail.
   */
  async deferred(manager: EntityManager, senderId: string | null, recipient: string, words: string): Promise<void> {
    if (senderId) await manager.query(sql.COUNT_DEFERRED, [senderId]);
    const of = [senderId ?? DEFAULT_SERVER, recipient.split('@').at(-1)!.toLowerCase()];
    const throttle = await row<Slot>(manager, sql.LOCK_UNLESS_JUST_SLOWED, of);
    if (!throttle) return;
    const breakAt = await this.settings.get(CHANNEL_SETTINGS.refusalsBeforeBreak, manager);
    const slower = { ...slowed(throttle, await this.clock.now(manager), breakAt), words };
    await manager.query(sql.WRITE_THROTTLES, [JSON.stringify([slower])]);
  }

  /** Applies the providers' answers: a refusal slows the throttle, a success restores its speed. */
  async learn(claimed: Claimed[], outcomes: DeliveryResult[]): Promise<void> {
    const verdicts = resultsByRecipient(claimed, outcomes);
    await transaction(this.source, 'worker', async (manager) => {
      const now = await this.clock.now(manager);
      const breakAt = await this.settings.get(CHANNEL_SETTINGS.refusalsBeforeBreak, manager);
      const perDomain = Math.floor(
        MINUTE / (await this.settings.get(CHANNEL_SETTINGS.mailsPerMinutePerDomain, manager)),
      );
      const throttles = await rows<Slot>(manager, sql.LOCK_THROTTLES, columns([...verdicts.values()]));
      const changed = throttles.flatMap((throttle): (Slot & { words?: string | null })[] => {
        const { good, words } = verdicts.get(key(throttle.carrier, throttle.domain))!;
        if (!good) return [{ ...slowed(throttle, now, breakAt), words }];
        const own = throttle.domain === ALL ? 0 : perDomain;
        return throttle.failures > 0 || throttle.gapMs > own ? [relieved(throttle, own)] : [];
      });
      if (changed.length > 0) await manager.query(sql.WRITE_THROTTLES, [JSON.stringify(changed)]);
      const counts = countsOf(claimed, outcomes);
      if (counts.length > 0) await manager.query(sql.COUNT_OUTCOMES, [JSON.stringify(counts)]);
    });
  }
}

const columns = (throttles: { carrier: string; domain: string }[]): [string[], string[]] => [
  throttles.map(({ carrier }) => carrier),
  throttles.map(({ domain }) => domain),
];

const key = (carrier: string, domain: string): string => `${carrier} ${domain}`;

const admitted = ({ message, sender }: SlotRequest): Admitted => ({
  id: message.id,
  senderId: sender?.senderId ?? null,
  domain: sender?.address?.split('@').at(-1) ?? null,
});

/** Takes a slot of the sender and one of the domain; null when both are now. */
function placeIn(throttles: Map<string, Slot>, { message, carrier }: SlotRequest, now: Date): Postponed | null {
  const mine = throttles.get(key(carrier, ALL))!;
  const theirs = message.domain ? throttles.get(key(carrier, message.domain))! : null;
  // it waited for this slot; the throttle was not slowed since
  if (theirs && message.throttleEpoch === theirs.epoch && mine.failures === 0) return null;
  const own = takePlace(mine, now);
  const domain = theirs ? takePlace(theirs, now) : null;
  const until = domain && domain.at > own.at ? domain.at : own.at;
  throttles.set(key(carrier, ALL), own.throttle);
  if (domain) throttles.set(key(carrier, message.domain!), domain.throttle);
  if (until <= now) return null;
  const slow = until === own.at ? mine : theirs!;
  return {
    id: message.id,
    until,
    why: slow.failures > 0 ? 'slowed' : until === own.at ? 'sender_pace' : 'domain_pace',
    epoch: theirs?.epoch ?? null,
  };
}

interface RecipientResult {
  carrier: string;
  domain: string;
  good: boolean;
  words: string | null;
}

/**
 * A refused connection is about our server; a 4xx, and a refusal of us, is the recipient's server's. One mail that went through outweighs the refusals
 * beside it.
 */
function resultsByRecipient(claimed: Claimed[], outcomes: DeliveryResult[]): Map<string, RecipientResult> {
  const verdicts = new Map<string, RecipientResult>();
  const say = (carrier: string, domain: string, good: boolean, words: string | null) => {
    const stood = verdicts.get(key(carrier, domain));
    if (!stood?.good) verdicts.set(key(carrier, domain), { carrier, domain, good, words });
  };
  outcomes.forEach(({ state, errorClass, response }, i) => {
    const { senderId, recipient } = claimed[i]!;
    const carrier = senderId ?? DEFAULT_SERVER;
    const domain = recipient.split('@').at(-1)!.toLowerCase();
    if (state === 'sent' || state === 'bounced' || errorClass === 'returned') {
      say(carrier, ALL, true, null);
      if (state === 'sent') say(carrier, domain, true, null);
    } else if (errorClass === 'not_handed_over') say(carrier, ALL, false, response);
    else if (errorClass === 'deferred' || errorClass === 'refused') say(carrier, domain, false, response);
  });
  return verdicts;
}

function countsOf(claimed: Claimed[], outcomes: DeliveryResult[]) {
  const counts = new Map<
    string,
    { senderId: string; sent: number; bounced: number; complained: number; deferred: number; unknown: number }
  >();
  outcomes.forEach(({ state }, i) => {
    const { senderId } = claimed[i]!;
    if (!senderId) return;
    const of = counts.get(senderId) ?? { senderId, sent: 0, bounced: 0, complained: 0, deferred: 0, unknown: 0 };
    if (state === 'sent' || state === 'bounced' || state === 'unknown') of[state] += 1;
    else if (state === 'queued') of.deferred += 1;
    counts.set(senderId, of);
  });
  return [...counts.values()];
}
