import type { Shape } from '../../../../api/client';

export type ConversationRecord = Shape<'NewConversation'>;
export type Disposition = ConversationRecord['disposition'];
export type Sentiment = ConversationRecord['sentiment'];
export type Interest = NonNullable<ConversationRecord['interest']>;
export type Objection = NonNullable<ConversationRecord['objections']>[number]['code'];

/** The order never changes, so that reps can learn the keys. The most frequent outcomes come first. */
export const DISPOSITION_KEYS: [string, Disposition][] = [
  ['1', 'connected_interested'],
  ['2', 'connected_meeting_set'],
  ['3', 'connected_callback'],
  ['4', 'connected_not_now'],
  ['5', 'connected_not_interested'],
  ['6', 'no_answer'],
  ['7', 'voicemail_left'],
  ['8', 'gatekeeper_message'],
  ['9', 'connected_referred'],
  ['b', 'busy'],
  ['u', 'connected_not_a_fit'],
  ['x', 'connected_do_not_call'],
  ['r', 'gatekeeper_refused'],
  ['w', 'wrong_number'],
  ['t', 'technical_failure'],
];

export const SENTIMENTS: Sentiment[] = ['positive', 'neutral', 'negative', 'hostile'];
export const INTERESTS: Interest[] = ['none', 'aware', 'curious', 'active', 'commits_next_step'];

/** Keys of a pick list: the number row, then the row below. */
export const LIST_KEYS = [...'1234567890qwertyuip'];

/** most frequent first */
export const OBJECTIONS: Objection[] = [
  'price_value',
  'no_need',
  'status_quo',
  'timing',
  'competitor_incumbent',
  'loss_of_control',
  'authority',
  'trust',
  'budget',
  'brush_off',
  'product_gap',
  'implementation_disruption',
  'risk_organizational',
  'risk_personal',
  'data_security',
  'contract_terms',
];
export const MOST_OBJECTIONS = 2;

/** What a disposition implies about sentiment and interest, so that reps do not enter it. */
const IMPLIED: Partial<Record<Disposition, { sentiment: Sentiment; least: Interest; most: Interest }>> = {
  connected_interested: { sentiment: 'positive', least: 'curious', most: 'active' },
  connected_meeting_set: { sentiment: 'positive', least: 'commits_next_step', most: 'commits_next_step' },
  connected_callback: { sentiment: 'neutral', least: 'aware', most: 'active' },
  connected_referred: { sentiment: 'neutral', least: 'aware', most: 'curious' },
  connected_not_now: { sentiment: 'neutral', least: 'aware', most: 'curious' },
  connected_not_interested: { sentiment: 'negative', least: 'none', most: 'none' },
  connected_not_a_fit: { sentiment: 'neutral', least: 'none', most: 'none' },
  connected_do_not_call: { sentiment: 'negative', least: 'none', most: 'none' },
};
const NEED_A_REASON: Disposition[] = ['connected_not_interested', 'connected_not_now', 'connected_not_a_fit'];
const GOOD: Disposition[] = ['connected_interested', 'connected_meeting_set', 'connected_referred'];
const COME_BACK: Disposition[] = ['connected_callback', 'connected_not_now'];

export const isConnected = (disposition: Disposition | null): boolean => disposition !== null && disposition in IMPLIED;
export const isPositive = (disposition: Disposition): boolean => GOOD.includes(disposition);
export const needsReason = (disposition: Disposition | null): boolean =>
  disposition !== null && NEED_A_REASON.includes(disposition);
export const needsFollowUp = (disposition: Disposition | null): boolean =>
  disposition !== null && COME_BACK.includes(disposition);

export const usualSentiment = (disposition: Disposition | null): Sentiment =>
  (disposition && IMPLIED[disposition]?.sentiment) ?? 'neutral';

/** The known interest, limited to the range that the disposition implies. */
export function usualInterest(disposition: Disposition | null, known: string | undefined): Interest | null {
  const implied = disposition && IMPLIED[disposition];
  if (!implied) return null;
  const place = (each: Interest) => INTERESTS.indexOf(each);
  const before = INTERESTS.indexOf(known as Interest);
  return INTERESTS[Math.min(place(implied.most), Math.max(place(implied.least), before))]!;
}
