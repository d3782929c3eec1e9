import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { Conflict, Forbidden, Invalid, NotFound, row, touched } from '../../platform/index.js';
import { domainOf } from '../normalize/domains.js';
import { emailKey, toEmail } from '../normalize/emails.js';
import { numberOfSql, toPhone } from '../normalize/phones.js';
import { SUPPRESSED_SQL } from './suppressed.sql.js';
import { VERIFIED_NOW } from './verified.sql.js';
import { Suppression, type AskedKind, type SuppressionReason } from './suppression.entity.js';

class SuppressionNotFound extends NotFound {}
class SuppressionInvalid extends Invalid {}
class ErasedStays extends Conflict {}
class ConsentNeeded extends Conflict {}
class LiftNotAllowed extends Forbidden {}

interface Liftable {
  erased: boolean;
  asked: boolean;
  agreed: boolean;
  unverified: boolean;
}

export interface NewSuppression {
  kind: AskedKind;
  value: string;
  reason: SuppressionReason;
  note?: string | null;
  /** who asked: a user's id, or what acted without one */
  by: string;
  /** nothing shows that the person asked for it: what is known; left out: it is sure */
  unverified?: string;
}

@Injectable()
export class Suppressions {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  async get(id: string, manager: EntityManager = this.source.manager): Promise<Suppression> {
    const suppression = await manager.findOneBy(Suppression, { id });
    if (!suppression) throw new SuppressionNotFound('There is no such suppression.');
    return suppression;
  }

  /**
   * No touch reaches it from this commit on. Where it is suppressed already, that suppression is answered: one that was
   * not verified becomes the one that is.
   */
  async add(manager: EntityManager, given: NewSuppression): Promise<Suppression> {
    const { kind, value, reason, note = null, by, unverified = null } = given;
    const normal = await this.normal(manager, kind, value);
    const stood = await row<{ id: string }>(manager, ADD_ONCE, [kind, normal, reason, note, by, unverified]);
    return this.get(stood!.id, manager);
  }

  /** As `add`, for a text that a mail names as an address: where it is none, nothing is added. */
  async addAddress(manager: EntityManager, address: string, reason: SuppressionReason, by: string): Promise<void> {
    if (toEmail(address)) await this.add(manager, { kind: 'address', value: address, reason, by });
  }

  private async normal(manager: EntityManager, kind: AskedKind, value: string): Promise<string> {
    const normal = await NORMAL[kind](value, manager);
    if (normal === null)
      throw new SuppressionInvalid(`"${value.slice(0, 60)}" is no ${WANTED[kind]}.`, [
        { field: 'value', code: 'invalid', message: `value must be ${WANTED[kind]}` },
      ]);
    return normal;
  }

  /** Whether any suppression applies to this contact, through any employer. */
  async stands(manager: EntityManager, contactId: string): Promise<boolean> {
    return (await row<{ stands: boolean | null }>(manager, STANDS, [contactId]))?.stands ?? false;
  }

  /**
   * Touches may reach it again. Lifting twice is lifting once. What a contact asked for, only that contact may undo;
   * what nothing shows that they asked for may be undone by `onlyUnverified` too, who may lift nothing else.
   * @throws ErasedStays, ConsentNeeded, LiftNotAllowed
   */
  async lift(
    manager: EntityManager,
    id: string,
    by: string,
    reason: string,
    onlyUnverified = false,
  ): Promise<Suppression> {
    const found = await row<Liftable>(manager, MAY_LIFT, [id, ASKED_BY_THE_PERSON]);
    if (onlyUnverified && !found?.unverified)
      throw new LiftNotAllowed(
        'A suppression is lifted by sales ops, but for an opt-out whose sender is not verified.',
      );
    if (found?.erased) throw new ErasedStays('This contact was erased. The suppression cannot be lifted.');
    if (found?.asked && !found.agreed)
      throw new ConsentNeeded(
        'The person asked for this. Record their own consent first, with its evidence; it must be newer than the suppression.',
      );
    await touched(manager, LIFT, [id, by, reason]);
    return this.get(id, manager);
  }
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const existing = async (manager: EntityManager, found: string, id: string): Promise<string | null> =>
  UUID.test(id) && (await row(manager, found, [id])) ? id.toLowerCase() : null;

/** Of a record that was merged, the organization that it became part of. */
async function survivingOrganization(value: string, manager: EntityManager): Promise<string | null> {
  if (!UUID.test(value)) return null;
  const found = await row<{ id: string }>(
    manager,
    'SELECT coalesce(merged_into, id) AS id FROM organization WHERE id = $1 FOR KEY SHARE',
    [value],
  );
  return found?.id ?? null;
}

const NORMAL: Record<AskedKind, (value: string, manager: EntityManager) => string | null | Promise<string | null>> = {
  contact: (value, manager) => existing(manager, 'SELECT FROM contact WHERE id = $1', value),
  organization: survivingOrganization,
  address: (value) => {
    const email = toEmail(value);
    return email && emailKey(email);
  },
  domain: domainOf,
  phone: (value) => toPhone(value, null),
};
const WANTED: Record<AskedKind, string> = {
  contact: 'id of a contact',
  organization: 'id of an organization',
  address: 'e-mail address',
  domain: 'domain such as example.com',
  phone: 'phone number with its country code, such as +49 30 0074321',
};

/**
 * DO UPDATE of nothing where one stands, because DO NOTHING would answer no id. $1 kind, $2 value, $3 reason, $4 note,
 * $5 who, $6 what is known of one that is not verified
 */
const ADD_ONCE = `
INSERT INTO suppression (kind, value, reason, note, created_by, unverified, evidence)
VALUES ($1, $2, $3, $4, $5, $6::text IS NOT NULL, $6)
ON CONFLICT (kind, value) WHERE lifted_at IS NULL DO UPDATE SET ${VERIFIED_NOW}
RETURNING id`;
/** Reasons that are the contact's own wish. */
const ASKED_BY_THE_PERSON: SuppressionReason[] = ['unsubscribe', 'do_not_call', 'complaint'];
/**
 * $1 suppression, $2 reasons that are a person's own word. All who share an address or a number must have agreed since,
 * for the suppression protects each of them; a domain or an organization asked for nothing itself.
 */
const MAY_LIFT = `
WITH s AS (SELECT * FROM suppression WHERE id = $1 AND lifted_at IS NULL FOR UPDATE),
people AS (
  SELECT c.erased_at IS NOT NULL AS erased,
         coalesce((SELECT n.change = 'given' AND n.at >= date_trunc('milliseconds', s.created_at)
                     FROM consent n WHERE n.contact_id = c.id ORDER BY n.at DESC, n.id DESC LIMIT 1), false) AS agreed
    FROM s JOIN contact c ON s.kind = 'contact' AND c.id::text = s.value
      OR s.kind = 'address' AND c.email_key = s.value
      OR s.kind = 'phone' AND s.value IN (c.phone, ${numberOfSql('c.phone')})
)
SELECT s.kind IN ('address_hash', 'phone_hash') OR s.kind = 'contact'
  AND EXISTS (SELECT FROM people WHERE erased) AS erased,
       s.kind IN ('contact', 'address', 'phone') AND s.reason = ANY($2) AND NOT s.unverified AS asked,
       s.unverified,
       coalesce((SELECT bool_and(agreed) FROM people), false) AS agreed
  FROM s`;
const LIFT = `
UPDATE suppression SET lifted_at = app_now(), lifted_by = $2, lift_reason = $3 WHERE id = $1 AND lifted_at IS NULL`;

const STANDS = `
SELECT bool_or(${SUPPRESSED_SQL}) AS stands
  FROM contact c LEFT JOIN employment e ON e.contact_id = c.id AND e.until IS NULL LEFT
    JOIN organization o ON o.id = e.organization_id WHERE c.id = $1`;
