/** ISO 4217, list one: currencies whose minor unit is the unit itself. Intl answers by cash in use, as if HUF had no fillér. */
export const WITHOUT_DIGITS = 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF'.split(' ');
export const WITH_THREE_DIGITS = 'BHD IQD JOD KWD LYD OMR TND'.split(' ');
const CODES = new Set(Intl.supportedValuesOf('currency'));

const SIGNS: Record<string, string> = {
  '€': 'EUR',
  EURO: 'EUR',
  EUROS: 'EUR',
  $: 'USD',
  US$: 'USD',
  A$: 'AUD',
  AU$: 'AUD',
  C$: 'CAD',
  CA$: 'CAD',
  R$: 'BRL',
  HK$: 'HKD',
  NZ$: 'NZD',
  S$: 'SGD',
  NT$: 'TWD',
  '£': 'GBP',
  '¥': 'JPY',
  円: 'JPY',
  元: 'CNY',
  '₹': 'INR',
  '₩': 'KRW',
  '₺': 'TRY',
  '₽': 'RUB',
  '₪': 'ILS',
  '฿': 'THB',
  '₫': 'VND',
  '₦': 'NGN',
  '₴': 'UAH',
  ZŁ: 'PLN',
  KČ: 'CZK',
  FT: 'HUF',
  FR: 'CHF',
  SFR: 'CHF',
};

/** Signs that mean what the country says; null: there too, two currencies are written so. */
const BY_COUNTRY: Record<string, Record<string, string | null>> = {
  $: Object.fromEntries('CA AU NZ SG HK TW MX CL CO AR UY'.split(' ').map((country) => [country, null])),
  '¥': { CN: 'CNY' },
  KR: { SE: 'SEK', NO: 'NOK', DK: 'DKK', IS: 'ISK' },
};

/**
 * The ISO 4217 code of a code or a sign; null where it is none, or could be two. `country`: ISO 3166 alpha-2 of whose
 * money it is. Of a sign that several share, without a country, the most traded one.
 */
export function currencyOf(text: string, country: string | null = null): string | null {
  const plain = text.normalize('NFKC').trim().replace(/\.$/, '').toUpperCase();
  if (CODES.has(plain)) return plain;
  const there = country === null ? undefined : BY_COUNTRY[plain]?.[country];
  return there === undefined ? (SIGNS[plain] ?? null) : there;
}

/** True for a code or a sign of money, also where it takes a country to say which. */
export const isCurrency = (text: string): boolean =>
  currencyOf(text) !== null || Object.hasOwn(BY_COUNTRY, text.normalize('NFKC').replace(/\.$/, '').toUpperCase());

/** Decimal places; 2 where the currency is not known. */
export function minorDigits(currency: string | null): number {
  if (WITHOUT_DIGITS.includes(currency ?? '')) return 0;
  return WITH_THREE_DIGITS.includes(currency ?? '') ? 3 : 2;
}

/** 12.5 EUR is 1250, 12 JPY is 12; null where it is too large to be counted exactly. */
export function toMinorUnits(amount: number, currency: string | null): number | null {
  const minor = Math.round(amount * 10 ** minorDigits(currency));
  return Number.isSafeInteger(minor) ? minor : null;
}

/** Whether the currency has no unit small enough for the amount: 12.5 JPY, 0.001 EUR. */
export function isRounded(amount: number, currency: string | null): boolean {
  const exact = amount * 10 ** minorDigits(currency);
  // a float is off by a few parts in 10 ** 16
  return Math.abs(exact - Math.round(exact)) > 1e-6 + Math.abs(exact) * 1e-12;
}
