import { DISPOSITION_FACTS, type Disposition, type Interest } from '../../../libs/plays/index.js';
import { isDay } from '../../accounts/index.js';
import { Invalid, type FieldProblem } from '../../platform/index.js';
import type { ConversationInput } from './record.js';

export class ConversationIncomplete extends Invalid {}

/** What the disposition implies is not asked again. */
const IMPLIED: Partial<Record<Disposition, Interest>> = {
  connected_meeting_set: 'commits_next_step',
  connected_do_not_call: 'none',
};
const NEEDS_A_REASON: readonly Disposition[] = ['connected_not_interested', 'connected_not_now', 'connected_not_a_fit'];

export const interestOf = (said: ConversationInput): Interest | undefined => said.interest ?? IMPLIED[said.disposition];

/** @throws ConversationIncomplete naming every field that is missing or wrong. */
export function assertStructured(said: ConversationInput, now: Date): void {
  const errors = problemsOf(said, now);
  if (errors.length > 0) throw new ConversationIncomplete('The record of this conversation is not complete.', errors);
}

/**
 * A conversation is filed with its structured record (003-13); who was not spoken to needs none. Budget and time frame
 * are never asked for (T5).
 */
export function problemsOf(said: ConversationInput, now: Date): FieldProblem[] {
  const errors: FieldProblem[] = [];
  const wrong = (field: string, code: string, message: string) => void errors.push({ field, code, message });
  const { disposition, objections = [], newPeople = [] } = said;
  if (DISPOSITION_FACTS[disposition].connected && !interestOf(said))
    wrong('interest', 'required', 'say how interested the person is');
  if (NEEDS_A_REASON.includes(disposition) && objections.length === 0 && !said.verbatim)
    wrong('objections', 'required', 'say why not: an objection, or the person’s own words in verbatim');
  if (disposition === 'connected_referred' && newPeople.length === 0)
    wrong('newPeople', 'required', 'say to whom you were referred');
  if (new Set(objections.map(({ code }) => code)).size < objections.length)
    wrong('objections', 'repeated', 'name each objection once');
  if (said.referredTo !== undefined && !newPeople.some(({ name }) => name === said.referredTo))
    wrong('referredTo', 'unknown', 'referredTo must be the name of one of newPeople');
  said.commitments?.forEach(({ dueOn }, i) => {
    if (!isDay(dueOn)) wrong(`commitments.${i}.dueOn`, 'invalid', `there is no day ${dueOn}`);
  });
  if (said.meeting && disposition !== 'connected_meeting_set')
    wrong('meeting', 'unexpected', 'a meeting goes with the disposition connected_meeting_set');
  if (said.meeting && said.meeting.at <= now) wrong('meeting.at', 'in_past', 'the meeting must be still to come');
  if (said.occurredAt && said.occurredAt > now)
    wrong('occurredAt', 'in_future', 'occurredAt must not be in the future');
  return errors;
}
