import type { EntityManager } from 'typeorm';
import type { MailReading } from '../../../libs/mail/index.js';
import { row, rows } from '../../platform/index.js';
import type { Authentication } from './authentication/authentication.js';
import type { MatchedBy, VerifiedBy } from './inbound-mail.entity.js';
import type { Named } from './ours.js';

/** Whose a mail is. `dispatchId` is null where no message was sent yet. */
export interface Match {
  enrolmentId: string;
  contactId: string;
  dispatchId: string | null;
  recipient: string | null;
  matchedBy: MatchedBy;
  guessed: boolean;
  /** what shows that it comes from this contact, or is about this message; null: nothing does */
  verifiedBy: VerifiedBy | null;
}
type Found = Omit<Match, 'matchedBy' | 'guessed' | 'verifiedBy'>;

/**
 * Finds whose a mail is: by the address it came to or a Message-ID in it, else by the contact with its sender's
 * address: the sender, or of a bounce or a complaint the recipient. One live enrolment is theirs; of several the latest
 * touched is a guess.
 */
export async function matchOf(
  manager: EntityManager,
  mail: Pick<MailReading, 'kind' | 'from' | 'returned' | 'complaint' | 'meeting'>,
  named: Named | null,
  authentication: Authentication,
): Promise<Match | null> {
  const bySender = authentication.result === 'pass' ? 'sender' : null;
  const about = named && (await row<Found & { messageId: string | null }>(manager, BY_DISPATCH, [named.dispatchId]));
  if (named && about) {
    const { messageId, ...found } = about;
    const theirs = found.recipient !== null && found.recipient.toLowerCase() === mail.from;
    const verifiedBy = provenBy(named, messageId) ?? (theirs ? bySender : null);
    return { ...found, matchedBy: named.by, guessed: false, verifiedBy };
  }
  const meeting = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@overture$/i.exec(mail.meeting?.uid ?? '')?.[1];
  const met = meeting && (await row<Found & { email: string | null }>(manager, BY_MEETING, [meeting]));
  if (met) {
    const { email, ...found } = met;
    return { ...found, matchedBy: 'thread', guessed: false, verifiedBy: email === mail.from ? bySender : null };
  }
  // an automatic mail of no known thread may be about anything
  if ((mail.kind === 'other' || mail.kind === 'receipt') && mail.returned.length === 0) return null;
  const addresses = aboutWhom(mail);
  if (addresses.length === 0) return null;
  const reports = mail.kind === 'bounce' || mail.returned.length > 0;
  const fitting = await rows<Found>(manager, reports ? BY_RECIPIENT : BY_PERSON, [addresses]);
  const [first] = fitting;
  if (!first) return null;
  // what a report says of another person is not said by the one who sent it
  const verifiedBy = reports || mail.complaint ? null : bySender;
  return { ...first, matchedBy: 'sender', guessed: fitting.length > 1, verifiedBy };
}

/** A Message-ID is ours to the last letter: what stands before the @ alone is known to more people. */
function provenBy({ by, signature, messageId }: Named, sent: string | null): VerifiedBy | null {
  if (by === 'address' && signature === 'valid') return 'address';
  return messageId !== null && messageId === sent ? 'thread' : null;
}

/** The contact of an enrolment that a user named, with their latest message. */
export async function matchByPerson(manager: EntityManager, enrolmentId: string): Promise<Match | null> {
  const found = await row<Found>(manager, BY_ENROLMENT, [enrolmentId]);
  return found ? { ...found, matchedBy: 'person', guessed: false, verifiedBy: null } : null;
}

function aboutWhom({
  kind,
  from,
  returned,
  complaint,
}: Pick<MailReading, 'kind' | 'from' | 'returned' | 'complaint'>): string[] {
  if (complaint) return complaint.recipient ? [complaint.recipient.toLowerCase()] : [];
  if (kind === 'bounce' || returned.length > 0)
    return returned.flatMap(({ recipient }) => recipient?.toLowerCase() ?? []);
  return from ? [from] : [];
}

const FACTS = `e.id AS enrolment_id, e.contact_id, d.id AS dispatch_id, d.recipient`;
const LAST_SENT = `
  LEFT JOIN LATERAL (SELECT id, recipient, coalesce(sent_at, sending_at) AS at FROM dispatch
                      WHERE enrolment_id = e.id AND state IN ('sending', 'sent', 'delivered', 'bounced', 'unknown')
                      ORDER BY coalesce(sent_at, sending_at, queued_at) DESC, id DESC LIMIT 1) d ON true`;

const BY_DISPATCH = `
SELECT ${FACTS}, d.message_id
  FROM dispatch d JOIN enrolment e ON e.id = d.enrolment_id WHERE d.id = $1`;
const BY_ENROLMENT = `SELECT ${FACTS} FROM enrolment e ${LAST_SENT} WHERE e.id = $1`;

/** The enrolment of the conversation that booked a meeting. $1 conversation */
const BY_MEETING = `
SELECT ${FACTS}, c.email_key AS email
  FROM conversation v
  JOIN enrolment e ON e.id = v.enrolment_id
  JOIN contact c ON c.id = e.contact_id ${LAST_SENT}
 WHERE v.id = $1 AND v.meeting_at IS NOT NULL`;

/** $1 lower-case addresses */
const BY_PERSON = `
SELECT ${FACTS}
  FROM contact c JOIN enrolment e ON e.contact_id = c.id JOIN campaign k ON k.id = e.campaign_id ${LAST_SENT}
 WHERE c.email_key = ANY($1) AND e.ended_at IS NULL AND e.first_touch_at IS NOT NULL
   AND k.state IN ('running', 'paused', 'in_review')
 ORDER BY coalesce(d.at, e.step_done_at, e.first_touch_at) DESC, e.id DESC LIMIT 2`;

/** What was sent to these addresses within the time in which mail comes back. $1 lower-case addresses */
const BY_RECIPIENT = `
SELECT ${FACTS} FROM dispatch d JOIN enrolment e ON e.id = d.enrolment_id
 WHERE lower(d.recipient) = ANY($1) AND d.state IN ('sending', 'sent', 'delivered', 'unknown')
   AND coalesce(d.sent_at, d.sending_at) > app_now() - interval '14 days'
 ORDER BY coalesce(d.sent_at, d.sending_at) DESC, d.id DESC LIMIT 2`;
