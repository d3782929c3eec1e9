/** A day without a time, as the language writes it. */
export const day = (language: string, iso: string): string =>
  new Date(`${iso}T00:00:00Z`).toLocaleDateString(language, { timeZone: 'UTC', dateStyle: 'medium' });

/** An amount in its currency's minor unit; without a currency, in hundredths. */
export function money(language: string, minor: number | null, currency: string | null): string | null {
  if (minor === null) return null;
  if (!currency) return (minor / 100).toLocaleString(language);
  const format = new Intl.NumberFormat(language, { style: 'currency', currency });
  // of a currency whose coins are out of use, Intl shows fewer digits than the minor unit has
  return format.format(minor / 10 ** digitsOf(currency));
}

const NONE = 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF'.split(' ');
const THREE = 'BHD IQD JOD KWD LYD OMR TND'.split(' ');
const digitsOf = (currency: string): number => (NONE.includes(currency) ? 0 : THREE.includes(currency) ? 3 : 2);
