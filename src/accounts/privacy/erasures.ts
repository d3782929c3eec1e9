import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { Conflict, NotFound, row, rows } from '../../platform/index.js';
import { Contact } from '../contacts/contact.entity.js';
import { Erasure } from './erasure.entity.js';
import { Hashes } from './hashes.js';
import { AccountsPart } from './accounts.part.js';
import { beginErasing, endErasing } from './audit-words.js';
import { PersonalData, type Person } from './personal-data.js';

class ContactNotFound extends NotFound {}
class ContactErased extends Conflict {}

/** A person's right to see what is held, and to have it gone. */
@Injectable()
export class Erasures {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly personal: PersonalData,
    hashes: Hashes,
  ) {
    personal.register('accounts', new AccountsPart(hashes));
  }

  /** All that every room holds of the person. @throws ContactErased where nothing is left */
  async read(contactId: string): Promise<Record<string, unknown>> {
    const contact = await this.find(this.source.manager, contactId);
    if (contact.erasedAt) throw new ContactErased('This person was erased: nothing is left to tell.');
    return this.personal.read(this.source.manager, await personOf(this.source.manager, contact));
  }

  /**
   * The person's words and data are overwritten in every room, in one transaction; states, dates and counts stay. From
   * this commit on the same address is never contacted again, nor the same number where it was the person's own. Doing
   * it twice is doing it once.
   */
  async erase(manager: EntityManager, contactId: string, reason: string, by: string): Promise<Erasure> {
    // a concurrent edit or claim of the contact waits, and finds it erased
    await row(manager, 'SELECT FROM contact WHERE id = $1 FOR UPDATE', [contactId]);
    const contact = await this.find(manager, contactId);
    // the records that were merged into this one are the same person's
    const merged = await rows<{ id: string }>(manager, MERGED_RECORDS, [contactId]);
    for (const { id } of merged) await this.erase(manager, id, reason, by);
    if (!contact.erasedAt) {
      await beginErasing(manager, contactId);
      await this.personal.erase(manager, await personOf(manager, contact));
      await endErasing(manager);
      await manager.query(RECORD, [contactId, reason, by]);
    }
    return manager.findOneByOrFail(Erasure, { contactId });
  }

  private async find(manager: EntityManager, id: string): Promise<Contact> {
    const contact = await manager.findOneBy(Contact, { id });
    if (!contact) throw new ContactNotFound('There is no such contact.');
    return contact;
  }
}

async function personOf(manager: EntityManager, { id, name, emailKey, phone }: Contact): Promise<Person> {
  const former = await rows<{ key: string }>(manager, FORMER_ADDRESSES, [id]);
  const emailKeys = new Set([emailKey, ...former.map(({ key }) => key)].filter((key) => key !== null));
  const phones = (await rows<{ phone: string }>(manager, FORMER_PHONES, [id])).map((each) => each.phone);
  const formerPhones = phones.filter((each) => each !== phone);
  return { contactId: id, name, emailKey, emailKeys: [...emailKeys], phone, formerPhones };
}

/** What the trail says that the person had before, unless another contact has it now. $1 contact */
const FORMER_ADDRESSES = `
SELECT DISTINCT v.row ->> 'email_key' AS key
  FROM audit_entry a CROSS JOIN LATERAL (VALUES (a.before), (a.after)) v(row)
 WHERE a.entity = 'contact' AND a.entity_id = $1::text AND v.row ->> 'email_key' IS NOT NULL
   AND NOT EXISTS (
     SELECT FROM contact c WHERE c.email_key = v.row ->> 'email_key' AND c.id <> $1::uuid AND c.erased_at IS NULL)`;
/** The same of numbers: one that others share is a switchboard's. $1 contact */
const FORMER_PHONES = `
SELECT DISTINCT v.row ->> 'phone' AS phone
  FROM audit_entry a CROSS JOIN LATERAL (VALUES (a.before), (a.after)) v(row)
 WHERE a.entity = 'contact' AND a.entity_id = $1::text AND v.row ->> 'phone' IS NOT NULL
   AND NOT EXISTS (
     SELECT FROM contact c WHERE c.phone = v.row ->> 'phone' AND c.id <> $1::uuid AND c.erased_at IS NULL)
   AND NOT EXISTS (SELECT FROM organization o WHERE o.phone = v.row ->> 'phone')`;

const MERGED_RECORDS = 'SELECT id FROM contact WHERE merged_into = $1 AND erased_at IS NULL ORDER BY id';
const RECORD = 'INSERT INTO erasure (contact_id, reason, erased_by) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING';
