import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import {
  JobQueue,
  Config,
  Shutdown,
  Every,
  pauseAudit,
  row,
  rows,
  Settings,
  transaction,
} from '../../platform/index.js';
import { readAddress } from './address.js';
import { judgeEmail } from './email.js';
import { MailRoutes, type MailRoute } from './mail-route.js';
import { judgePhone } from './phone.js';
import { remembering } from './remembered.js';
import * as sql from './verification.sql.js';
import { VERIFICATION_SETTINGS } from './verification.settings.js';
import { VERIFY_QUEUE } from '../queues.js';

const BATCH = 500;
/** How long a batch is reserved for the worker that took it; longer than a batch can take. */
const LEASE_SECONDS = 120;
/** What DNS has not answered by then is asked again later: one slow domain keeps no batch. */
const LONGEST_LOOKUP_MS = 8_000;
const LOOKUPS_AT_ONCE = 100;
const SLOW_BATCHES_AT_ONCE = 4;
const LONGEST_TURN_MS = 30_000;
const DAY_SECONDS = 86_400;

interface Claimed {
  id: string;
  email: string | null;
  emailKey: string | null;
  phone: string | null;
}
interface Route {
  domain: string;
  route: MailRoute;
  /** seconds; null where the answer is known */
  retryIn: number | null;
}

/**
 * Finds out whether people can be reached, before anybody's time is spent on them. Any number of workers may do so at
 * once.
 */
@Injectable()
export class Verification {
  private readonly ask: ((domain: string) => Promise<MailRoute>) | null;

  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly settings: Settings,
    private readonly jobQueue: JobQueue,
    private readonly shutdown: Shutdown,
    { dns }: Config,
  ) {
    const routes = dns === 'none' ? null : new MailRoutes(dns === 'system' ? {} : { servers: dns });
    this.ask = routes && ((domain) => routes.of(domain));
  }

  /**
   * These people are about to be reached: they are checked before the others. `people` is a query that a room wrote,
   * with one column of contact ids and its own parameters.
   */
  async want(manager: EntityManager, people: string, parameters: unknown[]): Promise<void> {
    const days = await this.settings.get(VERIFICATION_SETTINGS.contactVerifiedDays, manager);
    await manager.query(sql.wish(people, parameters.length + 1), [...parameters, days]);
  }

  @Every('enqueue-due-verifications', 2_000)
  async ringDue(): Promise<void> {
    const days = await this.settings.get(VERIFICATION_SETTINGS.contactVerifiedDays);
    if ((await row<{ any: boolean }>(this.source, sql.ANY_DUE, [days]))?.any)
      await this.jobQueue.enqueue(VERIFY_QUEUE, {});
  }

  /**
   * All that is due, for half a minute at most, and not beyond the end of this process: the sweep enqueues again. How
   * many were checked.
   */
  async drain(): Promise<number> {
    const until = Date.now() + LONGEST_TURN_MS;
    const slow = new Set<Promise<void>>();
    let judged = 0;
    for (let claimed = BATCH; claimed === BATCH && Date.now() < until && !this.shutdown.begun; judged += claimed) {
      if (slow.size >= SLOW_BATCHES_AT_ONCE) await Promise.race(slow);
      claimed = await this.batch(slow);
    }
    await Promise.all(slow);
    return judged;
  }

  /** Writes what needs no look-up; the rest continues in `slow`, and the next batch need not wait for it. */
  private async batch(slow: Set<Promise<void>>): Promise<number> {
    const { contactVerifiedDays: days, mailDomainDays } = await this.settings.of(VERIFICATION_SETTINGS);
    const claimed = await rows<Claimed>(this.source, sql.CLAIM, [days, BATCH, LEASE_SECONDS]);
    if (claimed.length === 0) return 0;
    const domains = [...new Set(claimed.flatMap(({ email }) => domainOf(email) ?? []))];
    const known = new Map<string, Route>();
    for (const each of await rows<Route>(this.source, sql.KNOWN_DOMAINS, [domains, mailDomainDays]))
      known.set(each.domain, each);
    const waiting = claimed.filter(({ email }) => {
      const domain = domainOf(email);
      return domain !== null && !known.has(domain);
    });
    const ready = claimed.filter((contact) => !waiting.includes(contact));
    if (ready.length > 0) await this.write(ready, known, days);
    if (waiting.length > 0) {
      const turn: Promise<void> = this.lookUp(domains.filter((domain) => !known.has(domain)))
        .then((found) => (found ? this.write(waiting, found, days) : undefined))
        .finally(() => slow.delete(turn));
      // awaited by the caller that drains; a failure before that is no unhandled one
      turn.catch(() => undefined);
      slow.add(turn);
    }
    return claimed.length;
  }

  /** Null where this process ends before DNS has answered: the next worker asks again. */
  private async lookUp(domains: string[]): Promise<Map<string, Route> | null> {
    const ask = this.ask;
    if (!ask) return new Map(domains.map((domain) => [domain, { domain, route: 'unknown', retryIn: DAY_SECONDS }]));
    const deadline = Date.now() + LONGEST_LOOKUP_MS;
    const routes: MailRoute[] = domains.map(() => 'unknown');
    let next = 0;
    const walk = async (): Promise<void> => {
      for (let at = next++; at < domains.length && Date.now() < deadline && !this.shutdown.begun; at = next++)
        routes[at] = await ask(domains[at]!);
    };
    const everybody = Promise.all(Array.from({ length: LOOKUPS_AT_ONCE }, walk));
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<void>((resolve) => (timer = setTimeout(resolve, LONGEST_LOOKUP_MS)));
    await Promise.race([everybody, late, this.shutdown.asked]);
    clearTimeout(timer);
    if (this.shutdown.begun) return null;
    const found = await rows<Route>(this.source, sql.REMEMBER_DOMAINS, [domains, [...routes]]);
    return new Map(found.map((each) => [each.domain, each]));
  }

  private async write(contacts: Claimed[], routes: Map<string, Route>, days: number): Promise<void> {
    const route = remembering((domain) => Promise.resolve(routes.get(domain)?.route ?? 'unknown'));
    const verdicts = await Promise.all(contacts.map((contact) => verdictOn(contact, route, routes)));
    await transaction(this.source, 'worker', async (manager) => {
      // the row itself has what was found, when and by which source; a hundred thousand audit rows would add nothing
      await pauseAudit(manager, 'verification');
      await manager.query(sql.WRITE, [days, JSON.stringify(verdicts)]);
      await manager.query(sql.SETTLE_WISHES, [JSON.stringify(verdicts.map(({ id, retryIn }) => ({ id, retryIn })))]);
    });
  }
}

function domainOf(email: string | null): string | null {
  if (email === null) return null;
  const address = readAddress(email);
  return 'problem' in address || address.literal ? null : address.domain;
}

async function verdictOn(
  { id, email, emailKey, phone }: Claimed,
  route: (domain: string) => Promise<MailRoute>,
  routes: Map<string, Route>,
) {
  const mail = email === null ? null : await judgeEmail(email, route);
  const number = phone === null ? null : judgePhone(phone);
  return {
    id,
    emailKey,
    phone,
    emailState: mail?.state ?? null,
    emailReason: mail?.reason ?? null,
    emailSuggestion: mail?.suggestion ?? null,
    phoneState: number?.state ?? null,
    phoneReason: number?.reason ?? null,
    phoneType: number?.type ?? null,
    retryIn: routes.get(domainOf(email) ?? '')?.retryIn ?? null,
  };
}
