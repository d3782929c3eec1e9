import type { EntityManager } from 'typeorm';
import { touched } from '../../platform/index.js';
import type { EmailState, PhoneState, StateSource } from './contact.entity.js';

/**
 * What a delivery or a person learned of a contact's address; verification does not overrule it. False where there is
 * no such contact.
 */
export async function markEmail(manager: EntityManager, contactId: string, state: EmailState): Promise<boolean> {
  const source: StateSource = state === 'bounced' ? 'delivery' : 'person';
  return (await touched(manager, MARK_EMAIL, [contactId, state, source, REASONS[state] ?? null])) > 0;
}

export async function markPhone(manager: EntityManager, contactId: string, state: PhoneState): Promise<boolean> {
  return (await touched(manager, MARK_PHONE, [contactId, state, 'person', REASONS[state] ?? null])) > 0;
}

/** The contact no longer asks for that day; another day, recorded elsewhere, stays. */
export async function withdrawNotBefore(manager: EntityManager, contactId: string, day: Date | null): Promise<void> {
  await manager.query(WITHDRAW_NOT_BEFORE, [contactId, day]);
}

/**
 * The person is away until then, for every campaign. What they surely said last counts; what only claims to be theirs
 * never lets them be reached sooner.
 */
export async function markAway(manager: EntityManager, contactId: string, until: Date, sure: boolean): Promise<void> {
  await manager.query(MARK_AWAY, [contactId, until, sure]);
}

const REASONS: Partial<Record<EmailState, string>> = { bounced: 'hard_bounce', invalid: 'a_person_says_so' };

const MARK_EMAIL = `
UPDATE contact
  SET email_state = $2, email_source = $3, email_reason = $4, email_suggestion = NULL, email_checked_at = app_now(),
    revision = revision + 1, updated_at = app_now() WHERE id = $1`;
const MARK_PHONE = `
UPDATE contact
  SET phone_state = $2, phone_source = $3, phone_reason = $4, phone_checked_at = app_now(), revision = revision + 1,
    updated_at = app_now() WHERE id = $1`;
const WITHDRAW_NOT_BEFORE = `
UPDATE contact
   SET not_before = NULL, revision = revision + 1, updated_at = app_now()
 WHERE id = $1 AND not_before = $2`;
const MARK_AWAY = `
UPDATE contact
   SET away_until = CASE WHEN $3 THEN $2 ELSE greatest(away_until, $2) END,
       revision = revision + 1, updated_at = app_now()
 WHERE id = $1`;
