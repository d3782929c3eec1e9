import { currencyOf } from '../../../../libs/money/index.js';
import { ROLES } from '../../../../libs/plays/index.js';
import { LAWFUL_BASES, PREFERENCES } from '../../contacts/contact.entity.js';
import { toCountry } from '../../normalize/countries.js';
import { domainOf } from '../../normalize/domains.js';
import { toEmail } from '../../normalize/emails.js';
import { toZone } from '../../normalize/zones.js';
import { RELATIONSHIPS } from '../../organizations/organization.entity.js';
import { toAmount, toWhole, type Notation } from './numbers.js';
import { toLocation, toYear } from './values.js';

export interface FieldReader {
  /** longest text, in characters */
  max: number;
  /** what is kept of the cell; null where it cannot be read */
  read: (text: string, notation: Notation) => unknown;
  /** what the cell should have been */
  wanted: string;
}

const text = (max = 300): FieldReader => ({ max, read: (value) => value, wanted: 'text' });
const one = (values: readonly string[]): FieldReader => ({
  max: 60,
  read: (value) => {
    const plain = value.toLowerCase().replaceAll(/[\s-]+/g, '_');
    return values.includes(plain) ? plain : null;
  },
  wanted: `one of: ${values.join(', ')}`,
});

/** The texts of a JSON array, as our own exports write lists. */
function listed(cell: string): string[] | null {
  if (!cell.startsWith('[')) return null;
  try {
    const list = JSON.parse(cell) as unknown;
    return Array.isArray(list) && list.every((each) => typeof each === 'string') ? list : null;
  } catch {
    return null;
  }
}

/** How the cell of each target is read. Phones and custom attributes are separate: they need more than their cell. */
export const FIELDS: Record<string, FieldReader> = {
  'organization.externalId': text(200),
  'organization.name': text(),
  'organization.domain': { max: 500, read: domainOf, wanted: 'a domain such as example.com' },
  'organization.website': {
    max: 500,
    read: (value) => (domainOf(value) ? value : null),
    wanted: 'an address of a web site',
  },
  'organization.industry': text(),
  'organization.sector': text(),
  'organization.employees': { max: 60, read: toWhole, wanted: 'a whole number' },
  'organization.revenue': { max: 60, read: toAmount, wanted: 'an amount such as 1200000 or 1.2m' },
  'organization.revenueCurrency': {
    max: 10,
    read: (value) => currencyOf(value),
    wanted: 'a currency code such as EUR',
  },
  'organization.founded': { max: 60, read: toYear, wanted: 'a year' },
  'organization.location': { max: 300, read: toLocation, wanted: 'a place such as "Saint Paul, Minnesota"' },
  'organization.address': text(1000),
  'organization.city': text(),
  'organization.region': text(),
  'organization.postalCode': text(40),
  'organization.country': { max: 100, read: toCountry, wanted: 'a country’s name or ISO 3166 code' },
  'organization.timeZone': { max: 60, read: toZone, wanted: 'an IANA time zone such as Europe/Berlin' },
  'organization.relationship': one(RELATIONSHIPS),
  'organization.tags': {
    max: 3000,
    read: (value) => {
      const tags = [...new Set(listed(value) ?? value.split(/\s*[;,|]\s*/).filter(Boolean))];
      return tags.length <= 50 && tags.every((tag) => tag.length <= 60) ? tags : null;
    },
    wanted: 'up to 50 tags of up to 60 characters, separated by ; or ,',
  },
  'contact.externalId': text(200),
  'contact.name': text(),
  'contact.givenName': text(150),
  'contact.familyName': text(150),
  'contact.email': { max: 320, read: toEmail, wanted: 'an e-mail address' },
  'contact.title': text(),
  'contact.department': text(),
  'contact.role': one(ROLES),
  'contact.language': {
    max: 35,
    read: (value) =>
      /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(value) ? value.replace(/^[A-Z]+/, (code) => code.toLowerCase()) : null,
    wanted: 'a language code such as de',
  },
  'contact.timeZone': { max: 60, read: toZone, wanted: 'an IANA time zone such as Europe/Berlin' },
  'contact.preference': one(PREFERENCES),
  'contact.lawfulBasis': one(LAWFUL_BASES),
};
