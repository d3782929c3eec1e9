import { Injectable, type OnModuleInit } from '@nestjs/common';
import { LaunchChecks } from '../../../campaigns/index.js';
import { rows } from '../../../platform/index.js';
import { OF_CAMPAIGN } from './domain-health.sql.js';
import type { HealthLine, LineReason } from './line.js';

interface Checked {
  senderId: string;
  about: string;
  lines: HealthLine[];
}

const BLOCKING: Partial<Record<LineReason, string>> = {
  no_authentication: 'Neither SPF nor DKIM speaks for its domain, so that mail providers refuse its mails',
  dkim_revoked: 'Its DKIM key is revoked in DNS, so that every signature fails',
  dmarc_reject_unaligned: 'The DMARC policy of its domain rejects its mails: neither SPF nor DKIM is aligned with it',
  mx_null: 'Its domain says in DNS that it takes no mail, so that mail providers refuse its mails',
};

/** What providers refuse on keeps a launch; what else is not met is said before it. Unknown keeps nothing. */
@Injectable()
export class DomainLaunchChecks implements OnModuleInit {
  constructor(private readonly checks: LaunchChecks) {}

  onModuleInit(): void {
    this.checks.register('sender domains', async (manager, campaignId) =>
      (await rows<Checked>(manager, OF_CAMPAIGN, [campaignId])).flatMap((checked) => [
        ...this.blocking(checked),
        ...this.warnings(checked),
      ]),
    );
  }

  private blocking({ senderId, about, lines }: Checked) {
    return lines
      .filter(({ status, severity }) => status === 'not_met' && severity === 'blocks')
      .map(({ reason }) => ({
        code: `domain_${reason}`,
        about,
        senderId,
        message: `${about}: ${BLOCKING[reason!] ?? reason}. Mend it as the sender’s screen says, and check it again there.`,
        blocks: true as const,
      }));
  }

  /** One for all: the sender's screen has them. The postal address has a warning of its own. */
  private warnings({ senderId, about, lines }: Checked) {
    const count = lines.filter(
      ({ id, status, severity }) => status === 'not_met' && severity === 'warns' && id !== 'postal_address',
    ).length;
    if (count === 0) return [];
    const message = `${about}: ${count} of the checks of its domain and server are not met. The sender’s screen says which.`;
    return [{ code: 'domain_not_met', about, senderId, message }];
  }
}
