import { Injectable } from '@nestjs/common';

const NOBODY = `
SELECT NULL::uuid AS campaign_id, NULL::text AS campaign, NULL::uuid AS contact_id WHERE false`;

/** Contacts who are active in a running campaign. Rooms above register the query for it at boot. */
@Injectable()
export class Overlaps {
  private readonly selects = new Map<string, string>();

  /**
   * `select` answers one row for a contact and running campaign: campaign_id uuid, campaign text (its name), contact_id
   * uuid. It has no parameters and is interpolated into statements: a constant, never input.
   */
  register(name: string, select: string): void {
    if (this.selects.has(name)) throw new Error(`The overlaps of ${name} are registered twice.`);
    this.selects.set(name, select);
  }

  get sql(): string {
    return [NOBODY, ...this.selects.values()].join('\nUNION ALL\n');
  }
}
