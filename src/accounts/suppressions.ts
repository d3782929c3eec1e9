import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { Invalid, NotFound, row, touched } from '../platform/index.js';
import { domainOf } from './normal/domains.js';
import { emailKey, toEmail } from './normal/emails.js';
import { toE164 } from './normal/phones.js';
import { Suppression, type AskedKind, type SuppressionReason } from './suppression.entity.js';

class SuppressionUnknown extends NotFound {}
class SuppressionInvalid extends Invalid {}

export interface NewSuppression {
  kind: AskedKind;
  value: string;
  reason: SuppressionReason;
  note?: string | null;
  /** who asked: a user's id, or what acted without one */
  by: string;
}

@Injectable()
export class Suppressions {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  async get(id: string, manager: EntityManager = this.source.manager): Promise<Suppression> {
    const suppression = await manager.findOneBy(Suppression, { id });
    if (!suppression) throw new SuppressionUnknown('There is no such suppression.');
    return suppression;
  }

  /** No touch reaches it from this commit on. Where it is suppressed already, that suppression stands and is answered. */
  async add(manager: EntityManager, { kind, value, reason, note = null, by }: NewSuppression): Promise<Suppression> {
    const normal = await this.normal(manager, kind, value);
    const stood = await row<{ id: string }>(manager, ADD_ONCE, [kind, normal, reason, note, by]);
    return this.get(stood!.id, manager);
  }

  private async normal(manager: EntityManager, kind: AskedKind, value: string): Promise<string> {
    const normal = await NORMAL[kind](value, manager);
    if (normal === null)
      throw new SuppressionInvalid(`"${value.slice(0, 60)}" is no ${WANTED[kind]}.`, [
        { field: 'value', code: 'invalid', message: `value must be ${WANTED[kind]}` },
      ]);
    return normal;
  }

  /** Touches may reach it again. Lifting twice is lifting once. */
  async lift(manager: EntityManager, id: string, by: string, reason: string): Promise<Suppression> {
    await touched(manager, LIFT, [id, by, reason]);
    return this.get(id, manager);
  }
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const existing = async (manager: EntityManager, found: string, id: string): Promise<string | null> =>
  UUID.test(id) && (await row(manager, found, [id])) ? id.toLowerCase() : null;

const NORMAL: Record<AskedKind, (value: string, manager: EntityManager) => string | null | Promise<string | null>> = {
  contact: (value, manager) => existing(manager, 'SELECT FROM contact WHERE id = $1', value),
  organization: (value, manager) => existing(manager, 'SELECT FROM organization WHERE id = $1', value),
  address: (value) => {
    const email = toEmail(value);
    return email && emailKey(email);
  },
  domain: domainOf,
  phone: (value) => toE164(value, null),
};
const WANTED: Record<AskedKind, string> = {
  contact: 'id of a contact',
  organization: 'id of an organization',
  address: 'e-mail address',
  domain: 'domain such as example.com',
  phone: 'phone number with its country code, such as +49 30 0074321',
};

// DO UPDATE of nothing, because DO NOTHING would answer no id
const ADD_ONCE = `
INSERT INTO suppression (kind, value, reason, note, created_by) VALUES ($1, $2, $3, $4, $5)
ON CONFLICT (kind, value) WHERE lifted_at IS NULL DO UPDATE SET kind = excluded.kind RETURNING id`;
const LIFT = `UPDATE suppression SET lifted_at = app_now(), lifted_by = $2, lift_reason = $3 WHERE id = $1 AND lifted_at IS NULL`;
