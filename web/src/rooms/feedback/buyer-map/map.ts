import type { Shape } from '../../../api/client';
import { useLanguage } from '../../../i18n';

export type BuyerMapFacts = Shape<'BuyerMapView'>;
export type Person = BuyerMapFacts['people'][number];
export type Plan = NonNullable<BuyerMapFacts['plan']>;

/** A day as the reader's language writes it, inside a sentence. */
export const useDay = (): ((day: string) => string) => {
  const { language } = useLanguage();
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' });
  return (day) => format.format(new Date(`${day}T00:00:00Z`));
};
