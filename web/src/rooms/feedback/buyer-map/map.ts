import type { Shape } from '../../../api/client';
import { useLanguage } from '../../../i18n';

export type BuyerMapData = Shape<'BuyerMapView'>;
export type Stakeholder = BuyerMapData['people'][number];
export type BuyingPlan = NonNullable<BuyerMapData['plan']>;

/** Formats a date for use inside a sentence. */
export const useDayFormat = (): ((day: string) => string) => {
  const { language } = useLanguage();
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' });
  return (day) => format.format(new Date(`${day}T00:00:00Z`));
};
