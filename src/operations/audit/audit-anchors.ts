import { appendFile } from 'node:fs/promises';
import { Injectable, Logger } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { Transport } from '../../channels/index.js';
import { Config, Every, row, rows } from '../../platform/index.js';
import { anchorLine, type Anchor } from './anchor-text.js';

/**
 * Once a day the newest seal leaves the database: into the log, the file of AUDIT_ANCHORS, and by mail to the
 * administrators. Who rewrites the trail and all of its seals cannot reach what left.
 */
@Injectable()
export class AuditAnchors {
  private readonly log = new Logger('AuditAnchors');

  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly config: Config,
    private readonly transport: Transport,
  ) {}

  @Every('anchor-audit', 3_600_000)
  async anchor(): Promise<void> {
    const now = new Date();
    const day = now.toISOString().slice(0, 10);
    const newest = await row<Anchor>(this.source, DUE, [day]);
    if (!newest) return;
    const line = anchorLine(newest, now);
    // first what may be done twice: a full disk is tried again in an hour
    if (this.config.auditAnchors) await appendFile(this.config.auditAnchors, `${line}\n`, { mode: 0o600 });
    this.log.log(line);
    const claimed = await row<{ maySend: boolean }>(this.source, RECORD, [newest.seal, newest.hash, day]);
    if (claimed?.maySend && this.config.smtpUrl) await this.mail(line, day);
  }

  private async mail(line: string, day: string): Promise<void> {
    for (const { name, email } of await rows<{ name: string; email: string }>(this.source, ADMINISTRATORS)) {
      const { result, response } = await this.transport.send({
        messageId: `<audit-${day}-${crypto.randomUUID()}@overture>`,
        from: { name: 'Overture', address: this.config.mailFrom },
        to: { name, address: email },
        replyTo: null,
        returnPath: null,
        references: [],
        html: null,
        subject: `Audit trail: anchor of ${day}`,
        text: `${line}\n\n${WHAT_FOR}\n`,
        headers: { 'Auto-Submitted': 'auto-generated' },
      });
      if (result !== 'sent') this.log.warn(`The anchor of ${day} was not mailed to ${email}: ${response}`);
    }
  }
}

const WHAT_FOR =
  'Keep this mail. Saved to a file, it proves that the audit trail up to this day was not rewritten: npm run cli -- audit verify --anchors FILE';

/** The newest seal, where none left today. $1 day */
const DUE = `
SELECT s.number AS seal, encode(s.hash, 'hex') AS hash
  FROM audit_seal s
 WHERE s.number = (SELECT max(number) FROM audit_seal)
   AND NOT EXISTS (
     SELECT FROM audit_entry WHERE entity = 'audit_seal' AND action = 'anchor' AND after ->> 'day' = $1)`;
/** $1 seal, $2 hash, $3 day */
const RECORD = `
INSERT INTO audit_entry (actor, action, entity, entity_id, after)
SELECT 'worker', 'anchor', 'audit_seal', $1, jsonb_build_object('hash', $2::text, 'day', $3::text)
RETURNING may_dispatch() AS may_send`;
const ADMINISTRATORS = `SELECT name, email FROM app_user WHERE state = 'active' AND 'admin' = ANY (roles) ORDER BY id`;
