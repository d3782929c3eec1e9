import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Config } from './config.js';
import { Unavailable } from './errors.js';

class SecretUnreadable extends Unavailable {}

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Passwords and keys of other systems, as they lie in the database: AES-256-GCM under a key that follows from
 * OVERTURE_SECRET. `purpose` binds a sealed text to its column, so that one copied into another cannot be opened there.
 */
@Injectable()
export class Vault {
  private readonly keys = new Map<string, Buffer>();

  constructor(private readonly config: Config) {}

  seal(purpose: string, text: string): string {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.key(purpose), nonce);
    const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64');
  }

  /** @throws SecretUnreadable when it was sealed under another OVERTURE_SECRET or for another purpose */
  open(purpose: string, sealed: string): string {
    const bytes = Buffer.from(sealed, 'base64');
    try {
      const cipher = createDecipheriv('aes-256-gcm', this.key(purpose), bytes.subarray(0, NONCE_BYTES));
      cipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
      return cipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES), undefined, 'utf8') + cipher.final('utf8');
    } catch {
      throw new SecretUnreadable(`A stored ${purpose} cannot be read: OVERTURE_SECRET has changed. Enter it again.`);
    }
  }

  /** A keyed hash of `text`: the same each time, and of no use without OVERTURE_SECRET. */
  pseudonym(purpose: string, text: string): string {
    return createHmac('sha256', this.key(`pseudonym ${purpose}`))
      .update(text, 'utf8')
      .digest('base64url');
  }

  private key(purpose: string): Buffer {
    const known = this.keys.get(purpose);
    if (known) return known;
    const key = Buffer.from(hkdfSync('sha256', this.config.secret, '', `overture vault ${purpose}`, 32));
    this.keys.set(purpose, key);
    return key;
  }
}
