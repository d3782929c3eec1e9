import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { BuyingRole, BuyingRoles, Contacts, markPhone, Suppressions } from '../../accounts/index.js';
import { row } from '../../platform/index.js';
import type { ContactCorrection, ConversationInput } from './record.js';
import type { Source } from './kinds.js';

export interface ConversationContact {
  contactId: string;
  organizationId: string;
  /** the role they had when they spoke */
  role: string | null;
  source: Source;
  by: string;
}

/** What a conversation teaches about the person, whichever campaign asks next. */
@Injectable()
export class ContactUpdates {
  constructor(
    private readonly contacts: Contacts,
    private readonly roles: BuyingRoles,
    private readonly suppressions: Suppressions,
  ) {}

  async keep(manager: EntityManager, who: ConversationContact, said: ConversationInput): Promise<void> {
    if (said.contact) await this.correct(manager, who, said.contact);
    switch (said.disposition) {
      case 'wrong_number':
        await markPhone(manager, who.contactId, 'invalid');
        break;
      case 'connected_not_now':
        if (said.notBefore) await this.change(manager, who.contactId, { notBefore: said.notBefore });
        break;
      case 'connected_do_not_call':
        if (said.thisCampaignOnly) break;
        await this.suppressions.add(manager, {
          kind: 'contact',
          value: who.contactId,
          reason: who.source === 'rep' ? 'do_not_call' : 'unsubscribe',
          note: said.verbatim ?? null,
          by: who.by,
        });
    }
  }

  /** The role that was wrong is replaced, unless the person has the right one beside it. */
  private async correct(
    manager: EntityManager,
    who: ConversationContact,
    { role, ...rest }: ContactCorrection,
  ): Promise<void> {
    const { organizationId, contactId } = who;
    const roles = await manager.findBy(BuyingRole, { organizationId, contactId });
    const right = roles.find((each) => each.role === (role ?? who.role));
    const wrong = role && !right ? roles.find((each) => each.role === who.role) : undefined;
    const known = right ?? wrong;
    if (known) await this.roles.change(manager, known.id, wrong ? { role: role!, ...rest } : rest);
    else if (role) await this.roles.create(manager, { organizationId, contactId, role, ...rest });
  }

  /** What a person found out about an address or a number: it was checked, and is right now. */
  async change(
    manager: EntityManager,
    contactId: string,
    facts: { email?: string; phone?: string; notBefore?: Date },
  ): Promise<void> {
    await row(manager, 'SELECT FROM contact WHERE id = $1 FOR UPDATE', [contactId]);
    const { revision } = await this.contacts.get(contactId, manager);
    const given = Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
    await this.contacts.change(manager, contactId, revision, given);
  }
}
