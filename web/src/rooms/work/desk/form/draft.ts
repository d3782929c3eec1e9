import type { Shape } from '../../../../api/client';
import type { BuyingRole } from '../../../../components/forms/buyingRoles';
import {
  isConnected,
  needsReason,
  usualInterest,
  usualSentiment,
  type Disposition,
  type Interest,
  type Objection,
  type ConversationRecord,
  type Sentiment,
} from './outcomes';

export type TaskCard = Shape<'TaskCard'>;

export interface NewContactDraft {
  name: string;
  role: BuyingRole;
  title: string;
  email: string;
  phone: string;
}

/** The rep's input so far. Null means untouched, so that the disposition can imply a value. */
export interface OutcomeDraft {
  disposition: Disposition | null;
  sentiment: Sentiment | null;
  interest: Interest | null;
  objections: Objection[];
  verbatim: string;
  followUp: string;
  /** local date and time in the format of the browser's field */
  meetingAt: string;
  meetingMinutes: number;
  meetingPlace: string;
  person: NewContactDraft;
  wants: string;
  competitor: string;
  whatChanged: string;
  priceReaction: ConversationRecord['priceReaction'] | '';
  buyingJobs: NonNullable<ConversationRecord['buyingJobs']>;
  risks: NonNullable<ConversationRecord['risks']>;
  role: BuyingRole | null;
  resolution: Shape<'NewResolution'>['resolution'] | null;
  reason: string;
  email: string;
  phone: string;
  /** active time in ms, and the time of the last change */
  spent: number;
  touched: number;
}

export const NO_CONTACT: NewContactDraft = { name: '', role: 'decision_maker', title: '', email: '', phone: '' };

export const blankDraft = (card: TaskCard): OutcomeDraft => ({
  disposition: card.proposedDisposition as Disposition | null,
  sentiment: null,
  interest: null,
  objections: [],
  verbatim: card.kind === 'reply' ? (card.words ?? '').slice(0, 4000) : '',
  followUp: '',
  meetingAt: '',
  meetingMinutes: 30,
  meetingPlace: '',
  person: NO_CONTACT,
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

/** A longer gap between inputs is conversation and not data entry, so it counts at most this much. */
const LONGEST_PAUSE_MS = 10_000;

export function changeDraft(draft: OutcomeDraft, change: Partial<OutcomeDraft>, now: number): OutcomeDraft {
  const since = draft.touched ? Math.min(now - draft.touched, LONGEST_PAUSE_MS) : 0;
  return { ...draft, ...change, spent: draft.spent + since, touched: now };
}

export const sentimentOf = (draft: OutcomeDraft): Sentiment => draft.sentiment ?? usualSentiment(draft.disposition);
export const interestOf = (draft: OutcomeDraft, known: string | undefined): Interest | null =>
  isConnected(draft.disposition) ? (draft.interest ?? usualInterest(draft.disposition, known)) : null;

export type MissingInput = 'disposition' | 'reason' | 'person' | 'resolution' | 'contact' | 'why';

/** What is missing before saving. Matches the API's rules, so that nothing is sent that it would reject. */
export function missingInput(card: TaskCard, draft: OutcomeDraft): MissingInput | null {
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

export const isConversation = ({ kind }: TaskCard): boolean => kind === 'call' || kind === 'task' || kind === 'reply';

const said = (text: string): string | undefined => text.trim() || undefined;
const personBody = ({ name, role, title, email, phone }: NewContactDraft) => ({
  name: name.trim(),
  role,
  title: said(title),
  email: said(email),
  phone: said(phone),
});

export const conversationBody = (
  card: TaskCard,
  draft: OutcomeDraft,
  known: string | undefined,
  now: number,
): ConversationRecord => ({
  taskId: card.id,
  fence: card.fence,
  ...conversationDetails(draft, known, now),
});

export function conversationDetails(
  draft: OutcomeDraft,
  known: string | undefined,
  now: number,
): Omit<ConversationRecord, 'taskId' | 'fence'> {
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
    seconds: Math.round(changeDraft(draft, {}, now).spent / 1000),
  } as Omit<ConversationRecord, 'taskId' | 'fence'>;
}

export function resolutionBody(card: TaskCard, draft: OutcomeDraft): Shape<'NewResolution'> {
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

/** The draft survives an expired claim, a closed window and an undo. */
export function loadDraft(card: TaskCard): OutcomeDraft {
  try {
    return {
      ...blankDraft(card),
      ...(JSON.parse(localStorage.getItem(keyOf(card.id)) ?? '{}') as Partial<OutcomeDraft>),
    };
  } catch {
    return blankDraft(card);
  }
}
export const storeDraft = (taskId: string, draft: OutcomeDraft): void =>
  localStorage.setItem(keyOf(taskId), JSON.stringify(draft));
export const deleteDraft = (taskId: string): void => localStorage.removeItem(keyOf(taskId));
