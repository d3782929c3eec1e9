import type { ImapFlow } from 'imapflow';
import type { DataSource } from 'typeorm';
import { row } from '../../platform/index.js';
import type { Arrivals } from './arrivals.js';
import { imapProblem } from './imap.js';
import type { Mailboxes } from './mailboxes.js';

const SHORTEST_PAUSE = 1_000;
const LONGEST_PAUSE = 5 * 60_000;
/** How often the row is read, and the folder where a server does not notify of new mail. */
const LOOK = 5_000;
const LARGEST_MAIL = 60 * 1024 * 1024;

interface MailboxRow {
  folder: string;
  revision: number;
  uidValidity: string | null;
  lastUid: string;
}

/**
 * Listens to one mailbox until it is stopped: takes what has come since the last UID, one after the other, then waits
 * for more. What a death cuts short is fetched again by the next listener, and the mail's hash keeps it from doubling.
 */
export class Listener {
  private stopped = false;
  private client: ImapFlow | null = null;
  private wake: () => void = () => undefined;
  private failures = 0;
  readonly ended: Promise<void>;

  constructor(
    private readonly mailboxId: string,
    private readonly source: DataSource,
    private readonly mailboxes: Mailboxes,
    private readonly arrivals: Arrivals,
  ) {
    this.ended = this.run();
  }

  /** Finishes the mail in hand. */
  async stop(): Promise<void> {
    this.stopped = true;
    this.wake();
    // nothing is being read: the line may go at once
    await Promise.race([this.ended, new Promise((resolve) => setTimeout(resolve, 3_000).unref())]);
    this.client?.close();
    await this.ended;
  }

  private async run(): Promise<void> {
    while (!this.stopped) {
      let password = '';
      try {
        const address = await this.mailboxes.address(this.mailboxId);
        const standing = await this.standing();
        if (!address || !standing) return;
        password = address.password;
        this.client = await this.mailboxes.client(address);
        await this.client.connect();
        await this.listen(this.client, standing);
        this.failures = 0;
      } catch (error) {
        this.failures += 1;
        await this.note('failing', imapProblem(error, password || '\0')).catch(() => undefined);
      } finally {
        this.client?.close();
        this.client = null;
      }
      if (!this.stopped && this.failures > 0)
        await this.pause(Math.min(SHORTEST_PAUSE * 2 ** (this.failures - 1), LONGEST_PAUSE));
    }
  }

  /** Until it is stopped, the row is changed, or the line breaks. */
  private async listen(client: ImapFlow, { folder, revision, ...from }: MailboxRow): Promise<void> {
    client.on('exists', () => this.wake());
    client.on('close', () => this.wake());
    const { uidValidity } = await client.mailboxOpen(folder, { readOnly: true });
    let last = from.uidValidity === String(uidValidity) ? Number(from.lastUid) : 0;
    if (last === 0) await this.startOver(String(uidValidity));
    await this.note('listening', null);
    while (!this.stopped) {
      if (!client.usable) throw new Error('the connection ended');
      last = await this.takeAfter(client, last);
      this.failures = 0;
      if (this.stopped) return;
      await this.pause(LOOK);
      const now = await this.standing();
      if (now?.revision !== revision) return;
      if (client.usable) await client.noop();
    }
  }

  private async takeAfter(client: ImapFlow, last: number): Promise<number> {
    // "n:*" answers with the last mail also where n lies beyond it
    const found = (await client.search({ uid: `${last + 1}:*` }, { uid: true })) || [];
    const uids = found.filter((uid) => uid > last).sort((a, b) => a - b);
    let newest = last;
    for (const uid of uids) {
      if (this.stopped) break;
      const mail = await client.fetchOne(uid, { source: { maxLength: LARGEST_MAIL } }, { uid: true });
      // throws only where the database is away: then it is fetched again. One that stops its reader is kept and passed
      // by; one that was deleted in the mailbox meanwhile is skipped.
      if (mail && mail.source) await this.arrivals.take(mail.source, `mailbox:${this.mailboxId}`, this.mailboxId);
      newest = uid;
      await this.remember(newest);
    }
    if (newest > last) await this.note('listening', null);
    return newest;
  }

  private standing(): Promise<MailboxRow | undefined> {
    return row<MailboxRow>(this.source, SELECT_MAILBOX, [this.mailboxId]);
  }

  private async startOver(uidValidity: string): Promise<void> {
    await this.source.query('UPDATE mailbox SET uid_validity = $2, last_uid = 0 WHERE id = $1', [
      this.mailboxId,
      uidValidity,
    ]);
  }

  private async remember(uid: number): Promise<void> {
    await this.source.query('UPDATE mailbox SET last_uid = greatest(last_uid, $2) WHERE id = $1', [
      this.mailboxId,
      uid,
    ]);
  }

  private async note(state: 'listening' | 'failing', problem: string | null): Promise<void> {
    await this.source.query('UPDATE mailbox SET state = $2, last_error = $3, checked_at = app_now() WHERE id = $1', [
      this.mailboxId,
      state,
      problem,
    ]);
  }

  private pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
      if (this.stopped) this.wake();
    });
  }
}

const SELECT_MAILBOX = `
SELECT folder, revision, uid_validity, last_uid FROM mailbox WHERE id = $1 AND active`;
