import { verify } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AddressRefused, Outbound, Unavailable } from '../../../platform/index.js';
import { known, textIn } from '../told-event.js';
import {
  EventRefused,
  EventUnreadable,
  parsed,
  type ProviderKey,
  type ProviderRequest,
  type Received,
} from './provider.js';
import { eventsOfSes } from './ses.js';
import { SnsAddresses, SnsCertificates } from './sns-certificates.js';

class SubscriptionNotConfirmed extends Unavailable {}

/** SNS tries for up to an hour, and longer where a topic says so. */
const TOLERANCE = 24 * 3_600_000;

export const TOPIC =
  /^arn:aws(?:-[a-z]{2,10})*:sns:([a-z]{2}(?:-[a-z]{2,12})+-\d{1,2}):\d{12}:[\w-]{1,256}(?:\.fifo)?$/;

/** What is signed, in this order. */
const SIGNED: Record<string, string[]> = {
  Notification: ['Message', 'MessageId', 'Subject', 'Timestamp', 'TopicArn', 'Type'],
  SubscriptionConfirmation: ['Message', 'MessageId', 'SubscribeURL', 'Timestamp', 'Token', 'TopicArn', 'Type'],
  UnsubscribeConfirmation: ['Message', 'MessageId', 'SubscribeURL', 'Timestamp', 'Token', 'TopicArn', 'Type'],
};
const HASHES: Record<string, string> = { 1: 'sha1', 2: 'sha256' };

/** Amazon SES through SNS: signed by a certificate that SNS publishes. */
@Injectable()
export class SnsMessages {
  constructor(
    private readonly outbound: Outbound,
    private readonly certificates: SnsCertificates,
    private readonly addresses: SnsAddresses,
  ) {}

  readonly receive = async ({ body, receivedAt }: ProviderRequest, { topic }: ProviderKey): Promise<Received> => {
    const message = parsed(body);
    const region = TOPIC.exec(topic ?? '')?.[1] ?? '';
    // before anything is fetched
    if (!topic || textIn(message, 'TopicArn') !== topic)
      throw new EventRefused('The message is not of the topic of this connection.');
    await this.assertSigned(message, region);
    const sentAt = Date.parse(textIn(message, 'Timestamp'));
    if (!(Math.abs(receivedAt.getTime() - sentAt) < TOLERANCE))
      throw new EventRefused('The message is older than a day, or from the future.');
    switch (textIn(message, 'Type')) {
      case 'SubscriptionConfirmation':
        await this.confirm(textIn(message, 'SubscribeURL'), region);
        return { events: [], subscribed: true };
      case 'Notification':
        return { events: notified(message, receivedAt) };
      default:
        return { events: [] };
    }
  };

  private async assertSigned(message: unknown, region: string): Promise<void> {
    const fields = known(SIGNED, textIn(message, 'Type'));
    const hash = known(HASHES, textIn(message, 'SignatureVersion'));
    const signature = textIn(message, 'Signature');
    if (!fields || !hash || !signature) throw new EventRefused('The request is not signed as Amazon SNS signs it.');
    const key = await this.certificates.keyAt(textIn(message, 'SigningCertURL'), region);
    const text = fields.map((name) => signedField(message, name)).join('');
    if (!verify(hash, Buffer.from(text), key, Buffer.from(signature, 'base64')))
      throw new EventRefused('The signature does not fit the certificate.');
  }

  /** Of the topic that an administrator named, and only at SNS itself. */
  private async confirm(url: string, region: string): Promise<void> {
    if (!this.addresses.of(url, region)) throw new EventRefused('The address to confirm is not one of Amazon SNS.');
    const { status } = await this.outbound.get(url).catch((error: Error) => {
      if (error instanceof AddressRefused) throw new EventRefused(error.message);
      throw new SubscriptionNotConfirmed(`Amazon SNS could not be reached to confirm: ${error.message}`);
    });
    if (status !== 200) throw new SubscriptionNotConfirmed(`Amazon SNS answered ${status} to the confirmation.`);
  }
}

/** As it stands in the message, untrimmed; a subject that is missing is left out. */
function signedField(message: unknown, name: string): string {
  const value = (message as Record<string, unknown>)[name];
  return typeof value === 'string' ? `${name}\n${value}\n` : '';
}

function notified(message: unknown, receivedAt: Date): Received['events'] {
  const inner = textIn(message, 'Message');
  // what SES sends once to try the topic
  if (inner.startsWith('Successfully validated SNS topic')) return [];
  let event: unknown;
  try {
    event = JSON.parse(inner);
  } catch {
    throw new EventUnreadable('The message holds no event of Amazon SES.');
  }
  return eventsOfSes(event, textIn(message, 'MessageId'), receivedAt);
}
