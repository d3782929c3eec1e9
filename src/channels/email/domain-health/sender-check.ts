import { randomUUID } from 'node:crypto';
import { domainToASCII } from 'node:url';
import { Injectable } from '@nestjs/common';
import { Clock, Config, Settings, Vault } from '../../../platform/index.js';
import { CHANNEL_SETTINGS } from '../../channel.settings.js';
import type { Authentication } from '../../inbound/authentication/authentication.js';
import { MailAuthentication } from '../../inbound/authentication/mail-authentication.js';
import { Links } from '../../pages/links.js';
import { withFooter } from '../footer.js';
import { listUnsubscribe } from '../list-unsubscribe.js';
import { Health } from '../senders/health.js';
import type { MailSender } from '../senders/sender.entity.js';
import { DKIM_KEY } from '../senders/senders.js';
import { Transports } from '../senders/transports.js';
import { SmtpTransport } from '../smtp.transport.js';
import { ReturnAddresses } from '../verp.js';
import { capturedLines, domainLines } from './domain-lines.js';
import type { HealthLine } from './line.js';
import { Lookups } from './lookups.js';
import type { SampleMail } from './mail-content.js';
import { probeServer } from './server.js';

/** Finds out what one sender's domain, server and mails are like. */
@Injectable()
export class SenderCheck {
  constructor(
    private readonly config: Config,
    private readonly transports: Transports,
    private readonly vault: Vault,
    private readonly links: Links,
    private readonly addresses: ReturnAddresses,
    private readonly authentication: MailAuthentication,
    private readonly health: Health,
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  async lines(sender: MailSender): Promise<HealthLine[]> {
    const { transport } = (await this.transports.of(sender.id))!;
    if (!(transport instanceof SmtpTransport)) return capturedLines();
    const domain = domainOf(sender.address);
    const lookups = new Lookups(this.config.dns);
    try {
      const isOwn = (host: string) => host === domain || host.endsWith(`.${domain}`);
      const [server, sample, weeks, asks] = await Promise.all([
        probeServer(transport.server, isOwn),
        this.sample(sender, transport),
        this.health.weeks([sender.id]),
        this.settings.get(CHANNEL_SETTINGS.checkBlockLists),
      ]);
      const facts = {
        domain,
        returnDomain: domainOf(sender.bounceAddress ?? sender.address),
        server,
        dkim: this.dkimOf(sender, domain),
        sample: sample instanceof Error ? null : sample,
        verify: async (): Promise<Authentication> =>
          sample instanceof Error
            ? { result: 'fail', evidence: sample.message }
            : this.authentication.of(sample.raw, {
                author: sender.address.toLowerCase(),
                trustedAuthservId: null,
                whole: true,
              }),
        asksBlockLists: asks === 1 && this.config.dns !== 'none',
        week: weeks.get(sender.id)!,
      };
      return await domainLines(facts, lookups);
    } finally {
      lookups.close();
    }
  }

  private dkimOf({ dkimKeySealed, dkimDomain, dkimSelector }: MailSender, domain: string) {
    if (!dkimKeySealed) return null;
    const privateKey = this.vault.open(DKIM_KEY, dkimKeySealed);
    return { domain: dkimDomain ? asciiOf(dkimDomain) : domain, selector: dkimSelector!, privateKey };
  }

  /** A mail with all that the outbox adds to what a template says, made and not sent; the error of a key that cannot sign. */
  private async sample(sender: MailSender, transport: SmtpTransport): Promise<SampleMail | Error> {
    const { name, address, replyTo, bounceAddress, postalAddress } = sender;
    const dispatchId = randomUUID();
    const stop = this.links.url('stop', dispatchId, await this.clock.now());
    const { text } = withFooter({ text: 'Hello', html: null }, { stop, postalAddress, language: null });
    const answersTo = replyTo ?? address;
    const message = {
      messageId: `<${dispatchId}@${domainOf(address)}>`,
      from: { name, address },
      to: { name: '', address },
      replyTo,
      returnPath: bounceAddress ? this.addresses.of(bounceAddress, dispatchId) : null,
      subject: 'Check of the domain',
      text,
      html: null,
      references: [],
      headers: {
        ...listUnsubscribe(this.addresses, { dispatchId, stop, bounceAddress, answersTo }),
        'Auto-Submitted': 'auto-generated',
      },
    };
    try {
      return { raw: await transport.compose(message), stop, text, postalAddress };
    } catch (error) {
      return error as Error;
    }
  }
}

const asciiOf = (domain: string): string => domainToASCII(domain) || domain.toLowerCase();
const domainOf = (address: string): string => asciiOf(address.slice(address.lastIndexOf('@') + 1));
