import { WITH_THREE_DIGITS, WITHOUT_DIGITS } from '../../../libs/money/index.js';
import type { Field } from '../../../libs/rules/index.js';
import { lastOutcomeAtSql, lastOutcomeSql, PAST_OUTCOMES, RELATIONSHIPS } from '../../accounts/index.js';

type Column = Omit<Field, 'scope'>;

const among = (currencies: string[]): string =>
  `o.revenue_currency IN (${currencies.map((each) => `'${each}'`).join(', ')})`;
const REVENUE = `(o.revenue_minor / CASE WHEN ${among(WITHOUT_DIGITS)} THEN 1.0
  WHEN ${among(WITH_THREE_DIGITS)} THEN 1000.0 ELSE 100.0 END)`;

/** Of imported opportunities of organization `o`. */
const past = (what: string, where = 'true'): string =>
  `(SELECT ${what} FROM past_opportunity h WHERE h.organization_id = o.id AND ${where})`;

const columns: Record<string, Column> = {
  name: { label: 'Name', type: 'text', sql: 'o.name' },
  externalId: { label: 'External id', type: 'text', sql: 'o.external_id' },
  domain: { label: 'Domain', type: 'text', sql: 'o.domain' },
  industry: { label: 'Industry', type: 'text', sql: 'o.industry' },
  sector: { label: 'Sector', type: 'text', sql: 'o.sector' },
  employees: { label: 'Employees', type: 'number', sql: 'o.employees' },
  revenue: { label: 'Revenue, in its own currency', type: 'number', sql: REVENUE },
  revenueCurrency: { label: 'Currency of revenue', type: 'text', sql: 'o.revenue_currency' },
  founded: { label: 'Year founded', type: 'number', sql: 'o.founded' },
  country: { label: 'Country', type: 'text', sql: 'o.country' },
  region: { label: 'Region', type: 'text', sql: 'o.region' },
  city: { label: 'City', type: 'text', sql: 'o.city' },
  postalCode: { label: 'Postal code', type: 'text', sql: 'o.postal_code' },
  address: { label: 'Address', type: 'text', sql: 'o.address' },
  timeZone: { label: 'Time zone', type: 'text', sql: 'o.time_zone' },
  phone: { label: 'Phone', type: 'text', sql: 'o.phone' },
  website: { label: 'Website', type: 'text', sql: 'o.website' },
  relationship: { label: 'Relationship', type: 'enum', sql: 'o.relationship', options: RELATIONSHIPS },
  tags: { label: 'Tags', type: 'set', sql: 'o.tags' },
  madeUp: { label: 'Made up for a demonstration', type: 'boolean', sql: 'o.made_up' },
  createdAt: { label: 'Known since', type: 'date', sql: 'o.created_at' },
  updatedAt: { label: 'Last changed', type: 'date', sql: 'o.updated_at' },
  contactCount: {
    label: 'Number of contacts',
    type: 'number',
    sql: '(SELECT count(*) FROM employment w WHERE w.organization_id = o.id AND w.until IS NULL)',
  },
  lastOutcome: { label: 'Last outcome', type: 'text', sql: lastOutcomeSql('h.organization_id = o.id') },
  lastOutcomeAt: { label: 'Date of the last outcome', type: 'date', sql: lastOutcomeAtSql('h.organization_id = o.id') },
  'history.lastContactAt': {
    label: 'Imported history: last contact',
    type: 'date',
    precision: 'day',
    sql: '(SELECT max(h.occurred_on) FROM past_interaction h WHERE h.organization_id = o.id)',
  },
  'history.lastOutcome': {
    label: 'Imported history: outcome of the last contact',
    type: 'text',
    sql: `(SELECT h.outcome FROM past_interaction h WHERE h.organization_id = o.id AND h.outcome IS NOT NULL
            ORDER BY h.sort_day DESC, h.id DESC LIMIT 1)`,
  },
  'history.lastOpportunity': {
    label: 'Imported history: outcome of the last opportunity',
    type: 'enum',
    options: PAST_OUTCOMES,
    sql: `(SELECT h.outcome FROM past_opportunity h WHERE h.organization_id = o.id
            ORDER BY h.sort_day DESC, h.id DESC LIMIT 1)`,
  },
  'history.wonCount': {
    label: 'Imported history: opportunities won',
    type: 'number',
    sql: past('count(*)', "h.outcome = 'won'"),
  },
  'history.lostCount': {
    label: 'Imported history: opportunities lost',
    type: 'number',
    sql: past('count(*)', "h.outcome = 'lost'"),
  },
  'history.lastWonAt': {
    label: 'Imported history: last opportunity won',
    type: 'date',
    precision: 'day',
    sql: past('max(h.closed_on)', "h.outcome = 'won'"),
  },
  'history.lostReasons': {
    label: 'Imported history: why opportunities were lost',
    type: 'set',
    sql: past('array_agg(DISTINCT h.reason)', "h.outcome = 'lost' AND h.reason IS NOT NULL"),
  },
  'history.products': {
    label: 'Imported history: products of opportunities',
    type: 'set',
    sql: past('array_agg(DISTINCT h.product)', 'h.product IS NOT NULL'),
  },
};

export const ORGANIZATION_FIELDS: Record<string, Field> = Object.fromEntries(
  Object.entries(columns).map(([key, column]) => [key, { ...column, scope: 'organization' }]),
);
