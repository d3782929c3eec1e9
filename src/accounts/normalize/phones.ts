import { isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js';

/** E.164, with `country` (ISO 3166 alpha-2) as the hint for a national number; null where it is no possible number. */
export function toE164(text: string, country: string | null): string | null {
  const hint = country && isSupportedCountry(country) ? country : undefined;
  const number = parsePhoneNumberFromString(text.slice(0, 100), {
    ...(hint ? { defaultCountry: hint } : {}),
    extract: false,
  });
  return number?.isPossible() ? number.number : null;
}
