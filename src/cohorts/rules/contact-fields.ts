import { ROLES } from '../../../libs/plays/index.js';
import type { Field } from '../../../libs/rules/index.js';
import {
  CONFIDENCES,
  EMAIL_STATES,
  LAWFUL_BASES,
  lastOutcomeAtSql,
  lastOutcomeSql,
  PHONE_STATES,
  PREFERENCES,
} from '../../accounts/index.js';

type Column = Omit<Field, 'scope'>;

/** Who works at organization `o` today. Erased contacts cannot be asked for. */
export const CONTACTS_FROM =
  'FROM employment e JOIN contact c ON c.id = e.contact_id WHERE e.organization_id = o.id AND e.until IS NULL AND c.erased_at IS NULL';

// of a contact with several roles
const roles = (what: string): string =>
  `(SELECT ${what} FROM buying_role r WHERE r.organization_id = o.id AND r.contact_id = c.id)`;

const columns: Record<string, Column> = {
  name: { label: 'Name', type: 'text', sql: 'c.name' },
  title: { label: 'Job title', type: 'text', sql: 'e.title' },
  department: { label: 'Department', type: 'text', sql: 'e.department' },
  since: { label: 'In the job since', type: 'date', precision: 'day', sql: 'e.since' },
  role: { label: 'Buying role', type: 'set', sql: roles('array_agg(r.role)'), options: ROLES },
  confidence: {
    label: 'Confidence in the role',
    type: 'set',
    sql: roles('array_agg(r.confidence)'),
    options: CONFIDENCES,
  },
  attitude: { label: 'Attitude (-2 to 2, the least of its roles)', type: 'number', sql: roles('min(r.attitude)') },
  influence: { label: 'Influence (1 to 5, the most of its roles)', type: 'number', sql: roles('max(r.influence)') },
  preferredSupplier: { label: 'Preferred supplier', type: 'set', sql: roles('array_agg(r.preferred_supplier)') },
  externalId: { label: 'External id', type: 'text', sql: 'c.external_id' },
  email: { label: 'E-mail', type: 'text', sql: 'c.email' },
  emailState: { label: 'State of the e-mail address', type: 'enum', sql: 'c.email_state', options: EMAIL_STATES },
  emailCheckedAt: { label: 'E-mail checked', type: 'date', sql: 'c.email_checked_at' },
  phone: { label: 'Phone', type: 'text', sql: 'c.phone' },
  phoneState: { label: 'State of the phone number', type: 'enum', sql: 'c.phone_state', options: PHONE_STATES },
  phoneCheckedAt: { label: 'Phone checked', type: 'date', sql: 'c.phone_checked_at' },
  language: { label: 'Language', type: 'text', sql: 'c.language' },
  timeZone: { label: 'Time zone', type: 'text', sql: 'c.time_zone' },
  preference: { label: 'Preference', type: 'enum', sql: 'c.preference', options: PREFERENCES },
  notBefore: { label: 'Not to be contacted before', type: 'date', sql: 'c.not_before' },
  lawfulBasis: { label: 'Lawful basis', type: 'enum', sql: 'c.lawful_basis', options: LAWFUL_BASES },
  madeUp: { label: 'Made up for a demonstration', type: 'boolean', sql: 'c.made_up' },
  lastOutcome: { label: 'Last outcome', type: 'text', sql: lastOutcomeSql('h.contact_id = c.id') },
  lastOutcomeAt: { label: 'Date of the last outcome', type: 'date', sql: lastOutcomeAtSql('h.contact_id = c.id') },
  createdAt: { label: 'Known since', type: 'date', sql: 'c.created_at' },
  updatedAt: { label: 'Last changed', type: 'date', sql: 'c.updated_at' },
};

/** Listed beside the organization's fields, so the label names the contact. */
export const CONTACT_FIELDS: Record<string, Field> = Object.fromEntries(
  Object.entries(columns).map(([key, column]) => [
    `contacts.${key}`,
    { ...column, label: `Contact: ${column.label}`, scope: 'contact' },
  ]),
);
