import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { blankAudit, PersonalData, type Person, type PersonalPart } from '../accounts/index.js';
import { rows } from '../platform/index.js';
import { eraseBuying } from './buying/redact-buying.js';
import { redacted } from './conversations/redact.js';

/**
 * Erases a person from conversations. Their words are removed; what the market answered (dispositions, codes, interest)
 * stays counted.
 */
@Injectable()
export class ConversationRedaction implements PersonalPart, OnModuleInit {
  constructor(private readonly personal: PersonalData) {}

  onModuleInit(): void {
    this.personal.register('feedback', this);
  }

  async read(manager: EntityManager, { contactId }: Person): Promise<Record<string, unknown>> {
    const found: Record<string, unknown> = {};
    for (const [name, text] of Object.entries(READ))
      found[name] = (await rows<{ row: unknown }>(manager, text, [contactId])).map(({ row }) => row);
    return found;
  }

  async erase(manager: EntityManager, person: Person): Promise<void> {
    const { contactId } = person;
    const ids = (await rows<{ id: string }>(manager, BLANK_CONVERSATIONS, [contactId])).map(({ id }) => id);
    await manager.query(BLANK_OBJECTIONS, [ids]);
    const buyerCommitments = await rows<{ id: string }>(manager, BLANK_BUYER_COMMITMENTS, [ids]);
    await blankAudit(manager, 'conversation', ids);
    await blankAudit(
      manager,
      'buyer_commitment',
      buyerCommitments.map(({ id }) => id),
    );
    const answers = await rows<{ id: string }>(manager, BLANK_MEETING_ANSWERS, [ids]);
    await blankAudit(
      manager,
      'meeting_answer',
      answers.map(({ id }) => id),
    );
    await this.eraseCheckIns(manager, contactId);
    await this.eraseLessons(manager, person);
    await eraseBuying(manager, person);
  }

  private async eraseCheckIns(manager: EntityManager, contactId: string): Promise<void> {
    await manager.query(BLANK_ANSWERS, [contactId]);
    const needs = await rows<{ id: string }>(manager, BLANK_NEEDS, [contactId]);
    await blankAudit(
      manager,
      'check_in_need',
      needs.map(({ id }) => id),
    );
  }

  /** A lesson stays; its link to the conversation and the person's name in its text are removed. */
  private async eraseLessons(manager: EntityManager, person: Person): Promise<void> {
    const { contactId, name } = person;
    const lessons = await rows<{ id: string; text: string }>(manager, LESSONS, [contactId, name]);
    for (const { id, text } of lessons) await manager.query(UNTIE_LESSON, [id, redacted(text, person)]);
    await blankAudit(
      manager,
      'lesson',
      lessons.map(({ id }) => id),
    );
  }
}

const THEIRS = 'SELECT id FROM conversation WHERE contact_id = $1';
const READ = {
  conversations: 'SELECT to_jsonb(c) AS row FROM conversation c WHERE contact_id = $1 ORDER BY id',
  // personal risks are reported to the person by the rep who knows them: the user who exports the data may not read
  // them
  objections: `SELECT to_jsonb(j) AS row FROM objection j
    WHERE conversation_id IN (${THEIRS}) AND code <> 'risk_personal' ORDER BY id`,
  risks: `SELECT CASE WHEN personal THEN jsonb_build_object('id', r.id, 'personal', true, 'askFor', u.name)
    ELSE to_jsonb(r) END AS row
     FROM stakeholder_risk r LEFT JOIN ownership w ON w.organization_id = r.organization_id LEFT
       JOIN app_user u ON u.id = w.rep_id WHERE r.contact_id = $1 ORDER BY r.id`,
  groupSessionsMissed: `SELECT to_jsonb(a) AS row FROM group_absentee a JOIN enrolment e ON e.id = a.enrolment_id
      WHERE e.contact_id = $1 ORDER BY a.session_id`,
  buyerCommitments: `SELECT to_jsonb(p) AS row FROM buyer_commitment p
    WHERE conversation_id IN (${THEIRS}) ORDER BY id`,
  meetingAnswers: `SELECT to_jsonb(m) AS row FROM meeting_answer m
    WHERE conversation_id IN (${THEIRS}) ORDER BY id`,
  lessons: `SELECT to_jsonb(l) AS row FROM lesson l
    WHERE task_id IN (SELECT id FROM task WHERE contact_id = $1) ORDER BY id`,
  namedDecider: `SELECT to_jsonb(i) AS row FROM check_in i
    WHERE $1 IN (assumption ->> 'decidesId', answers ->> 'decidesId') ORDER BY id`,
  checkIns: `SELECT to_jsonb(a) AS row FROM check_in_answer a JOIN check_in i ON i.id = a.check_in_id
    WHERE i.contact_id = $1 ORDER BY a.question_id`,
  needs: `SELECT to_jsonb(n) AS row FROM check_in_need n JOIN check_in i ON i.id = n.check_in_id
    WHERE i.contact_id = $1 ORDER BY n.id`,
  newIn: 'SELECT to_jsonb(p) AS row FROM check_in_person p WHERE contact_id = $1 ORDER BY check_in_id',
  namedIn: 'SELECT to_jsonb(f) AS row FROM found_person f WHERE contact_id = $1 ORDER BY conversation_id',
} as const;
const BLANK_ANSWERS = `
UPDATE check_in_answer SET words = '(erased)' WHERE check_in_id IN (SELECT id FROM check_in WHERE contact_id = $1)`;
const BLANK_NEEDS = `
UPDATE check_in_need SET words = '(erased)' WHERE check_in_id IN (SELECT id FROM check_in WHERE contact_id = $1)
  RETURNING id`;
const BLANK_CONVERSATIONS = `
UPDATE conversation
  SET verbatim = NULL, wants = NULL, needs = NULL, aspirations = NULL, what_changed = NULL, competitor = NULL,
    meeting_place = NULL
 WHERE contact_id = $1 RETURNING id`;
const BLANK_OBJECTIONS = 'UPDATE objection SET verbatim = NULL, underlying = NULL WHERE conversation_id = ANY($1)';
const BLANK_BUYER_COMMITMENTS = `
UPDATE buyer_commitment SET text = '(erased)' WHERE conversation_id = ANY($1) RETURNING id`;
const BLANK_MEETING_ANSWERS = `
UPDATE meeting_answer SET words = NULL WHERE conversation_id = ANY($1) RETURNING id`;
/** $1 contact, $2 name */
const LESSONS = `
SELECT id, text FROM lesson
  WHERE task_id IN (SELECT id FROM task WHERE contact_id = $1) OR strpos(lower(text), lower($2)) > 0`;
const UNTIE_LESSON = 'UPDATE lesson SET task_id = NULL, text = $2 WHERE id = $1';
