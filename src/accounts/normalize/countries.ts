import { createRequire } from 'node:module';
import countries, { type LocaleData } from 'i18n-iso-countries';
import { lazy } from '../../platform/index.js';

// of the package itself: names in English, and in the languages in which customers write their own
const require = createRequire(import.meta.url);
const LANGUAGES = ['en', 'de', 'fr', 'es', 'it', 'nl', 'pt'];

/** What people write and no list has. */
const ALIASES: Record<string, string> = {
  UK: 'GB',
  'GREAT BRITAIN': 'GB',
  ENGLAND: 'GB',
  SCOTLAND: 'GB',
  WALES: 'GB',
  'NORTHERN IRELAND': 'GB',
  'U.K.': 'GB',
  'U.S.': 'US',
  'U.S.A.': 'US',
  'UNITED STATES': 'US',
  AMERICA: 'US',
  HOLLAND: 'NL',
  'THE NETHERLANDS': 'NL',
  'CZECH REPUBLIC': 'CZ',
  'SOUTH KOREA': 'KR',
  KOREA: 'KR',
  'NORTH KOREA': 'KP',
  RUSSIA: 'RU',
  IRAN: 'IR',
  VIETNAM: 'VN',
  UAE: 'AE',
  'IVORY COAST': 'CI',
  MACEDONIA: 'MK',
  SWAZILAND: 'SZ',
  TURKEY: 'TR',
  TAIWAN: 'TW',
  'HONG KONG': 'HK',
};

/** ISO 3166 alpha-2 of a name, an alpha-2 or alpha-3 code; null where it is no country. */
export function toCountry(text: string): string | null {
  const plain = text.trim().replace(/\s+/g, ' ');
  const upper = plain.toUpperCase();
  if (Object.hasOwn(ALIASES, upper)) return ALIASES[upper]!;
  if (/^[A-Z]{2}$/.test(upper)) return countries.isValid(upper) ? upper : null;
  if (/^[A-Z]{3}$/.test(upper)) return countries.alpha3ToAlpha2(upper) ?? null;
  return names().get(fold(plain)) ?? null;
}

function fold(name: string): string {
  return name.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
}

/** The package looks a name up by walking through all of them: too slow for a million rows. */
const names = lazy(() => {
  const codes = new Map<string, string>();
  for (const language of LANGUAGES) {
    countries.registerLocale(require(`i18n-iso-countries/langs/${language}.json`) as LocaleData);
    for (const [code, all] of Object.entries(countries.getNames(language, { select: 'all' })))
      for (const name of [all].flat()) if (!codes.has(fold(name))) codes.set(fold(name), code);
  }
  return codes;
});
