import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import {
  assertRevision,
  Conflict,
  Invalid,
  isLoopback,
  NotFound,
  Outbound,
  row,
  rows,
  Vault,
  type FieldProblem,
} from '../../../platform/index.js';
import { Outbox } from '../../../campaigns/index.js';
import { LONGEST_BOUNCE_LOCAL } from '../verp.js';
import { MailSender, type TlsMode } from './sender.entity.js';

export class SenderNotFound extends NotFound {}
class SenderInvalid extends Invalid {}
class AddressTaken extends Conflict {}
class AddressInUse extends Conflict {}
class CampaignNotFound extends NotFound {}

/** As a user enters them. Passwords and keys are write-only. */
export interface SenderFacts {
  name: string;
  address: string;
  replyTo?: string | null;
  bounceAddress?: string | null;
  postalAddress?: string | null;
  smtpHost?: string | null;
  smtpPort?: number | null;
  smtpTls?: TlsMode;
  smtpUser?: string | null;
  smtpPassword?: string | null;
  dkimDomain?: string | null;
  dkimSelector?: string | null;
  dkimKey?: string | null;
  perMinute?: number;
  perDay?: number;
  warmUpFrom?: string | null;
  warmUpStart?: number;
  warmUpGrowth?: number;
}

/** Of mail servers that take mail from a program. */
export const SMTP_PORTS = [25, 465, 587, 2525];
export const SMTP_PASSWORD = 'smtp password';
export const DKIM_KEY = 'dkim key';

type WholeSender = Omit<Partial<SenderFacts>, 'warmUpGrowth'> &
  Partial<Pick<MailSender, 'smtpPasswordSealed' | 'dkimKeySealed'>>;

@Injectable()
export class Senders {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly vault: Vault,
    private readonly outbound: Outbound,
    private readonly outbox: Outbox,
  ) {}

  async get(id: string, manager: EntityManager = this.source.manager): Promise<MailSender> {
    const sender = await manager.findOneBy(MailSender, { id });
    if (!sender) throw new SenderNotFound('There is no such sender.');
    return sender;
  }

  async create(manager: EntityManager, facts: SenderFacts, by: string): Promise<MailSender> {
    this.assertWhole(facts);
    await assertFree(manager, facts.address, null);
    const { identifiers } = await manager.insert(MailSender, { ...this.columns(facts), createdBy: by } as MailSender);
    return this.get(identifiers[0]!.id as string, manager);
  }

  async change(manager: EntityManager, id: string, read: number, facts: Partial<SenderFacts>): Promise<MailSender> {
    const sender = await manager.findOne(MailSender, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (!sender) throw new SenderNotFound('There is no such sender.');
    assertRevision(sender, read);
    assertSecretsEntered(sender, facts);
    this.assertWhole({ ...sender, ...facts });
    if (facts.address && facts.address.toLowerCase() !== sender.address.toLowerCase()) {
      await assertFree(manager, facts.address, id);
      await assertIdle(manager, id);
    }
    await manager.update(
      MailSender,
      { id },
      { ...this.columns(facts), revision: read + 1, updatedAt: () => 'app_now()' },
    );
    return this.get(id, manager);
  }

  /**
   * Stopping is immediate: queued messages are postponed at their next claim. Starting a stopped sender clears the
   * reason.
   */
  async setState(
    manager: EntityManager,
    id: string,
    state: MailSender['state'],
    reason: string | null,
  ): Promise<MailSender> {
    const before = await row<Pick<MailSender, 'state'>>(manager, 'SELECT state FROM sender WHERE id = $1 FOR UPDATE', [
      id,
    ]);
    await manager.query(UPDATE_SENDER, [id, state, reason]);
    if (state === 'active') {
      if (before?.state === 'stopped') await manager.query(FORGIVE, [id]);
      const campaigns = await rows<{ id: string }>(manager, CAMPAIGNS_OF, [id]);
      await this.outbox.retryDeferred(
        manager,
        campaigns.map((campaign) => campaign.id),
        'no_sender',
      );
    }
    return this.get(id, manager);
  }

  /** The senders of a campaign; none: the default server, in the campaign's name. */
  async assign(manager: EntityManager, campaignId: string, senderIds: string[]): Promise<string[]> {
    if ((await rows(manager, 'SELECT FROM campaign WHERE id = $1 FOR UPDATE', [campaignId])).length === 0)
      throw new CampaignNotFound('There is no such campaign.');
    const known = await rows<{ id: string }>(manager, 'SELECT id FROM sender WHERE id = ANY($1)', [senderIds]);
    if (known.length < new Set(senderIds).size)
      throw new SenderInvalid('One of these senders does not exist.', [
        { field: 'senderIds', code: 'unknown', message: 'name senders of GET /senders' },
      ]);
    await manager.query('DELETE FROM campaign_sender WHERE campaign_id = $1 AND sender_id <> ALL($2)', [
      campaignId,
      senderIds,
    ]);
    await manager.query(INSERT_CAMPAIGN_SENDER, [campaignId, senderIds]);
    return this.of(campaignId, manager);
  }

  async of(campaignId: string, manager: EntityManager = this.source.manager): Promise<string[]> {
    const found = await rows<{ id: string }>(
      manager,
      'SELECT sender_id AS id FROM campaign_sender WHERE campaign_id = $1 ORDER BY sender_id',
      [campaignId],
    );
    return found.map(({ id }) => id);
  }

  /** What only makes sense together. */
  private assertWhole(facts: WholeSender): void {
    const errors: FieldProblem[] = [];
    const note = (field: string, code: string, message: string) => void errors.push({ field, code, message });
    const { smtpHost, smtpPort, smtpTls = 'starttls', dkimSelector, dkimKey } = facts;
    if (smtpHost && !smtpPort) note('smtpPort', 'required', 'give the port of the mail server, for instance 587');
    if (smtpPort && !smtpHost) note('smtpHost', 'required', 'give the mail server that this port is of');
    if (smtpHost && smtpPort)
      try {
        this.outbound.assertServer(smtpHost, smtpPort, SMTP_PORTS);
      } catch (error) {
        note(SMTP_PORTS.includes(smtpPort) ? 'smtpHost' : 'smtpPort', 'not_allowed', (error as Error).message);
      }
    if (smtpTls === 'none' && (facts.smtpPassword ?? facts.smtpPasswordSealed) && !isLoopback(smtpHost ?? ''))
      note('smtpTls', 'password_in_clear', 'a password goes over TLS only: choose tls or starttls, or leave it out');
    const bounceLocal = facts.bounceAddress?.lastIndexOf('@') ?? 0;
    if (bounceLocal > LONGEST_BOUNCE_LOCAL)
      note('bounceAddress', 'too_long', `what stands before the @ has at most ${LONGEST_BOUNCE_LOCAL} characters`);
    const key = dkimKey ?? facts.dkimKeySealed;
    if (key && !dkimSelector)
      note('dkimSelector', 'required', 'give the selector under which the key’s public half stands in DNS');
    if (dkimSelector && !key) note('dkimKey', 'required', 'give the private key that signs');
    if (dkimKey && !/-----BEGIN (RSA )?PRIVATE KEY-----/.test(dkimKey))
      note('dkimKey', 'required', 'give the private key as PEM text, with its BEGIN and END lines');
    if (errors.length > 0) throw new SenderInvalid('The sender is not whole yet.', errors);
  }

  private columns({ smtpPassword, dkimKey, warmUpGrowth, ...plain }: Partial<SenderFacts>): Partial<MailSender> {
    const sealed = (purpose: string, text: string | null) => text && this.vault.seal(purpose, text);
    return {
      ...plain,
      ...(warmUpGrowth === undefined ? {} : { warmUpGrowth: String(warmUpGrowth) }),
      ...(smtpPassword === undefined ? {} : { smtpPasswordSealed: sealed(SMTP_PASSWORD, smtpPassword) }),
      ...(dkimKey === undefined ? {} : { dkimKeySealed: sealed(DKIM_KEY, dkimKey) }),
    };
  }
}

/** $1 sender */
const CAMPAIGNS_OF = `SELECT campaign_id AS id FROM campaign_sender WHERE sender_id = $1`;

/** What stopped it stays counted and shown, and must not stop it once more. $1 sender */
const FORGIVE = `
UPDATE sender_day SET forgiven_sent = sent, forgiven_bounced = bounced, forgiven_complained = complained
 WHERE sender_id = $1 AND day > (app_now() AT TIME ZONE 'UTC')::date - 7`;

/**
 * A stored password goes to the server and user that it was entered for, and to no other: one who may change a sender
 * must not learn it.
 */
function assertSecretsEntered(before: MailSender, facts: Partial<SenderFacts>): void {
  const moved = (['smtpHost', 'smtpPort', 'smtpTls', 'smtpUser'] as const).some(
    (name) => facts[name] !== undefined && facts[name] !== before[name],
  );
  if (!moved || !before.smtpPasswordSealed || facts.smtpPassword !== undefined) return;
  const message = 'Enter the password again, or clear it: it would go to another server or user now.';
  throw new SenderInvalid(message, [{ field: 'smtpPassword', code: 'required', message }]);
}

async function assertFree(manager: EntityManager, address: string, except: string | null): Promise<void> {
  const taken = await rows(
    manager,
    'SELECT FROM sender WHERE lower(address) = lower($1) AND id IS DISTINCT FROM $2::uuid',
    [address, except],
  );
  if (taken.length === 0) return;
  const message = 'another sender has this address';
  throw new AddressTaken(`There is a sender with the address ${address} already.`, {
    errors: [{ field: 'address', code: 'taken', message }],
  });
}

/**
 * A contact knows the sender by its address, and answers to it: the address stays while a campaign is under way.
 */
async function assertIdle(manager: EntityManager, id: string): Promise<void> {
  const underWay = await rows<{ id: string; name: string }>(manager, UNDER_WAY, [id]);
  if (underWay.length === 0) return;
  const campaigns = underWay.length === 1 ? `“${underWay[0]!.name}” writes` : `${underWay.length} campaigns write`;
  const message = `${campaigns} from this address: make another sender and give it to them, or wait until they end`;
  throw new AddressInUse('The address stays while campaigns under way write from it.', {
    errors: [{ field: 'address', code: 'under_way', message }],
    campaigns: underWay,
  });
}

/** $1 sender */
const UNDER_WAY = `
SELECT k.id, k.name FROM campaign_sender s JOIN campaign k ON k.id = s.campaign_id
 WHERE s.sender_id = $1 AND k.state IN ('scheduled', 'running', 'paused', 'in_review') ORDER BY k.name, k.id LIMIT 100`;

const UPDATE_SENDER = `
UPDATE sender
  SET state = $2, state_reason = $3, state_since = app_now(), updated_at = app_now(), revision = revision + 1
  WHERE id = $1 AND state <> $2`;

const INSERT_CAMPAIGN_SENDER = `
INSERT INTO campaign_sender (campaign_id, sender_id) SELECT $1, id FROM unnest($2::uuid[]) id ON CONFLICT DO NOTHING`;
