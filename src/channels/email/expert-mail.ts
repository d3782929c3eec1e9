import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { Clock, Config, Shutdown, Every, row, rows, SessionLocks, touched, transaction } from '../../platform/index.js';
import { CLAIM, ORPHAN, OWNERS, REPORT } from './expert-mail.sql.js';
import { Transport, type Message } from './transport.js';

const BATCH = 10;
const MINUTE = 60_000;
const LONGEST_WAIT = 60 * MINUTE;

interface Claimed {
  id: string;
  question: string;
  name: string | null;
  replyAddress: string | null;
  language: string;
  dueAt: Date;
  attempts: number;
  recipient: string;
  expertName: string;
  title: string;
  contactName: string | null;
  contactEmail: string | null;
  organizationName: string | null;
  repName: string | null;
}

interface ExpertMailResult {
  id: string;
  state: 'sent' | 'bounced' | 'unknown' | 'queued';
  response: string;
  retryAt?: Date;
}

/**
 * Tells experts of questions, with the care of every other mail: claimed and committed before anything leaves, under a
 * lock that ends with the batch or the process; what they did not report is unknown, and not sent again before a person
 * decides.
 */
@Injectable()
export class ExpertMail implements OnModuleDestroy {
  private readonly log = new Logger('ExpertMail');
  private turn: Promise<void> = Promise.resolve();

  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly locks: SessionLocks,
    private readonly transport: Transport,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly shutdown: Shutdown,
  ) {}

  @Every('mail-expert-questions', 1_000)
  async send(): Promise<void> {
    this.turn = this.settleOrphans().then(() => this.untilEmpty());
    await this.turn;
  }

  private async untilEmpty(): Promise<void> {
    while (!this.shutdown.begun && (await this.locks.during((key) => this.batch(key))) === BATCH);
  }

  private async batch(key: string): Promise<number> {
    const claimed = await transaction(this.source, 'worker', (manager) => rows<Claimed>(manager, CLAIM, [key, BATCH]));
    if (claimed.length === 0) return 0;
    const now = await this.clock.now();
    const outcomes = await Promise.all(claimed.map((each) => this.handOver(each, key, now)));
    await rows(this.source, REPORT, [JSON.stringify(outcomes), key]);
    return claimed.length;
  }

  private async handOver(claimed: Claimed, key: string, now: Date): Promise<ExpertMailResult> {
    const { id, attempts } = claimed;
    const retryAt = new Date(now.getTime() + Math.min(MINUTE * 2 ** (attempts - 1), LONGEST_WAIT));
    if (!this.locks.holds(key))
      return { id, state: 'queued', response: 'the lock was lost before the handover', retryAt };
    const { result, response } = await this.transport.send(messageOf(claimed, this.config.mailFrom));
    // a question is never given up: it waits for the server, and is listed as open until then
    return result === 'later' ? { id, state: 'queued', response, retryAt } : { id, state: result, response };
  }

  /**
   * Mails without a living worker become unknown. The lock is free: its holder died or gave up, and is not only slow.
   */
  private async settleOrphans(): Promise<void> {
    for (const { key } of await rows<{ key: string }>(this.source, OWNERS)) {
      if (this.locks.holds(key)) continue;
      await transaction(this.source, 'worker', async (manager) => {
        const free = await row<{ free: boolean }>(manager, 'SELECT pg_try_advisory_xact_lock($1) AS free', [key]);
        if (!free?.free) return;
        const settled = await touched(manager, ORPHAN, [key]);
        if (settled > 0) this.log.warn(`${settled} mails to experts of a lost worker are now unknown.`);
      });
    }
  }

  /** Before the transport closes: what is in flight is finished and reported. */
  async onModuleDestroy(): Promise<void> {
    await this.turn.catch(() => undefined);
  }
}

function messageOf(asked: Claimed, from: string): Message {
  const { id, question, recipient, expertName, title, contactName, organizationName, repName, dueAt, language } = asked;
  const who = asked.name ?? contactName ?? 'a reader of the page';
  const replyTo = asked.replyAddress ?? asked.contactEmail;
  const lines = [
    `Dear ${expertName},`,
    `${who}${organizationName ? ` (${organizationName})` : ''} asks about “${title}”:`,
    question,
    replyTo
      ? `Please answer to ${replyTo} by ${dueAt.toISOString().slice(0, 16).replace('T', ' ')} UTC: replying to this mail does.`
      : `There is no address to answer to: please ask the organization’s owner.`,
    ...(contactName && asked.name && asked.name !== contactName ? [`The page was sent to ${contactName}.`] : []),
    ...(language === 'en' ? [] : [`They read the page in the language “${language}”.`]),
    ...(repName ? [`${repName}, who owns this organization, has been informed and need not act.`] : []),
    'When they have their answer, please mark the question as answered in Overture.',
  ];
  return {
    messageId: `<question-${id}@overture>`,
    from: { name: 'Overture', address: from },
    to: { name: expertName, address: recipient },
    replyTo,
    returnPath: null,
    references: [],
    html: null,
    subject: `A question about ${title}`.slice(0, 200),
    text: lines.join('\n\n'),
    headers: { 'Auto-Submitted': 'auto-generated' },
  };
}
