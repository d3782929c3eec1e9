import { isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js';

/** Words for an extension that libphonenumber does not know. */
const EXTENSION = new RegExp(
  `(?:\\s*(?:内線|内线|分機|分机)|[\\s,;]+(?:${[
    ['durchwahl', 'dw', 'nebenstelle', 'nst', 'apparat', 'app'],
    [
      'poste',
      'interno',
      'interne',
      'ramal',
      'toestel',
      'tst',
      'wewn',
      'klapka',
      'linka',
      'anknytning',
      'ankn',
      'lokal',
    ],
  ]
    .flat()
    .join('|')}))[\\s.:]*(?=\\d{1,7}$)`,
  'i',
);
const LONGEST_TEXT = 100;

/**
 * The number in E.164, with its extension as RFC 3966 writes it: `+12065550142;ext=143`. `country` (ISO 3166 alpha-2)
 * is the hint for a national number; null where it is no possible number.
 */
export function toPhone(text: string, country: string | null): string | null {
  const hint = country && isSupportedCountry(country) ? country : undefined;
  const plain = text
    .slice(0, LONGEST_TEXT)
    .trim()
    .replace(/^tel:\s*/i, '');
  const number = parsePhoneNumberFromString(plain.replace(EXTENSION, ' ext. '), {
    ...(hint ? { defaultCountry: hint } : {}),
    extract: false,
  });
  if (!number?.isPossible()) return null;
  return number.ext ? `${number.number};ext=${number.ext}` : number.number;
}

/** Of a stored phone: E.164 without the extension, which all who share a switchboard have in common. */
export const numberOf = (phone: string): string => phone.split(';')[0]!;

/** The same in SQL. */
export const numberOfSql = (phone: string): string => `split_part(${phone}, ';', 1)`;
