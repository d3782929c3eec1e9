import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import { numberOfSql } from '../../accounts/index.js';
import { ACTS_ON, rows, type ActedOn, type ActorRequest, type SubjectKind } from '../../platform/index.js';
import { seesOnlyOwn } from '../brief/cards.js';
import { Claims } from '../claims/claims.js';
import { OrganizationNotYours } from './ownerships.js';

/** A rep changes people and organizations that they own or cover, and those that no rep owns yet. */
@Injectable()
export class OwnershipGuard implements CanActivate {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly reflector: Reflector,
    private readonly claims: Claims,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const subject = this.reflector.get<((request: FastifyRequest) => ActedOn | undefined) | undefined>(
      ACTS_ON,
      context.getHandler(),
    );
    const request = context.switchToHttp().getRequest<FastifyRequest & ActorRequest>();
    const { actor } = request;
    const acted = subject?.(request);
    if (!acted || !actor || !seesOnlyOwn(actor)) return true;
    const owners = (await rows<{ repId: string | null }>(this.source, OWNERS[acted.kind], [acted.value])).map(
      ({ repId }) => repId,
    );
    const mine = [null, actor.id, ...(await this.claims.covered(this.source.manager, actor.id))];
    if (owners.length === 0 || owners.some((owner) => mine.includes(owner))) return true;
    throw new OrganizationNotYours('This belongs to an organization of another rep. Ask them, or a manager.');
  }
}

const OF_CONTACTS = `
SELECT o.rep_id
  FROM contact c
  JOIN employment m ON m.contact_id = c.id AND m.until IS NULL
  LEFT JOIN ownership o ON o.organization_id = m.organization_id`;

/** Whose organizations it belongs to; null: no rep's. $1 id, address or number */
const OWNERS: Record<SubjectKind, string> = {
  organization: `
SELECT o.rep_id
  FROM organization g
  LEFT JOIN ownership o ON o.organization_id = g.id
 WHERE g.id = $1`,
  contact: `${OF_CONTACTS}
 WHERE c.id = $1`,
  address: `${OF_CONTACTS}
 WHERE c.email_key = lower($1)`,
  phone: `${OF_CONTACTS}
 WHERE ${numberOfSql('c.phone')} = regexp_replace(${numberOfSql('$1')}, '[^0-9+]', '', 'g')`,
  suppression: `${OF_CONTACTS}
  JOIN suppression s ON s.kind = 'contact' AND s.value = c.id::text
 WHERE s.id = $1`,
  employment: `
SELECT o.rep_id
  FROM employment m
  LEFT JOIN ownership o ON o.organization_id = m.organization_id
 WHERE m.id = $1`,
  buying_role: `
SELECT o.rep_id
  FROM buying_role b
  LEFT JOIN ownership o ON o.organization_id = b.organization_id
 WHERE b.id = $1`,
};
