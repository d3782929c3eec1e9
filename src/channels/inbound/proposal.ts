import type { MailReading } from '../../../libs/mail/index.js';
import type { Disposition } from '../../../libs/plays/index.js';

/** The outcome that a mail suggests, for a person to take or to leave; null: none. */
export function proposalOf({ wish, meeting }: MailReading): Disposition | null {
  if (wish) return 'connected_do_not_call';
  return meeting && (meeting.answer === 'accepted' || meeting.answer === 'countered') ? 'connected_meeting_set' : null;
}
