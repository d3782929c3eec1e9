import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** The person to find: by id, and by address, number and name that may occur elsewhere in clear text. */
export interface Person {
  contactId: string;
  name: string;
  /** the address as `emailKey` returns it */
  emailKey: string | null;
  /** that address, and those before it which no other contact has now */
  emailKeys: string[];
  /** E.164 */
  phone: string | null;
  /** numbers before that one which no other contact and no organization has now */
  formerPhones: string[];
}

/** What one room holds of people, and how it blanks that. Aggregates (states, dates, counts, codes) stay. */
export interface PersonalPart {
  /** everything, as rows, by the name under which the person reads it */
  read(manager: EntityManager, person: Person): Promise<Record<string, unknown>>;
  /** doing it twice is doing it once */
  erase(manager: EntityManager, person: Person): Promise<void>;
}

/**
 * The rooms that hold personal data. Each registers its part at boot, so that this room needs to know of none above it.
 */
@Injectable()
export class PersonalData {
  private readonly parts = new Map<string, PersonalPart>();

  /** @throws where the room registered before */
  register(room: string, part: PersonalPart): void {
    if (this.parts.has(room)) throw new Error(`${room} has registered its personal data already.`);
    this.parts.set(room, part);
  }

  async read(manager: EntityManager, person: Person): Promise<Record<string, unknown>> {
    const found: Record<string, unknown> = {};
    for (const part of this.parts.values()) Object.assign(found, await part.read(manager, person));
    return found;
  }

  /** The room that came last first: it may look for words that an earlier one still holds. */
  async erase(manager: EntityManager, person: Person): Promise<void> {
    for (const part of [...this.parts.values()].toReversed()) await part.erase(manager, person);
  }
}
