import type { EntityManager } from 'typeorm';
import { touched } from '../platform/index.js';
import type { EmailState, PhoneState } from './contact.entity.js';

/** What sending or checking learned of a contact's address. False where there is no such contact. */
export async function markEmail(manager: EntityManager, contactId: string, state: EmailState): Promise<boolean> {
  return (await touched(manager, MARK_EMAIL, [contactId, state])) > 0;
}

export async function markPhone(manager: EntityManager, contactId: string, state: PhoneState): Promise<boolean> {
  return (await touched(manager, MARK_PHONE, [contactId, state])) > 0;
}

const MARK_EMAIL = `
UPDATE contact SET email_state = $2, email_checked_at = app_now(), revision = revision + 1, updated_at = app_now() WHERE id = $1`;
const MARK_PHONE = `
UPDATE contact SET phone_state = $2, phone_checked_at = app_now(), revision = revision + 1, updated_at = app_now() WHERE id = $1`;
