import { randomUUID } from 'node:crypto';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { Outbound, Vault } from '../../../platform/index.js';
import { SmtpTransport } from '../smtp.transport.js';
import { Transport, type Handover } from '../transport.js';
import { MailSender } from './sender.entity.js';
import { DKIM_KEY, SMTP_PASSWORD, SMTP_PORTS } from './senders.js';

/** The one-click header counts only where the signature covers it (RFC 8058, 4); nodemailer's own list lacks it. */
const SIGNED =
  'From:Reply-To:Subject:Date:Message-ID:To:MIME-Version:Content-Type:Content-Transfer-Encoding:In-Reply-To:References:List-Unsubscribe:List-Unsubscribe-Post:Auto-Submitted';

/** Milliseconds after which no mail of a batch can still be under way. */
const LONGEST_HANDOVER = 5 * 60_000;

/** How a sender's mails are addressed and sent. */
export interface SenderConnection {
  transport: Transport;
  from: { name: string; address: string };
  replyTo: string | null;
  bounceAddress: string | null;
  postalAddress: string | null;
}

/**
 * One transport for each sender, kept while its settings stay the same; senders without a server share the default one.
 */
@Injectable()
export class Transports implements OnModuleDestroy {
  private readonly open = new Map<string, { revision: number; carriage: SenderConnection }>();

  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly vault: Vault,
    private readonly outbound: Outbound,
    private readonly defaultTransport: Transport,
  ) {}

  /** Null for the default server, in the campaign's name. */
  async of(senderId: string | null): Promise<SenderConnection | null> {
    if (!senderId) return null;
    const sender = await this.source.manager.findOneByOrFail(MailSender, { id: senderId });
    return this.carriage(sender);
  }

  /** One test mail to a colleague, to see the server's answer. */
  async trial(sender: MailSender, to: string): Promise<Handover> {
    const { transport, from, replyTo } = this.carriage(sender);
    return transport.send({
      messageId: `<trial.${randomUUID()}@${from.address.split('@').at(-1)}>`,
      from,
      to: { name: '', address: to },
      replyTo,
      returnPath: null,
      subject: `Trial of ${sender.name}`,
      text: 'This is a trial mail from Overture. If you read it, this sender works.',
      html: null,
      references: [],
      headers: { 'Auto-Submitted': 'auto-generated' },
    });
  }

  private carriage(sender: MailSender): SenderConnection {
    const kept = this.open.get(sender.id);
    if (kept?.revision === sender.revision) return kept.carriage;
    // mails under way finish on the old connections: a pool that is closed at once leaves those that wait in it unknown
    if (kept && kept.carriage.transport !== this.defaultTransport)
      setTimeout(() => void kept.carriage.transport.close(), LONGEST_HANDOVER).unref();
    const carriage: SenderConnection = {
      transport: sender.smtpHost ? this.connect(sender, sender.smtpHost) : this.defaultTransport,
      from: { name: sender.name, address: sender.address },
      replyTo: sender.replyTo,
      bounceAddress: sender.bounceAddress,
      postalAddress: sender.postalAddress,
    };
    this.open.set(sender.id, { revision: sender.revision, carriage });
    return carriage;
  }

  private connect(sender: MailSender, host: string): Transport {
    const { smtpPort, smtpTls, smtpUser, smtpPasswordSealed, dkimKeySealed } = sender;
    return new SmtpTransport({
      host,
      port: smtpPort!,
      tls: smtpTls,
      ...(smtpUser ? { user: smtpUser } : {}),
      ...(smtpPasswordSealed ? { password: this.vault.open(SMTP_PASSWORD, smtpPasswordSealed) } : {}),
      dkim: dkimKeySealed
        ? {
            domainName: sender.dkimDomain ?? sender.address.split('@').at(-1)!,
            keySelector: sender.dkimSelector!,
            privateKey: this.vault.open(DKIM_KEY, dkimKeySealed),
            headerFieldNames: SIGNED,
          }
        : null,
      connect: (name, port) => this.outbound.connect(name, port, SMTP_PORTS),
    });
  }

  async onModuleDestroy(): Promise<void> {
    const own = [...this.open.values()]
      .map(({ carriage }) => carriage.transport)
      .filter((each) => each !== this.defaultTransport);
    await Promise.allSettled(own.map((transport) => transport.close()));
  }
}
