import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { judgeEvent, UNREAD_MAIL, type MailReading } from '../../../libs/mail/index.js';
import { row } from '../../platform/index.js';
import { Throttle } from '../email/senders/throttle.js';
import { InboundActions } from '../inbound/inbound-actions.js';
import type { Match } from '../inbound/matching.js';
import { isMachine } from './machines.js';
import { tagOf } from './message-tag.js';
import type { ProviderEvent, ProviderEventState, ProviderName } from './provider-event.entity.js';
import * as sql from './provider-event-worker.sql.js';

export type DueEvent = Pick<
  ProviderEvent,
  | 'id'
  | 'connectionId'
  | 'kind'
  | 'names'
  | 'recipient'
  | 'category'
  | 'temporary'
  | 'status'
  | 'words'
  | 'userAgent'
  | 'machine'
  | 'occurredAt'
> & { provider: ProviderName; senderIds: string[]; fresh: boolean };

export interface NamedMessage {
  dispatchId: string;
  enrolmentId: string;
  contactId: string;
  recipient: string | null;
  senderId: string | null;
  state: string;
  sentAt: Date | null;
  deliveredAt: Date | null;
  complained: boolean;
  unsubscribed: boolean;
}

export interface EventOutcome {
  /** `later`: the message is being sent right now */
  state: Exclude<ProviderEventState, 'new'> | 'later';
  reason: string | null;
  message: NamedMessage | null;
  machine: boolean;
}

/** Said by the provider itself, over a signed request. */
const SIGNED_BY_PROVIDER = { result: 'pass', evidence: 'signed by the provider' } as const;

/**
 * What an event of a provider does. Bounces, complaints and opt-outs do what a mail of that meaning does: they are put
 * into its terms and go the same way. In the caller's transaction.
 */
@Injectable()
export class ProviderEventActions {
  constructor(
    private readonly inbound: InboundActions,
    private readonly throttle: Throttle,
  ) {}

  async carryOut(manager: EntityManager, event: DueEvent): Promise<EventOutcome> {
    const outcome = (
      state: EventOutcome['state'],
      reason: string | null = null,
      message: NamedMessage | null = null,
    ): EventOutcome => ({ state, reason, message, machine: event.machine });
    if (event.kind === 'other') return outcome('dismissed', 'Nothing follows from events of this kind.');
    const message = await this.named(manager, event.names);
    if (!message) return outcome('unmatched', 'It names no message of ours.');
    if (event.senderIds.length > 0 && !event.senderIds.includes(message.senderId ?? ''))
      return outcome('unmatched', 'It names a message of a sender that this connection does not cover.');
    // its own report comes within seconds
    if (message.state === 'sending' && event.fresh) return outcome('later');
    const nothing = whyNothing(event, message);
    if (nothing) return outcome('dismissed', nothing, message);
    if (event.kind === 'opened' || event.kind === 'clicked') {
      const deliveredAt = message.deliveredAt ?? message.sentAt;
      return { ...outcome('handled', null, message), machine: isMachine({ ...event, deliveredAt }) };
    }
    if (event.kind === 'deferred')
      await this.throttle.deferred(manager, message.senderId, message.recipient ?? '', event.words);
    else
      await this.inbound.carryOut(
        manager,
        asMail(event, message),
        matchOf(message),
        SIGNED_BY_PROVIDER,
        `provider:${event.connectionId}`,
      );
    return outcome('handled', null, message);
  }

  private async named(manager: EntityManager, names: string[]): Promise<NamedMessage | null> {
    for (const name of names) {
      const tag = tagOf(name);
      const found = tag && (await row<NamedMessage>(manager, sql.MESSAGE, [tag.slice(0, 36), tag]));
      if (found) return found;
    }
    return null;
  }
}

/** Of an event that changes nothing any more, or that cannot be true. */
function whyNothing({ kind }: DueEvent, { state, complained, unsubscribed }: NamedMessage): string | null {
  if (state === 'queued' || state === 'failed' || state === 'suppressed')
    return `The message is ${state}: it did not leave by this provider.`;
  if (kind === 'bounced' && state === 'bounced') return 'The message had bounced already.';
  if (kind === 'delivered' && state === 'bounced') return 'The message bounced: that it was delivered changes nothing.';
  if (kind === 'delivered' && state === 'delivered') return 'The message was delivered already.';
  if (kind === 'complained' && complained) return 'The message was complained about already.';
  if (kind === 'unsubscribed' && unsubscribed) return 'The person had opted out already.';
  return null;
}

const matchOf = ({ dispatchId, enrolmentId, contactId, recipient }: NamedMessage): Match => ({
  dispatchId,
  enrolmentId,
  contactId,
  recipient,
  matchedBy: 'thread',
  guessed: false,
  verifiedBy: 'thread',
});

/** The event as the mail that would have said the same. */
function asMail({ kind, provider, occurredAt, ...event }: DueEvent, message: NamedMessage): MailReading {
  const recipient = event.recipient || message.recipient;
  switch (kind) {
    case 'bounced':
      return { ...UNREAD_MAIL, kind: 'bounce', returned: [judgeEvent({ ...event, recipient })] };
    case 'complained':
      return {
        ...UNREAD_MAIL,
        kind: 'complaint',
        complaint: {
          feedbackType: 'abuse',
          recipient,
          userAgent: NAMES[provider],
          arrivedAt: occurredAt.toISOString(),
        },
      };
    case 'unsubscribed':
      return {
        ...UNREAD_MAIL,
        kind: 'opt_out',
        wish: 'stop',
        replyText: `Unsubscribed at ${NAMES[provider]}.`,
      };
    default: {
      const delivered = judgeEvent({ ...event, recipient, category: null });
      return { ...UNREAD_MAIL, returned: [{ ...delivered, action: 'delivered' }] };
    }
  }
}

const NAMES: Record<ProviderName, string> = {
  ses: 'Amazon SES',
  sendgrid: 'SendGrid',
  postmark: 'Postmark',
  mailgun: 'Mailgun',
};
