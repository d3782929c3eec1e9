import type { Reason } from '../../../../libs/mail/index.js';
import { TAG_HEADER } from '../message-tag.js';
import {
  classOfParts,
  known,
  listIn,
  momentIn,
  textIn,
  toldEvent,
  within,
  type ProviderEventKind,
  type ToldEvent,
} from '../told-event.js';

/**
 * The events in one message of SES: one for each recipient that it names. `id`: of the SNS message. SES gives bounces and
 * complaints an id of their own, under which they come once by each way that is switched on.
 */
export function eventsOfSes(message: unknown, id: string, receivedAt: Date): ToldEvent[] {
  const type = textIn(message, 'eventType') || textIn(message, 'notificationType');
  const part = within(message, known(PARTS, type) ?? '');
  const kind = kindOf(type, part);
  const recipients = recipientsIn(message, part);
  return recipients.map((about, at): ToldEvent => {
    const words = textIn(about, 'diagnosticCode') || textIn(part, 'smtpResponse') || textIn(part, 'reason');
    const [name, subtype] = classIn(type, part);
    return toldEvent({
      eventId: `${textIn(part, 'feedbackId') || id}${at > 0 ? `#${at}` : ''}`,
      kind,
      occurredAt: momentIn(textIn(part, 'timestamp') || textIn(message, 'mail', 'timestamp'), receivedAt),
      names: namesIn(message),
      recipient: textIn(about, 'emailAddress'),
      providerClass: classOfParts(name, subtype),
      category: type === 'Reject' ? 'virusdetected' : (known(CATEGORIES, `${name}/${subtype}`) ?? null),
      temporary: name === 'Transient',
      status: /^\d\.\d{1,3}\.\d{1,3}$/.exec(textIn(about, 'status'))?.[0] ?? null,
      words: words.replace(/^smtp; */i, ''),
      userAgent: textIn(part, 'userAgent'),
    });
  });
}

/** Where the facts of each type stand. */
const PARTS: Record<string, string> = {
  Bounce: 'bounce',
  Complaint: 'complaint',
  Delivery: 'delivery',
  DeliveryDelay: 'deliveryDelay',
  Reject: 'reject',
  Open: 'open',
  Click: 'click',
  Subscription: 'subscription',
};

function kindOf(type: string, part: unknown): ProviderEventKind {
  if (type === 'Complaint' && textIn(part, 'complaintFeedbackType') === 'not-spam') return 'other';
  // SES did not even try: the person's wish is known to it only
  if (type === 'Bounce' && textIn(part, 'bounceSubType') === 'UnsubscribedRecipient') return 'unsubscribed';
  if (type === 'Subscription') return leaves(part) ? 'unsubscribed' : 'other';
  return known(KINDS, type) ?? 'other';
}

const KINDS: Record<string, ProviderEventKind> = {
  Bounce: 'bounced',
  Complaint: 'complained',
  Delivery: 'delivered',
  DeliveryDelay: 'deferred',
  // it holds a virus, and was not sent
  Reject: 'bounced',
  Open: 'opened',
  Click: 'clicked',
};

const leaves = (part: unknown): boolean =>
  within(part, 'newTopicPreferences', 'unsubscribeAll') === true ||
  listIn(part, 'newTopicPreferences', 'topicSubscriptionStatus').some(
    (topic) => textIn(topic, 'subscriptionStatus') === 'OptOut',
  );

function classIn(type: string, part: unknown): [string, string] {
  if (type === 'Bounce') return [textIn(part, 'bounceType'), textIn(part, 'bounceSubType')];
  if (type === 'DeliveryDelay') return [textIn(part, 'delayType'), ''];
  if (type === 'Complaint') return [textIn(part, 'complaintFeedbackType'), textIn(part, 'complaintSubType')];
  return ['', ''];
}

/** `General` and `Undetermined` are too broad: there the server's words decide. */
const CATEGORIES: Record<string, Reason> = {
  'Permanent/NoEmail': 'userunknown',
  'Permanent/Suppressed': 'suspend',
  'Permanent/OnAccountSuppressionList': 'suspend',
  'Transient/MailboxFull': 'mailboxfull',
  'Transient/MessageTooLarge': 'mesgtoobig',
  'Transient/ContentRejected': 'contenterror',
  'Transient/AttachmentRejected': 'contenterror',
};

/** A mail of ours has one recipient; a delivery names it as a text. */
function recipientsIn(message: unknown, part: unknown): unknown[] {
  const named = ['bouncedRecipients', 'complainedRecipients', 'delayedRecipients'].flatMap((name) =>
    listIn(part, name),
  );
  if (named.length > 0) return named.slice(0, 50);
  const [first = textIn(message, 'mail', 'destination')] = [
    ...listIn(part, 'recipients'),
    ...listIn(message, 'mail', 'destination'),
  ];
  return [{ emailAddress: first }];
}

/** What stands in the headers is as we sent it; `mail.messageId` is of SES. */
function namesIn(message: unknown): string[] {
  const headers = listIn(message, 'mail', 'headers');
  const named = (wanted: string): string[] =>
    headers
      .filter((header) => textIn(header, 'name').toLowerCase() === wanted)
      .map((header) => textIn(header, 'value'));
  return [
    ...named(TAG_HEADER.toLowerCase()),
    ...named('message-id'),
    textIn(message, 'mail', 'commonHeaders', 'messageId'),
  ];
}
