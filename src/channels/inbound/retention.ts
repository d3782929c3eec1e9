import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { Every, Settings, touched } from '../../platform/index.js';
import { CHANNEL_SETTINGS } from '../channel.settings.js';

const AT_ONCE = 500;

/**
 * A mail that came in is not kept as it came for ever: what was recorded of it, and what the person answered, stays.
 */
@Injectable()
export class Retention {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly settings: Settings,
  ) {}

  /** Returns how many. A mail that still waits for a person is kept whole. */
  @Every('forget-old-mails', 3_600_000)
  async forget(): Promise<number> {
    const days = await this.settings.get(CHANNEL_SETTINGS.mailsKeptDays);
    let forgotten = 0;
    for (let more = true; more;) {
      const found = await touched(this.source.manager, FORGET, [days, AT_ONCE]);
      forgotten += found;
      more = found === AT_ONCE;
    }
    return forgotten;
  }
}

/** $1 days, $2 how many at once */
const FORGET = `
UPDATE inbound_mail SET raw = NULL, text = NULL, whole = false
 WHERE id IN (SELECT id FROM inbound_mail
               WHERE raw IS NOT NULL AND state IN ('handled', 'dismissed')
                 AND received_at < app_now() - make_interval(days => $1::int)
               ORDER BY received_at LIMIT $2 FOR UPDATE SKIP LOCKED)`;
