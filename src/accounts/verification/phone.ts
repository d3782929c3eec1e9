import {
  isSupportedCountry,
  ParseError,
  parsePhoneNumberWithError,
  validatePhoneNumberLength,
} from 'libphonenumber-js/max';

export type PhoneReason =
  | 'empty'
  | 'not_a_number'
  | 'too_short'
  | 'too_long'
  | 'invalid_length'
  | 'unknown_country_code'
  | 'country_needed'
  | 'not_in_use'
  | 'premium_rate'
  | 'shared_cost'
  | 'voicemail'
  | 'pager';

export interface PhoneCheck {
  state: 'valid' | 'risky' | 'invalid' | 'unverified';
  reason: PhoneReason | null;
  /** E.164; null where it is no number */
  normalised: string | null;
  /** mobile, fixed_line, toll_free …; null where the number does not show it */
  type: string | null;
  /** ISO 3166 alpha-2 */
  region: string | null;
}

const COSTLY: Record<string, PhoneReason> = {
  PREMIUM_RATE: 'premium_rate',
  SHARED_COST: 'shared_cost',
  VOICEMAIL: 'voicemail',
  PAGER: 'pager',
};
const PROBLEMS: Record<string, PhoneReason> = {
  TOO_SHORT: 'too_short',
  TOO_LONG: 'too_long',
  INVALID_LENGTH: 'invalid_length',
  NOT_A_NUMBER: 'not_a_number',
  INVALID_COUNTRY: 'unknown_country_code',
};
const LONGEST_TEXT = 100;

/** What a number shows without dialling it. `country` (ISO 3166 alpha-2) is where a national number belongs. */
export function judgePhone(text: string, country: string | null = null): PhoneCheck {
  const bare = text.trim().replace(/^tel:/i, '');
  const no = (reason: PhoneReason, state: PhoneCheck['state'] = 'invalid'): PhoneCheck => ({
    state,
    reason,
    normalised: null,
    type: null,
    region: null,
  });
  if (bare === '') return no('empty');
  if (bare.length > LONGEST_TEXT) return no('too_long');
  const hint = country && isSupportedCountry(country) ? country : undefined;
  try {
    const number = parsePhoneNumberWithError(bare, { ...(hint ? { defaultCountry: hint } : {}), extract: false });
    const type = number.getType() ?? null;
    const found = {
      normalised: number.number as string,
      type: type?.toLowerCase() ?? null,
      region: number.country ?? null,
    };
    if (!number.isPossible()) {
      const length = validatePhoneNumberLength(number.number);
      return no((length && PROBLEMS[length]) ?? 'invalid_length');
    }
    if (!number.isValid()) return { ...found, state: 'risky', reason: 'not_in_use' };
    const costly = type === null ? undefined : COSTLY[type];
    return costly ? { ...found, state: 'risky', reason: costly } : { ...found, state: 'valid', reason: null };
  } catch (error) {
    if (!(error instanceof ParseError)) throw error;
    // a national number means nothing without its country
    if (error.message === 'INVALID_COUNTRY' && !/^\s*(\+|\uFF0B)/.test(bare)) return no('country_needed', 'unverified');
    return no(PROBLEMS[error.message] ?? 'not_a_number');
  }
}
