import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { assertRevision, Conflict, Invalid, NotFound, row, rows, touched, type Actor } from '../../platform/index.js';
import { assertAuthorOrSalesOps } from '../permissions.js';
import { Peer } from './peer.entity.js';
import {
  CONTACT_OF,
  CUSTOMER_OF,
  HOLD_PERSON,
  OFFERED,
  TAKE_PLACE,
  TAKEN_BEFORE,
  WILLING_AT_ALL,
} from './peers.sql.js';
import { Propositions } from '../versions/propositions.js';

class PeerNotFound extends NotFound {}
class PeerInvalid extends Invalid {}
class PeerAlready extends Conflict {}
class PeerNotOffered extends Conflict {}

export type PeerFacts = Pick<Peer, 'about' | 'reach' | 'consentedOn' | 'consentHow' | 'consentUntil' | 'monthlyCap'>;

/** As a buyer sees them before the second click. */
export interface OfferedPeer {
  id: string;
  name: string;
  title: string | null;
  organization: string;
  about: string;
}

export interface ReachablePeer extends OfferedPeer {
  email: string | null;
  phone: string | null;
}

/**
 * References that buyers pick themselves, without one of us in between; none is asked more often than they agreed to.
 */
@Injectable()
export class Peers {
  constructor(private readonly propositions: Propositions) {}

  async create(
    manager: EntityManager,
    actor: Actor,
    propositionId: string,
    { contactId, organizationId, ...facts }: PeerFacts & { contactId: string; organizationId?: string },
  ): Promise<Peer> {
    await this.propositions.get(manager, propositionId);
    await assertAuthorOrSalesOps(manager, propositionId, actor);
    assertConsent(facts);
    const customer = await row<{ id: string }>(manager, CUSTOMER_OF, [contactId, organizationId ?? null]);
    if (!customer)
      throw new PeerInvalid('Only a contact who works at a customer now can be a reference.', [
        { field: 'contactId', code: 'no_customer', message: 'the contact has no current job at a customer' },
      ]);
    if (await row(manager, ONCE, [propositionId, contactId]))
      throw new PeerAlready('This person is a reference for this proposition already. Change that entry instead.');
    const columns = { ...facts, propositionId, contactId, organizationId: customer.id, createdBy: actor.id };
    const { identifiers } = await manager.insert(Peer, columns);
    return this.get(manager, identifiers[0]!.id as string);
  }

  async get(manager: EntityManager, id: string): Promise<Peer> {
    const peer = await manager.findOneBy(Peer, { id });
    if (!peer) throw new PeerNotFound('There is no such reference.');
    return peer;
  }

  async change(
    manager: EntityManager,
    actor: Actor,
    id: string,
    read: number,
    change: Partial<PeerFacts>,
  ): Promise<Peer> {
    await row(manager, 'SELECT FROM peer WHERE id = $1 FOR UPDATE', [id]);
    const peer = await this.get(manager, id);
    await assertAuthorOrSalesOps(manager, peer.propositionId, actor);
    assertRevision(peer, read);
    assertConsent({ ...peer, ...change });
    await manager.update(Peer, { id }, { ...change, revision: read + 1, updatedAt: () => 'app_now()' });
    return this.get(manager, id);
  }

  /** From this commit on the contact is not offered any more. Withdrawing twice is withdrawing once. */
  async withdraw(manager: EntityManager, actor: Actor, id: string, reason: string): Promise<Peer> {
    await touched(manager, WITHDRAW, [id, actor.id, reason]);
    return this.get(manager, id);
  }

  /** Whom a buyer may pick now. */
  offered(manager: EntityManager, propositionId: string): Promise<OfferedPeer[]> {
    return rows<OfferedPeer>(manager, OFFERED, [propositionId]);
  }

  /** Whether there is anybody at all who may be asked, also where no place is left this month. */
  async any(manager: EntityManager, propositionId: string): Promise<boolean> {
    return (await row(manager, WILLING_AT_ALL, [propositionId])) !== undefined;
  }

  /**
   * Uses one of the contact's places of the month and answers how to reach them. The same page (`once`) clicked again
   * uses no second place.
   * @throws PeerNotOffered: over the limit, without consent, suppressed, gone
   */
  async pick(manager: EntityManager, propositionId: string, peerId: string, once: string): Promise<ReachablePeer> {
    await rows(manager, HOLD_PERSON, [peerId, propositionId]);
    const peer = await row<ReachablePeer>(manager, CONTACT_OF, [peerId, propositionId]);
    if (peer && (await row(manager, TAKEN_BEFORE, [peerId, once]))) return peer;
    if (!peer || !(await row(manager, TAKE_PLACE, [peerId, once])))
      throw new PeerNotOffered('This person cannot be asked just now. Please pick another.');
    return peer;
  }
}

function assertConsent({ consentedOn, consentUntil }: Pick<PeerFacts, 'consentedOn' | 'consentUntil'>): void {
  if (consentUntil >= consentedOn) return;
  throw new PeerInvalid('The consent would end before it was given.', [
    { field: 'consentUntil', code: 'invalid', message: 'consentUntil must not be before consentedOn' },
  ]);
}

const ONCE = 'SELECT FROM peer WHERE proposition_id = $1 AND contact_id = $2 AND withdrawn_at IS NULL';
const WITHDRAW = `
UPDATE peer
  SET withdrawn_at = app_now(), withdrawn_by = $2, withdrawal_reason = $3, revision = revision + 1,
    updated_at = app_now()
 WHERE id = $1 AND withdrawn_at IS NULL`;
