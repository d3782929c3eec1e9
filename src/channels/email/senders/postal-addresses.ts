import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { LaunchChecks } from '../../../campaigns/index.js';
import { rows } from '../../../platform/index.js';

const WHY = 'In many countries the law wants it below each mail.';

/** Warns before a launch of senders whose mails would not say where they come from. */
@Injectable()
export class PostalAddresses implements OnModuleInit {
  constructor(private readonly warnings: LaunchChecks) {}

  onModuleInit(): void {
    this.warnings.register('postal addresses', async (manager, campaignId) => {
      const without = await sendersWithout(manager, campaignId);
      return without.map((about) => ({
        code: 'no_postal_address',
        about,
        message: about
          ? `${about} has no postal address. ${WHY} Enter it at the sender.`
          : `The default mail server adds no postal address. ${WHY} Choose a sender that has one.`,
      }));
    });
  }
}

/** Those of a campaign, as `name <address>`; null: it has none, and the default server sends. */
async function sendersWithout(manager: EntityManager, campaignId: string): Promise<(string | null)[]> {
  const found = await rows<{ sender: string | null }>(manager, WITHOUT_ADDRESS, [campaignId]);
  return found.map(({ sender }) => sender);
}

/** A paused sender counts: it sends as soon as it is resumed. $1 campaign */
const WITHOUT_ADDRESS = `
SELECT s.name || ' <' || s.address || '>' AS sender
  FROM (SELECT $1::uuid AS id) k
  LEFT JOIN campaign_sender cs ON cs.campaign_id = k.id
  LEFT JOIN sender s ON s.id = cs.sender_id
 WHERE s.postal_address IS NULL
 ORDER BY s.name, s.address`;
