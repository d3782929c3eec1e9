import type { EntityManager } from 'typeorm';
import { row, rows } from '../../platform/index.js';
import { numberOf } from '../normalize/phones.js';
import type { Hashes } from './hashes.js';
import * as sql from './accounts.sql.js';
import { blankAudit } from './audit-words.js';
import type { Person, PersonalPart } from './personal-data.js';

const FEWEST_DIGITS = 7;

/** This room's own part. It runs last: the other parts look things up in its rows. */
export class AccountsPart implements PersonalPart {
  constructor(private readonly hashes: Hashes) {}

  async read(manager: EntityManager, { contactId, emailKey, phone }: Person): Promise<Record<string, unknown>> {
    const all = async (text: string, parameters: unknown[]): Promise<unknown[]> =>
      (await rows<{ row: unknown }>(manager, text, parameters)).map((each) => each.row);
    const { contact, ...lists } = sql.READ;
    const found: Record<string, unknown> = { contact: (await all(contact, [contactId]))[0] };
    for (const [name, text] of Object.entries(lists)) found[name] = await all(text, [contactId]);
    return { ...found, suppressions: await all(sql.READ_SUPPRESSIONS, [contactId, emailKey, phone]) };
  }

  async erase(manager: EntityManager, person: Person): Promise<void> {
    const { contactId, emailKey, emailKeys, phone, formerPhones } = person;
    for (const key of emailKeys) await this.hide(manager, 'address', key, this.hashes.email(key), key === emailKey);
    if (phone) {
      const found = await row<{ shared: boolean }>(manager, sql.NUMBER_IS_SHARED, [contactId, phone]);
      if (!found!.shared) await this.hide(manager, 'phone', phone, this.hashes.phone(phone), true);
    }
    for (const each of formerPhones) await this.hide(manager, 'phone', each, this.hashes.phone(each), false);
    for (const [entity, text] of Object.entries(sql.AUDITED)) {
      const ids = await rows<{ id: string }>(manager, text, [contactId]);
      await blankAudit(
        manager,
        entity,
        ids.map(({ id }) => id),
      );
    }
    for (const text of sql.ERASE) await manager.query(text, [contactId]);
    await this.eraseSpoken(manager, person);
    await manager.query(sql.ERASE_ANSWERS, [contactId, emailKey]);
  }

  /** `always`: also where nothing was suppressed; an earlier address or number may belong to anyone by now */
  private async hide(
    manager: EntityManager,
    kind: 'address' | 'phone',
    value: string,
    hash: string,
    always: boolean,
  ): Promise<void> {
    const hidden = await rows<{ id: string }>(manager, sql.HIDE_SUPPRESSIONS, [kind, value, hash, 'erasure']);
    await blankAudit(
      manager,
      'suppression',
      hidden.map(({ id }) => id),
    );
    if (!always && hidden.length === 0) return;
    await manager.query(sql.SUPPRESS_HASH, [kind, hash, 'erasure']);
    await manager.query(sql.HASH_OTHERS[kind], [value, hash]);
  }

  /** Where else the person is named: rows of files, and saved searches. */
  private async eraseSpoken(manager: EntityManager, { name, emailKey, phone }: Person): Promise<void> {
    const digits =
      phone &&
      numberOf(phone)
        .replaceAll(/\D/g, '')
        .slice(-FEWEST_DIGITS - 1);
    const words = name.toLowerCase().split(/\s+/).filter(Boolean);
    const speaking = [emailKey, digits && digits.length >= FEWEST_DIGITS ? digits : null, words];
    await manager.query(sql.ERASE_REFUSALS, speaking);
    await manager.query(sql.ERASE_MATCHES, speaking);
    await manager.query(sql.ERASE_SAMPLES, speaking);
    const trail = await rows<{ id: string }>(manager, sql.IMPORTS_IN_TRAIL, speaking);
    await blankAudit(
      manager,
      'import',
      trail.map(({ id }) => id),
    );
    await manager.query(sql.FORGET_VIEWS, speaking);
    const views = await rows<{ id: string }>(manager, sql.VIEWS_IN_TRAIL, speaking);
    await blankAudit(
      manager,
      'saved_view',
      views.map(({ id }) => id),
    );
    const bytes = (text: string): string => Buffer.from(text, 'utf8').toString('latin1');
    await manager.query(sql.ERASE_FILES, [emailKey && bytes(emailKey), bytes(name.toLowerCase())]);
  }
}
