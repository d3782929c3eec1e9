import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

export interface LaunchWarning {
  code: string;
  /** what it is about, such as a sender's name and address; null: the campaign */
  about: string | null;
  message: string;
}

type Warn = (manager: EntityManager, campaignId: string) => Promise<LaunchWarning[]>;

/** What to know before a campaign with mails is launched. Rooms above register what they check; none keeps the launch. */
@Injectable()
export class LaunchWarnings {
  private readonly checks = new Map<string, Warn>();

  register(name: string, check: Warn): void {
    if (this.checks.has(name)) throw new Error(`The launch warnings of ${name} are registered twice.`);
    this.checks.set(name, check);
  }

  async of(manager: EntityManager, campaignId: string): Promise<LaunchWarning[]> {
    const found: LaunchWarning[] = [];
    for (const check of this.checks.values()) found.push(...(await check(manager, campaignId)));
    return found;
  }
}
