import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { MergeParts, type Moved, type MergePart } from '../accounts/index.js';
import { rows } from '../platform/index.js';
import { Tasks } from '../work/index.js';
import { changeEnrolments, each } from './enrolments/enrolment-transitions.js';
import { holdCampaign } from './lifecycle/campaign-lock.js';

/**
 * Two records of one contact in one campaign: the enrolment that went further continues, the other ends with its reason
 * and stays listed. Messages go with the contact.
 */
@Injectable()
export class EnrolmentMerging implements MergePart, OnModuleInit {
  constructor(
    private readonly parts: MergeParts,
    private readonly tasks: Tasks,
  ) {}

  onModuleInit(): void {
    this.parts.register('campaigns', this);
  }

  async hold(manager: EntityManager, contactIds: string[]): Promise<void> {
    const campaigns = await rows<{ id: string }>(manager, CAMPAIGNS_OF, [contactIds]);
    for (const { id } of campaigns) await holdCampaign(manager, id);
    await manager.query(LOCK_ENROLMENTS_OF, [contactIds]);
  }

  async move(manager: EntityManager, from: string, to: string): Promise<Moved> {
    const behind = idsOf(await rows(manager, MARK_BEHIND, [from, to]));
    const enrolments = idsOf(await rows(manager, MOVE_ENROLMENTS, [from, to]));
    const messages = idsOf(await rows(manager, MOVE_MESSAGES, [from, to]));
    const changed = await changeEnrolments(
      manager,
      each(behind, { transition: 'merge', detail: { mergedFrom: from } }),
    );
    const ended = idsOf(changed);
    if (ended.length > 0)
      await this.tasks.cancel(manager, { enrolmentIds: ended }, 'Merged with another record of the contact.');
    await manager.query(KEEP_LATER_PACE, [from, to]);
    const moved = { enrolments, messages, enrolmentsBehind: behind, enrolmentsEnded: ended };
    return Object.fromEntries(Object.entries(moved).filter(([, ids]) => ids.length > 0));
  }

  /** What was ended by the merge goes on where its campaign still runs. */
  async back(manager: EntityManager, moved: Moved, from: string, to: string): Promise<void> {
    const { enrolments = [], messages = [], enrolmentsBehind = [], enrolmentsEnded = [] } = moved;
    await manager.query(MOVE_ENROLMENTS_BACK, [from, to, enrolments]);
    await manager.query(UNMARK_BEHIND, [enrolmentsBehind]);
    await manager.query(MOVE_MESSAGES_BACK, [from, to, messages]);
    const live = idsOf(await rows(manager, IN_LIVE_CAMPAIGNS, [enrolmentsEnded]));
    await changeEnrolments(manager, each(live, { transition: 'unmerge' }));
  }
}

const idsOf = (found: { id: string }[]): string[] => found.map(({ id }) => id);

/** $1 contacts */
const CAMPAIGNS_OF = `
SELECT DISTINCT campaign_id AS id FROM enrolment WHERE contact_id = ANY($1::uuid[]) ORDER BY campaign_id`;
const LOCK_ENROLMENTS_OF = `
SELECT
  FROM enrolment
 WHERE contact_id = ANY($1::uuid[])
 ORDER BY id
   FOR NO KEY UPDATE`;

/**
 * Of two in one campaign the one behind: an answer counts before what still goes on, that before what was excluded or
 * failed; then the touches. $1 from, $2 to
 */
const MARK_BEHIND = `
UPDATE enrolment e
   SET merged_from = e.contact_id
  FROM (
    SELECT id, campaign_id,
           row_number() OVER (
             PARTITION BY campaign_id
             ORDER BY state IN ('opted_out', 'finished', 'bounced') DESC, ended_at IS NULL DESC, touches DESC,
                      first_touch_at NULLS LAST, contact_id = $2 DESC, id) AS place
      FROM enrolment
     WHERE contact_id IN ($1, $2) AND merged_from IS NULL) p
 WHERE e.id = p.id AND p.place > 1
RETURNING e.id`;
const MOVE_ENROLMENTS = 'UPDATE enrolment SET contact_id = $2 WHERE contact_id = $1 RETURNING id';
const MOVE_MESSAGES = 'UPDATE dispatch SET contact_id = $2 WHERE contact_id = $1 RETURNING id';
const KEEP_LATER_PACE = `
INSERT INTO contact_pace (contact_id, last_touch_at)
SELECT $2, last_touch_at
  FROM contact_pace
 WHERE contact_id = $1
    ON CONFLICT (contact_id) DO UPDATE
   SET last_touch_at = greatest(contact_pace.last_touch_at, excluded.last_touch_at)`;

/** $1 from, $2 to, $3 ids */
const MOVE_ENROLMENTS_BACK = 'UPDATE enrolment SET contact_id = $1 WHERE contact_id = $2 AND id = ANY($3::uuid[])';
const MOVE_MESSAGES_BACK = 'UPDATE dispatch SET contact_id = $1 WHERE contact_id = $2 AND id = ANY($3::uuid[])';
/** $1 enrolments */
const UNMARK_BEHIND = 'UPDATE enrolment SET merged_from = NULL WHERE id = ANY($1::uuid[])';
const IN_LIVE_CAMPAIGNS = `
SELECT e.id
  FROM enrolment e
  JOIN campaign k ON k.id = e.campaign_id
 WHERE e.id = ANY($1::uuid[]) AND k.state IN ('running', 'paused', 'in_review')`;
