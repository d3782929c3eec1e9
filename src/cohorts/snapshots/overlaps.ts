import { Injectable } from '@nestjs/common';

const NOBODY = `
SELECT NULL::uuid AS campaign_id, NULL::text AS campaign, NULL::uuid AS contact_id WHERE false`;

/** Who is under way in a running campaign. The rooms above know; they say at boot how to find out. */
@Injectable()
export class Overlaps {
  private readonly selects = new Map<string, string>();

  /**
   * `select` gives one row a person and running campaign: campaign_id uuid, campaign text (its name), contact_id uuid. It has no parameters
   * and goes into statements as it stands: write it yourself, never from input.
   */
  register(name: string, select: string): void {
    if (this.selects.has(name)) throw new Error(`The overlaps of ${name} are registered twice.`);
    this.selects.set(name, select);
  }

  get sql(): string {
    return [NOBODY, ...this.selects.values()].join('\nUNION ALL\n');
  }
}
