/** The closed lists of the campaign's language, in the order in which screens show them. */

/** Roles of a buying group. */
export const ROLES = [
  'economic_buyer',
  'decision_maker',
  'champion',
  'executive_sponsor',
  'technical_evaluator',
  'end_user',
  'influencer',
  'legal_procurement',
  'gatekeeper_appointed',
  'gatekeeper_self_appointed',
  'blocker',
  'coach',
  'other',
  'unknown',
] as const;
export type Role = (typeof ROLES)[number];

/** Ordered, from least to most. Not yet known is no level: an enrolment's interest is `Interest | 'unknown'`. */
export const INTERESTS = ['none', 'aware', 'curious', 'active', 'commits_next_step'] as const;
export type Interest = (typeof INTERESTS)[number];

export const DISPOSITIONS = [
  'connected_interested',
  'connected_meeting_set',
  'connected_callback',
  'connected_referred',
  'connected_not_now',
  'connected_not_interested',
  'connected_not_a_fit',
  'connected_do_not_call',
  'gatekeeper_message',
  'gatekeeper_refused',
  'voicemail_left',
  'no_answer',
  'busy',
  'wrong_number',
  'technical_failure',
] as const;
export type Disposition = (typeof DISPOSITIONS)[number];

export const SENTIMENTS = ['positive', 'neutral', 'negative', 'hostile'] as const;
export type Sentiment = (typeof SENTIMENTS)[number];

export const OBJECTIONS = [
  'price_value',
  'budget',
  'no_need',
  'status_quo',
  'timing',
  'authority',
  'trust',
  'competitor_incumbent',
  'product_gap',
  'implementation_disruption',
  'risk_organizational',
  'risk_personal',
  'loss_of_control',
  'data_security',
  'contract_terms',
  'brush_off',
] as const;
export type Objection = (typeof OBJECTIONS)[number];

/** A set that may go back, never a ladder: the order is only that of the screens. */
export const BUYING_JOBS = [
  'problem_identification',
  'solution_exploration',
  'requirements_building',
  'supplier_selection',
  'validation',
  'consensus_creation',
] as const;
export type BuyingJob = (typeof BUYING_JOBS)[number];

export const ENROLMENT_STATES = [
  'pending',
  'active',
  'paused',
  'finished',
  'bounced',
  'opted_out',
  'excluded',
  'failed',
] as const;
export type EnrolmentState = (typeof ENROLMENT_STATES)[number];

/** The states that a play never leaves by itself. */
export const TERMINAL_STATES = ['finished', 'bounced', 'opted_out', 'excluded', 'failed'] as const;
export type TerminalState = (typeof TERMINAL_STATES)[number];

export const PAUSE_REASONS = [
  'manual',
  'out_of_office',
  'colleague_reply',
  'group_session',
  'replied',
  'awaiting_rep',
  'meeting_booked',
  'not_before',
] as const;
export type PauseReason = (typeof PAUSE_REASONS)[number];

export const FINISH_REASONS = [
  'replied',
  'meeting_booked',
  'won',
  'declined',
  'not_a_fit',
  'unreachable',
  'completed',
] as const;
export type FinishReason = (typeof FINISH_REASONS)[number];

/** Whether `word` is one of the list: `isOneOf(ROLES, input)`. */
export function isOneOf<Word extends string>(list: readonly Word[], word: unknown): word is Word {
  return (list as readonly unknown[]).includes(word);
}
