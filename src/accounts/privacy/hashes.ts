import { Injectable } from '@nestjs/common';
import { Vault } from '../../platform/index.js';

/** By these an erased person is known again when an import or another system brings the same address or number. */
@Injectable()
export class Hashes {
  constructor(private readonly vault: Vault) {}

  /** `key`: the address as `emailKey` gives it */
  email(key: string): string {
    return this.vault.pseudonym('address', key);
  }

  /** `number`: E.164 */
  phone(number: string): string {
    return this.vault.pseudonym('number', number);
  }
}
