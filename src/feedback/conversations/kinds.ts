import { DISPOSITION_FACTS, DISPOSITIONS, type Disposition } from '../../../libs/plays/index.js';

export const SOURCES = ['rep', 'response_page', 'reply'] as const;
export type Source = (typeof SOURCES)[number];

export const PRICE_REACTIONS = ['too_high', 'acceptable', 'attractive', 'not_discussed'] as const;
export type PriceReaction = (typeof PRICE_REACTIONS)[number];

export const THEME_DECISIONS = ['change', 'keep', 'more_data', 'retire'] as const;
export type ThemeDecision = (typeof THEME_DECISIONS)[number];

/** Dispositions of contacts who were reached: the base of every rate of market feedback. */
export const CONNECTED: readonly Disposition[] = DISPOSITIONS.filter((each) => DISPOSITION_FACTS[each].connected);

/** Says that numbers come from a simulated market, wherever some do. */
export function simulationLabel(simulated: number, of: number): string | null {
  return simulated === 0 ? null : `${simulated} of ${of} conversations come from a simulated market.`;
}
