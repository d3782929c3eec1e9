import type { Shape } from '../../../api/client';
import { blank, missing, saidOf, type Card, type Draft } from './form/draft';

export type Person = Shape<'BuyerMapView'>['people'][number];
export type Enrolment = NonNullable<Person['enrolment']>;
export const PARTS = ['present', 'again', 'resume', 'none'] as const;
export type Part = (typeof PARTS)[number];

/** One who may have been there, and what was said by them so far. */
export interface Seat {
  enrolmentId: string;
  name: string;
  role: string;
  interest: string;
  waits: boolean;
  part: Part;
  draft: Draft;
}

/** what the outcome form asks of a task, where there is none */
const TALK = { kind: 'call', contact: null, words: null } as unknown as Card;

export const seatsOf = (people: Person[], campaignId: string): Seat[] =>
  people
    .filter(({ enrolment }) => enrolment?.campaignId === campaignId)
    .map(({ name, enrolment }) => {
      const { enrolmentId, role, interest, reason } = enrolment as Enrolment;
      const waits = reason === 'group_session';
      return { enrolmentId, name, role, interest, waits, part: waits ? 'present' : 'none', draft: blank(TALK) };
    });

/** Whose record still lacks something. */
export const unfinished = (seats: Seat[]): Seat | undefined =>
  seats.find(({ part, draft }) => part === 'present' && missing(TALK, draft) !== null);

export function bodyOf(
  seats: Seat[],
  more: Omit<Shape<'NewGroupConversation'>, 'participants' | 'absent'>,
  now: number,
) {
  return {
    ...more,
    participants: seats
      .filter(({ part }) => part === 'present')
      .map(({ enrolmentId, draft, interest }) => ({ enrolmentId, ...saidOf(draft, interest, now) })),
    absent: seats
      .filter(({ part }) => part === 'again' || part === 'resume')
      .map(({ enrolmentId, part }) => ({ enrolmentId, next: part as 'again' | 'resume' })),
  } as Shape<'NewGroupConversation'>;
}
