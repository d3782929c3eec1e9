import { createHmac, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Config, Invalid } from '../../platform/index.js';

export type Purpose = 'respond' | 'stop';
const PURPOSES: Purpose[] = ['respond', 'stop'];
const SIGNATURE_BYTES = 18;
const VALID_DAYS = 400;
const DAY = 86_400_000;

class LinkBroken extends Invalid {}
class LinkTooOld extends Invalid {}

/**
 * Public links: `key id, purpose, enrolment, expiry` and an HMAC over them, in the URL's own alphabet. No personal data
 * in it, nothing to guess, and a page that was forwarded still works.
 */
@Injectable()
export class Links {
  private known: Map<number, Buffer> | undefined;

  constructor(private readonly config: Config) {}

  // a command that makes no link needs no secret
  private get keys(): Map<number, Buffer> {
    return (this.known ??= this.config.linkKeys);
  }

  url(purpose: Purpose, enrolmentId: string, now: Date): string {
    const payload = Buffer.alloc(22);
    payload.writeUInt8(Math.max(...this.keys.keys()), 0);
    payload.writeUInt8(PURPOSES.indexOf(purpose), 1);
    Buffer.from(enrolmentId.replaceAll('-', ''), 'hex').copy(payload, 2);
    payload.writeUInt32BE(Math.floor((now.getTime() + VALID_DAYS * DAY) / 1000), 18);
    return `${this.config.publicUrl}/r/${Buffer.concat([payload, this.sign(payload)!]).toString('base64url')}`;
  }

  /** Null for a link that `read` refuses. */
  purposeOf(token: string, now: Date): Purpose | null {
    try {
      return this.read(token, now).purpose;
    } catch {
      return null;
    }
  }

  /** @throws LinkBroken for whatever we did not sign, LinkTooOld for what we signed long ago. */
  read(token: string, now: Date): { purpose: Purpose; enrolmentId: string } {
    const bytes = Buffer.from(token, 'base64url');
    const payload = bytes.subarray(0, 22);
    const whole = bytes.length === 22 + SIGNATURE_BYTES && bytes.toString('base64url') === token;
    const signature = whole && this.sign(payload);
    if (!signature || !timingSafeEqual(bytes.subarray(22), signature))
      throw new LinkBroken('This link is broken. Please use the link as it stands in the mail.');
    if (payload.readUInt32BE(18) * 1000 < now.getTime())
      throw new LinkTooOld('This link is too old. Please answer the mail instead.');
    const hex = payload.subarray(2, 18).toString('hex');
    return {
      purpose: PURPOSES[payload.readUInt8(1)]!,
      enrolmentId: hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'),
    };
  }

  /** By the key that the payload names; undefined where it is retired, or never was. */
  private sign(payload: Buffer): Buffer | undefined {
    const key = this.keys.get(payload.readUInt8(0));
    if (!key) return undefined;
    return createHmac('sha256', key).update('overture link ').update(payload).digest().subarray(0, SIGNATURE_BYTES);
  }
}
