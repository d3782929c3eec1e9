import type { Shape } from '../../../api/client';
import { blankDraft, missingInput, conversationDetails, type TaskCard, type OutcomeDraft } from './form/draft';

export type GroupContact = Shape<'BuyerMapView'>['people'][number];
export type GroupEnrolment = NonNullable<GroupContact['enrolment']>;
export const ATTENDANCES = ['present', 'again', 'resume', 'none'] as const;
export type Attendance = (typeof ATTENDANCES)[number];

/** A possible participant, with the input so far. */
export interface Participant {
  enrolmentId: string;
  name: string;
  role: string;
  interest: string;
  waits: boolean;
  part: Attendance;
  draft: OutcomeDraft;
}

/** the outcome form expects a task; a group session has none */
const TALK = { kind: 'call', contact: null, words: null } as unknown as TaskCard;

export const participantsOf = (people: GroupContact[], campaignId: string): Participant[] =>
  people
    .filter(({ enrolment }) => enrolment?.campaignId === campaignId)
    .map(({ name, enrolment }) => {
      const { enrolmentId, role, interest, reason } = enrolment as GroupEnrolment;
      const waits = reason === 'group_session';
      return { enrolmentId, name, role, interest, waits, part: waits ? 'present' : 'none', draft: blankDraft(TALK) };
    });

export const firstIncomplete = (seats: Participant[]): Participant | undefined =>
  seats.find(({ part, draft }) => part === 'present' && missingInput(TALK, draft) !== null);

export function groupSessionBody(
  seats: Participant[],
  more: Omit<Shape<'NewGroupConversation'>, 'participants' | 'absent'>,
  now: number,
) {
  return {
    ...more,
    participants: seats
      .filter(({ part }) => part === 'present')
      .map(({ enrolmentId, draft, interest }) => ({ enrolmentId, ...conversationDetails(draft, interest, now) })),
    absent: seats
      .filter(({ part }) => part === 'again' || part === 'resume')
      .map(({ enrolmentId, part }) => ({ enrolmentId, next: part as 'again' | 'resume' })),
  } as Shape<'NewGroupConversation'>;
}
