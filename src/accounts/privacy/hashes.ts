import { Injectable } from '@nestjs/common';
import { Vault } from '../../platform/index.js';

/**
 * Keyed hashes, by which an erased contact is recognized when an import or another system has the same address or
 * number.
 */
@Injectable()
export class Hashes {
  constructor(private readonly vault: Vault) {}

  /** `key`: the address as `emailKey` returns it */
  email(key: string): string {
    return this.vault.pseudonym('address', key);
  }

  /** `number`: E.164 */
  phone(number: string): string {
    return this.vault.pseudonym('number', number);
  }
}
