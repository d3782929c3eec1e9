import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { assertRevision, Conflict, Invalid, NotFound, row, rows } from '../../platform/index.js';
import { AttributeFields, type Attributes } from '../organizations/attributes.js';
import { BuyingRoles } from './buying-roles.js';
import { Contact } from './contact.entity.js';
import { Employments } from './employments.js';
import { Hashes } from '../privacy/hashes.js';
import { emailKey } from '../normalize/emails.js';
import { personKey } from '../normalize/names.js';
import { partsAfter } from '../normalize/person-names.js';
import { given } from '../organizations/organizations.js';
import { whoIs, type KnownPerson, type PersonFound } from './people.js';
import { FieldInput } from '../organizations/places.js';

class ContactNotFound extends NotFound {}
class ContactInvalid extends Invalid {}
class OrganizationNotFound extends NotFound {}
class ExternalIdTaken extends Conflict {}
class AddressKnown extends Conflict {}
class ContactMergedAway extends Conflict {}

/** As a user enters them; what is left out stays. */
export type ContactFacts = Partial<
  Pick<
    Contact,
    | 'externalId'
    | 'name'
    | 'givenName'
    | 'familyName'
    | 'email'
    | 'phone'
    | 'language'
    | 'timeZone'
    | 'preference'
    | 'notBefore'
    | 'awayUntil'
    | 'lawfulBasis'
    | 'madeUp'
    | 'sharedMailbox'
  >
> & { attributes?: Record<string, unknown> };

export interface ContactAlias {
  name: string;
  source: 'import' | 'upsert' | 'person' | 'conversation' | 'merge';
  at: Date;
}

export interface FirstJob {
  organizationId: string;
  title?: string | null;
  department?: string | null;
  since?: string;
}

@Injectable()
export class Contacts {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly attributes: AttributeFields,
    private readonly employments: Employments,
    private readonly roles: BuyingRoles,
    private readonly hashes: Hashes,
  ) {}

  async create(manager: EntityManager, facts: ContactFacts & { name: string }, job?: FirstJob): Promise<Contact> {
    const country = job ? await this.countryOf(manager, job.organizationId) : null;
    const columns = await this.columns(manager, EMPTY, facts, country);
    const { identifiers } = await this.alone(() => manager.insert(Contact, columns));
    const contact = await this.get(identifiers[0]!.id as string, manager);
    if (job) await this.employments.begin(manager, contact.id, { ...job, keepOthers: true });
    return contact;
  }

  async get(id: string, manager: EntityManager = this.source.manager): Promise<Contact> {
    const contact = await manager.findOneBy(Contact, { id });
    if (!contact) throw new ContactNotFound('There is no such contact.');
    return contact;
  }

  async change(manager: EntityManager, id: string, read: number, facts: ContactFacts): Promise<Contact> {
    await row(manager, 'SELECT FROM contact WHERE id = $1 FOR UPDATE', [id]);
    const contact = await this.get(id, manager);
    if (contact.mergedInto)
      throw new ContactMergedAway(`${contact.name} was merged into another contact. Change that one.`, {
        contactId: contact.mergedInto,
      });
    assertRevision(contact, read);
    const country = await this.countryOf(manager, (await this.employments.current(id, manager))[0]?.organizationId);
    const columns = await this.columns(manager, contact, facts, country);
    await this.alone(() =>
      manager.update(Contact, { id }, { ...columns, revision: read + 1, updatedAt: () => 'app_now()' }),
    );
    return this.get(id, manager);
  }

  /** Another request took the address at the same moment. @throws AddressKnown */
  private async alone<T>(write: () => Promise<T>): Promise<T> {
    try {
      return await write();
    } catch (error) {
      if ((error as { constraint?: string }).constraint !== 'contact_one_address') throw error;
      throw new AddressKnown('Another contact got this address at the same moment. Look it up, and use that contact.');
    }
  }

  private async columns(
    manager: EntityManager,
    before: Before,
    facts: ContactFacts,
    country: string | null,
  ): Promise<Partial<Contact>> {
    const reading = new FieldInput();
    const { attributes, name, email, phone, timeZone, givenName, familyName, ...plain } = facts;
    const number = reading.phone(phone, country);
    const columns: Partial<Contact> = {
      ...plain,
      ...(name === undefined ? {} : { ...this.parts(before, name, country), name, nameKey: personKey(name) }),
      ...given('givenName', givenName),
      ...given('familyName', familyName),
      ...(email === undefined ? {} : this.address(email)),
      ...(number === undefined ? {} : { phone: number, phoneHash: number && this.hashes.phone(number) }),
      ...given('timeZone', reading.zone(timeZone)),
      attributes: await this.attributes.merge(manager, 'contact', before.attributes, attributes),
    };
    // what was checked was another address
    if (email !== undefined && columns.emailKey !== before.emailKey)
      Object.assign(columns, {
        emailState: email && before.emailKey ? 'corrected' : 'unverified',
        emailCheckedAt: null,
      });
    if (number !== undefined && number !== before.phone)
      Object.assign(columns, { phoneState: number && before.phone ? 'corrected' : 'unverified', phoneCheckedAt: null });
    if (reading.problems.length > 0) throw new ContactInvalid('Some fields are not right.', reading.problems);
    if (facts.externalId && facts.externalId !== before.externalId) await this.assertFree(manager, facts.externalId);
    const key = columns.emailKey === undefined ? before.emailKey : columns.emailKey;
    const shared = facts.sharedMailbox ?? before.sharedMailbox;
    if (key && (key !== before.emailKey || shared !== before.sharedMailbox))
      await this.takeAddress(manager, key, before.id, shared);
    return columns;
  }

  /** One address is one contact, unless they share the mailbox. @throws AddressKnown */
  private async takeAddress(manager: EntityManager, key: string, id: string | null, shared: boolean): Promise<void> {
    const others = await rows<{ id: string; name: string }>(manager, LOCK_HOLDERS, [key, id]);
    const [other] = others;
    if (!other) return;
    const contact = { contactId: other.id, name: other.name };
    if (!shared)
      throw new AddressKnown(
        `${other.name} has this address already. Use that contact, or say sharedMailbox: true if they are two people.`,
        contact,
      );
    await manager.query(SHARE_MAILBOX, [others.map((each) => each.id)]);
  }

  private parts(before: Before, name: string, country: string | null): Partial<Contact> {
    const { given: givenName, family: familyName } = partsAfter(
      { name: before.name, given: before.givenName, family: before.familyName },
      name,
      country,
    );
    return { givenName, familyName };
  }

  private address(email: string | null): Partial<Contact> {
    const key = email ? emailKey(email) : null;
    return { email: email || null, emailKey: key, emailHash: key && this.hashes.email(key) };
  }

  private async assertFree(manager: EntityManager, externalId: string): Promise<void> {
    const other = await manager.findOneBy(Contact, { externalId });
    if (other)
      throw new ExternalIdTaken(`"${externalId}" is the external id of ${other.name}.`, { contactId: other.id });
  }

  private async countryOf(manager: EntityManager, organizationId: string | undefined): Promise<string | null> {
    if (!organizationId) return null;
    const found = await row<{ country: string | null }>(manager, 'SELECT country FROM organization WHERE id = $1', [
      organizationId,
    ]);
    return found?.country ?? null;
  }

  /**
   * Makes the person a contact of the organization with this buying role, or finds who it already is (see `whoIs`).
   * Throws ContactInvalid for a phone that cannot be read.
   */
  async addPerson(manager: EntityManager, found: PersonFound): Promise<{ contactId: string; created: boolean }> {
    const { organizationId, name, email = null, phone = null, title = null, since, source } = found;
    // two conversations that name the same person at once: the second waits and finds the first's
    if (!(await row(manager, 'SELECT FROM organization WHERE id = $1 FOR UPDATE', [organizationId])))
      throw new OrganizationNotFound('There is no such organization.');
    const known = await whoIs(manager, found);
    if (known) await this.attach(manager, known, found);
    const sharedMailbox = found.sharedMailbox ?? false;
    const facts = { name, email, phone, sharedMailbox };
    const contactId =
      known?.id ?? (await this.create(manager, facts, { organizationId, title, ...(since && { since }) })).id;
    await this.roles.learn(manager, { ...found, contactId, source });
    return { contactId, created: !known };
  }

  /** The stored name stays and the other is kept beside it; a person who is known from elsewhere works here too. */
  private async attach(manager: EntityManager, known: KnownPerson, found: PersonFound): Promise<void> {
    const { organizationId, name, title = null, since } = found;
    if (known.name.trim().toLowerCase() !== name.trim().toLowerCase())
      await manager.query(KEEP_ALIAS, [known.id, name, 'conversation']);
    if (!known.employed)
      await this.employments.begin(manager, known.id, {
        organizationId,
        title,
        keepOthers: true,
        ...(since && { since }),
      });
  }

  /** Other names under which the contact came up, the latest first. */
  aliases(contactId: string): Promise<ContactAlias[]> {
    return rows(this.source, ALIASES, [contactId]);
  }
}

type Before = Pick<Contact, 'externalId' | 'givenName' | 'familyName' | 'emailKey' | 'phone' | 'sharedMailbox'> & {
  id: string | null;
  name: string | null;
  attributes: Attributes;
};
const EMPTY: Before = {
  id: null,
  externalId: null,
  name: null,
  givenName: null,
  familyName: null,
  emailKey: null,
  phone: null,
  sharedMailbox: false,
  attributes: {},
};

/** Who else has the address. $1 address, $2 contact or null */
const LOCK_HOLDERS = `
SELECT id, name
  FROM contact
 WHERE id IN (SELECT coalesce(merged_into, id) FROM contact WHERE email_key = $1 AND erased_at IS NULL)
   AND id IS DISTINCT FROM $2
 ORDER BY id
   FOR UPDATE`;
/** $1 contacts */
const SHARE_MAILBOX = `
UPDATE contact
   SET shared_mailbox = true, revision = revision + 1, updated_at = app_now()
 WHERE id = ANY($1::uuid[]) AND NOT shared_mailbox`;

/** $1 contact, $2 name, $3 source */
export const KEEP_ALIAS = `
INSERT INTO contact_alias (contact_id, name, source) VALUES ($1, $2, $3) ON CONFLICT (contact_id, name) DO NOTHING`;
const ALIASES = 'SELECT name, source, at FROM contact_alias WHERE contact_id = $1 ORDER BY at DESC, id DESC LIMIT 200';
