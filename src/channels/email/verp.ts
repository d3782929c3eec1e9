import { createHmac, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Config } from '../../platform/index.js';

/** What an address says by itself: whose it would be, and whether we made it. `unchecked`: there is no key here. */
export interface ReturnAddress {
  dispatchId: string;
  signature: 'valid' | 'invalid' | 'none' | 'unchecked';
}

/** 16 bytes of the dispatch, 1 of the key's id, 8 of the HMAC: 40 letters, and no letter is left over. */
const DISPATCH = 16;
const SIGNATURE = 8;
const TOKEN = 40;
/** RFC 5321, 4.5.3.1.1 */
const LONGEST_LOCAL = 64;
/** What may stand before the plus. */
export const LONGEST_BOUNCE_LOCAL = LONGEST_LOCAL - TOKEN - 1;

const SIGNED = /^<?[^@\s]{1,64}\+([a-z2-7]{40})@[^@\s]+$/;
/** Of mails that were sent before addresses were signed. */
const UNSIGNED = /^<?[^@\s]{1,64}\+([0-9a-f]{32})@[^@\s]+$/;

/**
 * Variable envelope return paths: a bounce comes back to an address that names the dispatch it is about, whatever is
 * left of the mail it quotes. The HMAC in it shows that the address was made here: `bounces@example.com` becomes
 * `bounces+<40 letters of base32>@example.com`, in lower case because some servers fold the local part.
 */
@Injectable()
export class ReturnAddresses {
  private known: Map<number, Buffer> | null | undefined;

  /** Without a configuration signatures are `unchecked`, and no address can be made. */
  constructor(private readonly config: Pick<Config, 'linkKeys'> | null) {}

  // a command that makes no address needs no secret
  private get keys(): Map<number, Buffer> | null {
    return (this.known ??= this.config?.linkKeys ?? null);
  }

  /** The bounce address itself where its local part leaves no room: its mails are known by their Message-ID. */
  of(bounceAddress: string, dispatchId: string): string {
    const at = bounceAddress.lastIndexOf('@');
    if (at > LONGEST_BOUNCE_LOCAL) return bounceAddress;
    return `${bounceAddress.slice(0, at)}+${this.token(dispatchId)}${bounceAddress.slice(at)}`;
  }

  /** The signed part of the address: it stands in the subject of a List-Unsubscribe too. */
  token(dispatchId: string): string {
    const payload = Buffer.alloc(DISPATCH + 1);
    Buffer.from(dispatchId.replaceAll('-', ''), 'hex').copy(payload);
    payload.writeUInt8(Math.max(...this.keys!.keys()), DISPATCH);
    return toBase32(Buffer.concat([payload, this.sign(payload)!]));
  }

  /** Null for an address that names no dispatch. */
  read(address: string): ReturnAddress | null {
    const text = address.trim().toLowerCase();
    const unsigned = UNSIGNED.exec(text)?.[1];
    if (unsigned) return { dispatchId: uuidOf(unsigned), signature: 'none' };
    const token = SIGNED.exec(text)?.[1];
    return token ? this.readToken(token) : null;
  }

  /** Of a token of 40 letters. */
  readToken(token: string): ReturnAddress {
    const bytes = fromBase32(token);
    const payload = bytes.subarray(0, DISPATCH + 1);
    const dispatchId = uuidOf(payload.toString('hex', 0, DISPATCH));
    if (!this.keys) return { dispatchId, signature: 'unchecked' };
    const expected = this.sign(payload);
    const valid = expected !== undefined && timingSafeEqual(bytes.subarray(DISPATCH + 1), expected);
    return { dispatchId, signature: valid ? 'valid' : 'invalid' };
  }

  /** By the key that the payload names; undefined where it is retired, or never was. */
  private sign(payload: Buffer): Buffer | undefined {
    const key = this.keys!.get(payload.readUInt8(DISPATCH));
    if (!key) return undefined;
    return createHmac('sha256', key).update('overture return address ').update(payload).digest().subarray(0, SIGNATURE);
  }
}

const uuidOf = (hex: string): string => hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';

/** RFC 4648, of bytes whose number is a multiple of five. */
function toBase32(bytes: Buffer): string {
  const bits = BigInt(`0x${bytes.toString('hex')}`)
    .toString(2)
    .padStart(bytes.length * 8, '0');
  return bits.replace(/.{5}/g, (five) => ALPHABET[Number.parseInt(five, 2)]!);
}

function fromBase32(text: string): Buffer {
  const bits = [...text].map((letter) => ALPHABET.indexOf(letter).toString(2).padStart(5, '0')).join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}
