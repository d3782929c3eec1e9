import { currencyOf } from '../../../../libs/money/index.js';
import { toAmount } from '../reading/numbers.js';
import { toYear } from '../reading/values.js';
import type { FieldReader } from '../reading/fields.js';
import { LONGEST_CELL } from '../reading/records.js';
import { directionOf, toDayOfMonth, toMonth, toPastDay } from './history-values.js';

const text = (max: number): FieldReader => ({ max, read: (value) => value, wanted: 'text' });
const day: FieldReader = {
  max: 60,
  read: (value, { dayFirst }) => toPastDay(value, dayFirst),
  wanted: 'a day such as 2026-12-01, or a day of which the column does not show whether the month stands first',
};

/** How the cell of each target of a history is read. */
export const HISTORY_FIELDS: Record<string, FieldReader> = {
  'interaction.externalId': text(200),
  'interaction.at': day,
  'interaction.day': { max: 10, read: toDayOfMonth, wanted: 'a day of the month' },
  'interaction.month': { max: 20, read: toMonth, wanted: 'a month’s number or name' },
  'interaction.year': { max: 10, read: toYear, wanted: 'a year' },
  'interaction.kind': text(100),
  'interaction.direction': { max: 40, read: directionOf, wanted: 'inbound or outbound' },
  'interaction.outcome': text(300),
  'interaction.note': text(LONGEST_CELL),
  'interaction.rep': text(300),
  'opportunity.externalId': text(200),
  'opportunity.name': text(300),
  'opportunity.stage': text(100),
  'opportunity.outcome': text(100),
  'opportunity.value': { max: 60, read: toAmount, wanted: 'an amount such as 1200000 or 1.2m' },
  'opportunity.currency': { max: 10, read: (value) => currencyOf(value), wanted: 'a currency code such as EUR' },
  'opportunity.opened': day,
  'opportunity.closed': day,
  'opportunity.product': text(300),
  'opportunity.reason': text(1000),
  'opportunity.note': text(LONGEST_CELL),
  'opportunity.rep': text(300),
};

/** What is kept beside a record. */
export const HISTORY_ATTRIBUTE = text(2000);
