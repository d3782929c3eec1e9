import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { Clock, Invalid, NotFound } from '../../platform/index.js';
import { Consent } from './consent.entity.js';
import { Contact } from '../contacts/contact.entity.js';

class ContactNotFound extends NotFound {}
class ConsentInvalid extends Invalid {}

export type NewConsent = Pick<Consent, 'contactId' | 'change' | 'source' | 'evidence' | 'recordedBy'> &
  Partial<Pick<Consent, 'basis' | 'at'>>;

/** What people agreed to. Nothing is changed or removed; the latest word counts. */
@Injectable()
export class Consents {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  /** The latest word first. */
  of(contactId: string, manager: EntityManager = this.source.manager): Promise<Consent[]> {
    return manager.find(Consent, { where: { contactId }, order: { at: 'DESC', id: 'DESC' }, take: 500 });
  }

  /** `at` is when consent was given or withdrawn; now, where left out. */
  async record(manager: EntityManager, said: NewConsent): Promise<Consent> {
    const now = await this.clock.now(manager);
    const { basis = 'consent', at = now } = said;
    if (at > now)
      throw new ConsentInvalid('A consent cannot lie in the future.', [
        { field: 'at', code: 'invalid', message: 'at must not be in the future' },
      ]);
    const contact = await manager.findOneBy(Contact, { id: said.contactId });
    if (!contact || contact.erasedAt) throw new ContactNotFound('There is no such contact.');
    const { identifiers } = await manager.insert(Consent, { ...said, basis, at });
    return manager.findOneByOrFail(Consent, { id: identifiers[0]!.id as string });
  }
}
