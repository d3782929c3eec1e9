import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

export interface LaunchFinding {
  code: string;
  /** what it is about, such as a sender's name and address; null: the campaign */
  about: string | null;
  message: string;
  /** that it is to be mended at */
  senderId?: string;
  /** it keeps the launch; left out: it only warns */
  blocks?: true;
}

type Check = (manager: EntityManager, campaignId: string) => Promise<LaunchFinding[]>;

/** What stands against the launch of a campaign with mails, or is to be known before it. Rooms above register what they check. */
@Injectable()
export class LaunchChecks {
  private readonly checks = new Map<string, Check>();

  register(name: string, check: Check): void {
    if (this.checks.has(name)) throw new Error(`The launch checks of ${name} are registered twice.`);
    this.checks.set(name, check);
  }

  async of(manager: EntityManager, campaignId: string): Promise<LaunchFinding[]> {
    const found: LaunchFinding[] = [];
    for (const check of this.checks.values()) found.push(...(await check(manager, campaignId)));
    return found;
  }
}
