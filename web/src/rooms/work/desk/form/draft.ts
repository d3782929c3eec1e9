import type { Shape } from '../../../../api/client';
import type { Role } from '../../../../components/roles';
import {
  isConnected,
  needsReason,
  usualInterest,
  usualSentiment,
  type Disposition,
  type Interest,
  type Objection,
  type Said,
  type Sentiment,
} from './outcomes';

export type Card = Shape<'TaskCard'>;

export interface Person {
  name: string;
  role: Role;
  title: string;
  email: string;
  phone: string;
}

/** What a rep has entered so far. Null: not touched, so that the disposition may say it. */
export interface Draft {
  disposition: Disposition | null;
  sentiment: Sentiment | null;
  interest: Interest | null;
  objections: Objection[];
  verbatim: string;
  /** a day */
  followUp: string;
  /** local date and time, as the browser's field writes it */
  meetingAt: string;
  meetingMinutes: number;
  meetingPlace: string;
  person: Person;
  wants: string;
  competitor: string;
  whatChanged: string;
  priceReaction: Said['priceReaction'] | '';
  buyingJobs: NonNullable<Said['buyingJobs']>;
  risks: NonNullable<Said['risks']>;
  /** the part this person really plays */
  role: Role | null;
  resolution: Shape<'NewResolution'>['resolution'] | null;
  reason: string;
  email: string;
  phone: string;
  /** hands-on milliseconds, and when the draft was last touched */
  spent: number;
  touched: number;
}

export const NOBODY: Person = { name: '', role: 'decision_maker', title: '', email: '', phone: '' };

export const blank = (card: Card): Draft => ({
  disposition: null,
  sentiment: null,
  interest: null,
  objections: [],
  verbatim: card.kind === 'reply' ? (card.words ?? '').slice(0, 4000) : '',
  followUp: '',
  meetingAt: '',
  meetingMinutes: 30,
  meetingPlace: '',
  person: NOBODY,
  wants: '',
  competitor: '',
  whatChanged: '',
  priceReaction: '',
  buyingJobs: [],
  risks: [],
  role: null,
  resolution: card.kind === 'notice' ? 'seen' : null,
  reason: '',
  email: card.contact?.email ?? '',
  phone: card.contact?.phone ?? '',
  spent: 0,
  touched: 0,
});

/** A pause is a talk, not clerical work: it counts this much at most. */
const LONGEST_PAUSE_MS = 10_000;

export function touch(draft: Draft, change: Partial<Draft>, now: number): Draft {
  const since = draft.touched ? Math.min(now - draft.touched, LONGEST_PAUSE_MS) : 0;
  return { ...draft, ...change, spent: draft.spent + since, touched: now };
}

export const sentimentOf = (draft: Draft): Sentiment => draft.sentiment ?? usualSentiment(draft.disposition);
export const interestOf = (draft: Draft, known: string | undefined): Interest | null =>
  isConnected(draft.disposition) ? (draft.interest ?? usualInterest(draft.disposition, known)) : null;

export type Missing = 'disposition' | 'reason' | 'person' | 'resolution' | 'contact' | 'why';

/** What must still be said before it can be saved; what the API would refuse is not sent. */
export function missing(card: Card, draft: Draft): Missing | null {
  if (isConversation(card)) {
    if (!draft.disposition) return 'disposition';
    if (needsReason(draft.disposition) && draft.objections.length === 0 && !draft.verbatim.trim()) return 'reason';
    if (draft.disposition === 'connected_referred' && !draft.person.name.trim()) return 'person';
    return null;
  }
  if (!draft.resolution) return 'resolution';
  if (draft.resolution === 'corrected' && !draft.email.trim() && !draft.phone.trim()) return 'contact';
  if (draft.resolution === 'found' && !draft.person.name.trim()) return 'person';
  if (draft.resolution === 'exclude' && !draft.reason.trim()) return 'why';
  return null;
}

export const isConversation = ({ kind }: Card): boolean => kind === 'call' || kind === 'task' || kind === 'reply';

const said = (text: string): string | undefined => text.trim() || undefined;
const personBody = ({ name, role, title, email, phone }: Person) => ({
  name: name.trim(),
  role,
  title: said(title),
  email: said(email),
  phone: said(phone),
});

/** The record as the API takes it. */
export const conversationOf = (card: Card, draft: Draft, known: string | undefined, now: number): Said => ({
  taskId: card.id,
  fence: card.fence,
  ...saidOf(draft, known, now),
});

/** What one person said. */
export function saidOf(draft: Draft, known: string | undefined, now: number): Omit<Said, 'taskId' | 'fence'> {
  const { disposition, objections, meetingAt, followUp, person, role } = draft;
  return {
    disposition: disposition!,
    sentiment: sentimentOf(draft),
    interest: interestOf(draft, known) ?? undefined,
    objections: objections.length > 0 ? objections.map((code) => ({ code })) : undefined,
    verbatim: said(draft.verbatim),
    wants: said(draft.wants),
    competitor: said(draft.competitor),
    whatChanged: said(draft.whatChanged),
    priceReaction: draft.priceReaction || undefined,
    buyingJobs: draft.buyingJobs.length > 0 ? draft.buyingJobs : undefined,
    risks: draft.risks.length > 0 ? draft.risks : undefined,
    contact: role ? { role } : undefined,
    newPeople: person.name.trim() ? [personBody(person)] : undefined,
    notBefore: followUp ? new Date(`${followUp}T09:00`).toISOString() : undefined,
    meeting:
      disposition === 'connected_meeting_set' && meetingAt
        ? {
            at: new Date(meetingAt).toISOString(),
            minutes: draft.meetingMinutes,
            place: said(draft.meetingPlace),
          }
        : undefined,
    seconds: Math.round(touch(draft, {}, now).spent / 1000),
  } as Omit<Said, 'taskId' | 'fence'>;
}

/** How a task ends that is no conversation. */
export function resolutionOf(card: Card, draft: Draft): Shape<'NewResolution'> {
  const { resolution, person } = draft;
  return {
    taskId: card.id,
    fence: card.fence,
    resolution: resolution!,
    email: resolution === 'corrected' ? said(draft.email) : undefined,
    phone: resolution === 'corrected' ? said(draft.phone) : undefined,
    newPeople: resolution === 'found' ? [personBody(person)] : undefined,
    reason: said(draft.reason),
  } as Shape<'NewResolution'>;
}

const keyOf = (taskId: string): string => `overture.draft.${taskId}`;

/** What was typed outlives a lapsed claim, a closed window and an undo. */
export function stored(card: Card): Draft {
  try {
    return { ...blank(card), ...(JSON.parse(localStorage.getItem(keyOf(card.id)) ?? '{}') as Partial<Draft>) };
  } catch {
    return blank(card);
  }
}
export const store = (taskId: string, draft: Draft): void => localStorage.setItem(keyOf(taskId), JSON.stringify(draft));
export const forget = (taskId: string): void => localStorage.removeItem(keyOf(taskId));
