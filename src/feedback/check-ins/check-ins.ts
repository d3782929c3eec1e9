import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { assertNotMerged, Organizations } from '../../accounts/index.js';
import { Additions, type OpenCohort } from '../../cohorts/index.js';
import {
  assertRevision,
  Conflict,
  Forbidden,
  Invalid,
  NotFound,
  row,
  rows,
  Settings,
  type Actor,
} from '../../platform/index.js';
import { FoundPeople } from '../conversations/found-people.js';
import type { CheckInAnswers } from './check-in.body.js';
import { CheckIn, type DROPPED } from './check-in.entity.js';
import { DUE, DUE_COUNTS } from './due.sql.js';
import { gapOf, type AccountPicture } from './gap.js';
import { FEEDBACK_SETTINGS } from '../feedback.settings.js';

class CheckInNotFound extends NotFound {}
class CheckInOpen extends Conflict {}
class CheckInEnded extends Conflict {}
class CheckInNotYours extends Forbidden {}
class CheckInNoCustomer extends Invalid {}
class WorksElsewhere extends Invalid {}
class QuestionGone extends Invalid {}
class AskFirst extends Conflict {}

export interface DueAccount {
  id: string;
  name: string;
  employees: number | null;
  tier: string;
  ownerId: string | null;
  owner: string | null;
  since: Date;
  reasons: string[];
  changes: string[];
  urgency: number;
}
export interface DueAsked {
  reasons?: string[];
  tiers?: string[];
  owners?: string[];
  after: { urgency: number; id: string } | null;
  limit: number;
}

export interface DueCounts {
  total: number;
  reason: Record<string, number>;
  tier: Record<string, number>;
}
export interface CheckInRecord {
  organization: string;
  said: { topic: string; question: string; words: string }[];
  people: { contactId: string; name: string }[];
}
export interface CheckInSummary {
  done: number;
  dropped: number;
  needs: number;
  unserved: number;
  people: number;
  meanGap: number | null;
  outbound: number;
  inbound: number;
}

@Injectable()
export class CheckIns {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly organizations: Organizations,
    private readonly settings: Settings,
    private readonly people: FoundPeople,
    private readonly additions: Additions,
  ) {}

  async due(asked: DueAsked): Promise<DueAccount[]> {
    const { after, limit } = asked;
    return rows(this.source, DUE, [...(await this.asked(asked)), after?.urgency ?? null, after?.id ?? null, limit]);
  }

  async dueCounts(asked: Omit<DueAsked, 'after' | 'limit'>): Promise<DueCounts> {
    return (await row<DueCounts>(this.source, DUE_COUNTS, await this.asked(asked)))!;
  }

  private async asked({ reasons, tiers, owners }: Omit<DueAsked, 'after' | 'limit'>): Promise<unknown[]> {
    const days = await this.settings.of(FEEDBACK_SETTINGS);
    const byTier = { small: days.checkInDaysSmall, medium: days.checkInDaysMedium, large: days.checkInDaysLarge };
    return [JSON.stringify(byTier), days.checkInSilentDays, reasons ?? null, tiers ?? null, owners ?? null];
  }

  /** The assumption comes first (002-11). Of two reps at once, one begins. */
  async start(
    manager: EntityManager,
    organizationId: string,
    assumption: AccountPicture,
    doneBy: string,
  ): Promise<CheckIn> {
    await assertNotMerged(manager, organizationId);
    const { relationship } = await this.organizations.get(organizationId, manager);
    if (relationship !== 'customer') throw new CheckInNoCustomer('Check-ins are for customers.');
    await this.assertWorksThere(manager, organizationId, assumption.decidesId);
    const made = await row<{ id: string }>(manager, START, [organizationId, doneBy, JSON.stringify(assumption)]);
    if (!made) throw new CheckInOpen('Somebody has begun a check-in with this customer already.');
    return this.get(manager, made.id);
  }

  async get(manager: EntityManager, id: string): Promise<CheckIn> {
    const found = await manager.findOneBy(CheckIn, { id });
    if (!found) throw new CheckInNotFound('There is no such check-in.');
    return found;
  }

  /** Who is new joins the buying group and every campaign under way there (002-4). */
  async finish(manager: EntityManager, id: string, read: number, told: CheckInAnswers, actor: Actor): Promise<CheckIn> {
    const { organizationId, assumption } = await this.opened(manager, id, read, actor);
    const { status, decidesId, needs, contactId = null, said = [], people = [], voiced = [] } = told;
    const answers = { status, decidesId, needs };
    await this.assertWorksThere(manager, organizationId, decidesId);
    await this.assertWorksThere(manager, organizationId, contactId);
    const found = await this.people.joinAll(manager, organizationId, people);
    const kept = await rows(manager, KEEP_ANSWERS, [id, JSON.stringify(said)]);
    if (kept.length < said.length)
      throw new QuestionGone('One of the questions is not in the bank, or was answered twice.');
    await manager.query(KEEP_PEOPLE, [id, found.map((each) => each.contactId)]);
    await manager.query(KEEP_NEEDS, [id, organizationId, JSON.stringify(voiced)]);
    return this.end(manager, id, { state: 'done', answers, contactId, gap: gapOf(assumption, answers) });
  }

  /** The record of one check-in: answers, and new contacts. */
  async told(manager: EntityManager, id: string): Promise<CheckInRecord> {
    return (await row<CheckInRecord>(manager, TOLD, [id]))!;
  }

  /**
   * Cohorts that the organization could join. Nothing of what we offer is shown before they have been asked (002-13).
   */
  async cohorts(manager: EntityManager, id: string): Promise<OpenCohort[]> {
    const { state, organizationId } = await this.get(manager, id);
    if (state !== 'done') throw new AskFirst('Ask first: what we offer is shown when the check-in is done.');
    return this.additions.open(manager, organizationId);
  }

  async summary(days: number): Promise<CheckInSummary> {
    return (await row<CheckInSummary>(this.source, SUMMARY, [days]))!;
  }

  async drop(
    manager: EntityManager,
    id: string,
    read: number,
    why: (typeof DROPPED)[number],
    actor: Actor,
  ): Promise<CheckIn> {
    await this.opened(manager, id, read, actor);
    return this.end(manager, id, { state: 'dropped', droppedBecause: why });
  }

  /** By the rep who began it; a manager may take over an open one. */
  private async opened(manager: EntityManager, id: string, read: number, actor: Actor): Promise<CheckIn> {
    await row(manager, 'SELECT FROM check_in WHERE id = $1 FOR UPDATE', [id]);
    const checkIn = await this.get(manager, id);
    if (checkIn.state !== 'open') throw new CheckInEnded('This check-in has ended.');
    if (checkIn.doneBy !== actor.id && !actor.roles.includes('manager'))
      throw new CheckInNotYours('Somebody else began this check-in. They, or a manager, end it.');
    assertRevision(checkIn, read);
    return checkIn;
  }

  private async end(manager: EntityManager, id: string, columns: Partial<CheckIn>): Promise<CheckIn> {
    const { revision } = await this.get(manager, id);
    await manager.update(CheckIn, { id }, { ...columns, revision: revision + 1, endedAt: () => 'app_now()' });
    return this.get(manager, id);
  }

  private async assertWorksThere(
    manager: EntityManager,
    organizationId: string,
    contactId: string | null,
  ): Promise<void> {
    if (contactId && !(await row(manager, WORKS_THERE, [organizationId, contactId])))
      throw new WorksElsewhere('Who decides, and whom you spoke to, must work at this organization.');
  }
}

/** $1 organization, $2 who, $3 assumption */
const START = `
INSERT INTO check_in (organization_id, done_by, for_owner, assumption)
SELECT $1, $2, (SELECT rep_id FROM ownership WHERE organization_id = $1), $3
ON CONFLICT (organization_id) WHERE state = 'open' DO NOTHING RETURNING id`;
const WORKS_THERE = 'SELECT 1 FROM employment WHERE organization_id = $1 AND contact_id = $2 AND until IS NULL';
const KEEP_ANSWERS = `
INSERT INTO check_in_answer (check_in_id, question_id, words)
SELECT $1, q.id, a.words FROM jsonb_to_recordset($2::jsonb) AS a("questionId" uuid, words text)
  JOIN check_in_question q ON q.id = a."questionId"
ON CONFLICT DO NOTHING RETURNING 1`;
const KEEP_PEOPLE = `
INSERT INTO check_in_person (check_in_id, contact_id) SELECT $1, unnest($2::uuid[]) ON CONFLICT DO NOTHING`;
const KEEP_NEEDS = `
INSERT INTO check_in_need (check_in_id, organization_id, kind, words)
SELECT $1, $2, kind, words FROM jsonb_to_recordset($3::jsonb) AS n(kind text, words text)`;
const TOLD = `
SELECT o.name AS organization,
       coalesce((SELECT jsonb_agg(jsonb_build_object('topic', q.topic, 'question', q.text, 'words', a.words)
         ORDER BY q.created_at, q.id)
                   FROM check_in_answer a JOIN check_in_question q ON q.id = a.question_id
                     WHERE a.check_in_id = i.id), '[]') AS said,
       coalesce((SELECT jsonb_agg(jsonb_build_object('contactId', c.id, 'name', c.name) ORDER BY c.name, c.id)
                   FROM check_in_person p JOIN contact c ON c.id = p.contact_id WHERE p.check_in_id = i.id),
                       '[]') AS people
  FROM check_in i JOIN organization o ON o.id = i.organization_id WHERE i.id = $1`;
/** $1 days */
const SUMMARY = `
WITH span AS (SELECT app_now() - make_interval(days => $1) AS since),
ended AS (SELECT i.* FROM check_in i, span WHERE i.ended_at > since)
SELECT (SELECT count(*)::int FROM ended WHERE state = 'done') AS done,
       (SELECT count(*)::int FROM ended WHERE state = 'dropped') AS dropped,
       (SELECT count(*)::int FROM check_in_need n JOIN ended i ON i.id = n.check_in_id) AS needs,
       (SELECT count(*)::int FROM check_in_need n JOIN ended i ON i.id = n.check_in_id
         WHERE n.state = 'unserved') AS unserved,
       (SELECT count(*)::int FROM check_in_person p JOIN ended i ON i.id = p.check_in_id) AS people,
       (SELECT round(avg(gap), 2)::float8 FROM ended) AS mean_gap,
       (SELECT count(*)::int FROM ended WHERE state = 'done')
         + (SELECT count(*)::int FROM conversation c
           JOIN organization o ON o.id = c.organization_id AND o.relationship = 'customer', span
           WHERE c.occurred_at > since AND c.source = 'rep') AS outbound,
       (SELECT count(*)::int FROM conversation c
         JOIN organization o ON o.id = c.organization_id AND o.relationship = 'customer', span
         WHERE c.occurred_at > since AND c.source <> 'rep') AS inbound`;
