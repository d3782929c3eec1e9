import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { ImapFlow } from 'imapflow';
import type { DataSource, EntityManager } from 'typeorm';
import {
  assertRevision,
  Conflict,
  Invalid,
  isLoopback,
  NotFound,
  Outbound,
  row,
  touched,
  Vault,
} from '../../platform/index.js';
import { IMAP_PORTS, imapClient, imapProblem, PASSWORD_IN_CLEAR, type ImapAddress } from './imap.js';
import { Mailbox, type Tls } from './mailbox.entity.js';

class MailboxNotFound extends NotFound {}
class PasswordNeeded extends Invalid {}
class ServerRefused extends Invalid {}
class MailboxUsed extends Conflict {}

const PURPOSE = 'password of a mailbox';

export interface MailboxFacts {
  name: string;
  host: string;
  port: number;
  tls: Tls;
  username: string;
  password: string;
  folder: string;
  trustedAuthservId: string | null;
  active: boolean;
}

export interface Checked {
  works: boolean;
  /** mails in the folder; null where it does not work */
  messages: number | null;
  problem: string | null;
}

/** The mailboxes that administrators enter. A password is sealed, and opened for IMAP only. */
@Injectable()
export class Mailboxes {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly vault: Vault,
    private readonly outbound: Outbound,
  ) {}

  async get(id: string, manager: EntityManager = this.source.manager): Promise<Mailbox> {
    const mailbox = await manager.findOneBy(Mailbox, { id });
    if (!mailbox) throw new MailboxNotFound('There is no such mailbox.');
    return mailbox;
  }

  async create(manager: EntityManager, { password, ...facts }: MailboxFacts, by: string): Promise<Mailbox> {
    this.assertServer(facts);
    const { identifiers } = await manager.insert(Mailbox, {
      ...facts,
      passwordSealed: this.vault.seal(PURPOSE, password),
      createdBy: by,
    });
    return this.get(identifiers[0]!.id as string, manager);
  }

  /** A stored password is never sent to another server: changing the server requires the password again. */
  async change(manager: EntityManager, id: string, read: number, changes: Partial<MailboxFacts>): Promise<Mailbox> {
    const before = await manager.findOne(Mailbox, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (!before) throw new MailboxNotFound('There is no such mailbox.');
    assertRevision(before, read);
    const { password, ...facts } = changes;
    const moved = (['host', 'port', 'tls', 'username'] as const).some(
      (name) => facts[name] !== undefined && facts[name] !== before[name],
    );
    if (moved && !password) {
      const message = 'Enter the password again: it goes to another server or user now.';
      throw new PasswordNeeded(message, [{ field: 'password', code: 'required', message }]);
    }
    if (moved) this.assertServer({ ...before, ...facts });
    // another folder or account counts its mails anew
    const anew = moved || (facts.folder !== undefined && facts.folder !== before.folder);
    await manager.update(
      Mailbox,
      { id },
      {
        ...facts,
        ...(password ? { passwordSealed: this.vault.seal(PURPOSE, password) } : {}),
        ...(anew ? { uidValidity: null, lastUid: '0' } : {}),
        revision: read + 1,
        updatedAt: () => 'app_now()',
      },
    );
    return this.get(id, manager);
  }

  /** @throws MailboxUsed where mail came through it: where a mail came from must not be forgotten */
  async remove(manager: EntityManager, id: string): Promise<void> {
    // locked: a mail that arrives now waits, and finds it gone
    await row(manager, 'SELECT FROM mailbox WHERE id = $1 FOR UPDATE', [id]);
    if (await row(manager, 'SELECT FROM inbound_mail WHERE mailbox_id = $1 LIMIT 1', [id]))
      throw new MailboxUsed('Mail came through this mailbox. Switch it off instead: it is not read any more.');
    if ((await touched(manager, 'DELETE FROM mailbox WHERE id = $1', [id])) === 0)
      throw new MailboxNotFound('There is no such mailbox.');
  }

  /** Connects, signs in and opens the folder; changes nothing there, nor here. */
  async check(id: string): Promise<Checked> {
    const { folder } = await this.get(id);
    const address = await this.address(id);
    let client: ImapFlow | undefined;
    try {
      client = await this.client(address!);
      await client.connect();
      const { exists } = await client.mailboxOpen(folder, { readOnly: true });
      return { works: true, messages: exists, problem: null };
    } catch (error) {
      return { works: false, messages: null, problem: imapProblem(error, address!.password) };
    } finally {
      client?.close();
    }
  }

  client(address: ImapAddress): Promise<ImapFlow> {
    return imapClient(address, this.outbound);
  }

  private assertServer({ host, port, tls }: Pick<MailboxFacts, 'host' | 'port' | 'tls'>): void {
    const refuse = (field: string, message: string) =>
      new ServerRefused(message, [{ field, code: 'not_allowed', message }]);
    try {
      this.outbound.assertServer(host, port, IMAP_PORTS);
    } catch (error) {
      throw refuse(IMAP_PORTS.includes(port) ? 'host' : 'port', (error as Error).message);
    }
    if (tls === 'none' && !isLoopback(host)) throw refuse('tls', PASSWORD_IN_CLEAR);
  }

  /** Where to connect to, with the password in clear; null where the mailbox is gone or switched off. */
  async address(id: string): Promise<ImapAddress | null> {
    const found = await row<Omit<ImapAddress, 'password'> & { sealed: string }>(
      this.source,
      'SELECT host, port, tls, username, password_sealed AS sealed FROM mailbox WHERE id = $1',
      [id],
    );
    if (!found) return null;
    const { sealed, ...address } = found;
    return { ...address, password: this.vault.open(PURPOSE, sealed) };
  }
}
