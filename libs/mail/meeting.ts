import ICAL from 'ical.js';
import { instantsOf } from './instants.js';
import { MOST_CALENDAR, type ParsedMail } from './mail.js';

export const MEETING_ANSWERS = ['accepted', 'declined', 'tentative', 'countered'] as const;

/** What a calendar answers to an invitation (RFC 5546). */
export interface MeetingAnswer {
  /** countered: another time is proposed */
  answer: (typeof MEETING_ANSWERS)[number];
  uid: string | null;
  summary: string | null;
  /** the time it is about, or that is proposed, in words: Monday, 30 November 2026, 10:00–10:30 (Europe/Berlin) */
  time: string | null;
  /** the same as ISO instants; null: a whole day, or its zone is not known */
  start: string | null;
  end: string | null;
  /** what the person wrote beside it */
  comment: string | null;
}

const BY_STATUS: Record<string, MeetingAnswer['answer']> = {
  ACCEPTED: 'accepted',
  DECLINED: 'declined',
  TENTATIVE: 'tentative',
};

/** Null where no part answers an invitation. A broken calendar is none. */
export function meetingAnswerIn({ parts }: ParsedMail): MeetingAnswer | null {
  const part = parts.find(
    ({ type, text }) => type === 'text/calendar' && /^METHOD:\s*(?:REPLY|COUNTER)\b/im.test(text),
  );
  if (!part || part.text.length > MOST_CALENDAR) return null;
  try {
    return answerOf(new ICAL.Component(ICAL.parse(part.text) as unknown[]));
  } catch {
    return null;
  }
}

function answerOf(calendar: ICAL.Component): MeetingAnswer | null {
  const event = calendar.getFirstSubcomponent('vevent');
  if (!event) return null;
  const textOf = (name: string): string | null => {
    const value: unknown = event.getFirstPropertyValue(name);
    return typeof value === 'string' && value.trim() !== '' ? value.trim().slice(0, 2_000) : null;
  };
  const statuses = event
    .getAllProperties('attendee')
    .map((each) => String(each.getParameter('partstat')).toUpperCase());
  const counters = String(calendar.getFirstPropertyValue('method')).toUpperCase() === 'COUNTER';
  const answer = counters ? 'countered' : statuses.map((status) => BY_STATUS[status]).find(Boolean);
  if (!answer) return null;
  return {
    answer,
    uid: textOf('uid'),
    summary: textOf('summary'),
    time: timeOf(event),
    ...instantsOf(event),
    comment: textOf('comment'),
  };
}

function timeOf(event: ICAL.Component): string | null {
  const begins = event.getFirstProperty('dtstart');
  const start: unknown = begins?.getFirstValue();
  if (!(start instanceof ICAL.Time)) return null;
  const end: unknown = event.getFirstPropertyValue('dtend');
  const day = new Date(Date.UTC(start.year, start.month - 1, start.day)).toLocaleDateString('en-GB', DAY_IN_WORDS);
  if (start.isDate) return day;
  const until = end instanceof ICAL.Time && !end.isDate ? `–${clock(end)}` : '';
  const named: unknown = begins!.getParameter('tzid');
  const zone = typeof named === 'string' ? named : start.zone === ICAL.Timezone.utcTimezone ? 'UTC' : null;
  return `${day}, ${clock(start)}${until}${zone ? ` (${zone})` : ''}`;
}

const clock = ({ hour, minute }: ICAL.Time): string => [hour, minute].map((n) => String(n).padStart(2, '0')).join(':');
const DAY_IN_WORDS = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const;

const SAID: Record<MeetingAnswer['answer'], string> = {
  accepted: 'Accepted',
  declined: 'Declined',
  tentative: 'Accepted tentatively',
  countered: 'Proposed another time for',
};

/** As a rep reads it. */
export const meetingInWords = ({ answer, summary, time, comment }: MeetingAnswer): string =>
  [
    `${SAID[answer]}: ${summary ?? 'the invitation'}`,
    time && `${answer === 'countered' ? 'Proposed' : 'When'}: ${time}`,
    comment,
  ]
    .filter(Boolean)
    .join('\n');
