import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Contacts, type PersonFound } from '../../accounts/index.js';
import { Enrolments } from '../../campaigns/index.js';
import type { NewPerson } from './record.js';

type Newcomer = NewPerson & Pick<PersonFound, 'since' | 'attitude' | 'preferredSupplier'>;

export interface FoundPerson {
  contactId: string;
  name: string;
  /** null: the campaign is over, or the person was in it already */
  enrolmentId: string | null;
}

/** Contacts named in a conversation: they join the buying group and the live campaign (002-4). */
@Injectable()
export class FoundPeople {
  constructor(
    private readonly contacts: Contacts,
    private readonly enrolments: Enrolments,
  ) {}

  async join(
    manager: EntityManager,
    at: { organizationId: string; campaignId: string | null },
    people: Newcomer[],
  ): Promise<FoundPerson[]> {
    const found: FoundPerson[] = [];
    for (const person of people) {
      const { contactId } = await this.contacts.addPerson(manager, {
        ...person,
        organizationId: at.organizationId,
        source: 'conversation',
      });
      const enrolmentId =
        at.campaignId &&
        (await this.enrolments.addLate(manager, {
          campaignId: at.campaignId,
          contactId,
          organizationId: at.organizationId,
          role: person.role,
        }));
      found.push({ contactId, name: person.name, enrolmentId });
    }
    return found;
  }

  /** The same, into every campaign under way that the organization is part of. */
  async joinAll(manager: EntityManager, organizationId: string, people: Newcomer[]): Promise<FoundPerson[]> {
    const found = await this.join(manager, { organizationId, campaignId: null }, people);
    for (const campaignId of await this.enrolments.liveAt(manager, organizationId))
      for (const [i, { contactId }] of found.entries())
        await this.enrolments.addLate(manager, { campaignId, contactId, organizationId, role: people[i]!.role });
    return found;
  }
}
