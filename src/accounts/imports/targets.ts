import { ATTRIBUTE_NAME } from '../organizations/attribute-name.js';
import { target, type Target } from './target.js';
import { mayFillHistory } from './history/history-targets.js';

export type ImportKind = 'organizations' | 'contacts' | 'both' | 'history';

/** Where a column may go, besides `organization.attributes.<name>` and `contact.attributes.<name>`. */
export const TARGETS: Target[] = [
  target(
    'organization.externalId',
    'its id in your own system',
    'externalid customerid supplierid accountid organizationid organisationid companyid clientid symbol ticker customernumber accountnumber kundennummer',
  ),
  target(
    'organization.name',
    'required',
    'organization organisation organizationname organisationname company companyname account accountname customer customername supplier suppliername firm firma unternehmen security legalname employer entreprise societe empresa',
  ),
  target(
    'organization.domain',
    'example.com; derived from the website or the e-mail address where left out',
    'domain companydomain emaildomain',
  ),
  target(
    'organization.website',
    'an address of a web site',
    'website homepage web url companywebsite webpage internet',
  ),
  target('organization.industry', '', 'industry subindustry gicssubindustry branche industryname'),
  target('organization.sector', '', 'sector gicssector'),
  target(
    'organization.employees',
    'a whole number',
    'employees employeecount numberofemployees headcount staff size companysize mitarbeiter',
  ),
  target(
    'organization.revenue',
    'an amount a year, such as 1200000 or 1.2m',
    'revenue annualrevenue turnover sales umsatz',
  ),
  target('organization.revenueCurrency', 'an ISO 4217 code', 'revenuecurrency currency currencycode'),
  target('organization.founded', 'a year', 'founded yearfounded foundingyear established foundedyear'),
  target(
    'organization.location',
    '"City, Region" or "City, Country" in one cell',
    'headquarters headquarterslocation hq location hqlocation',
  ),
  target('organization.address', '', 'address street streetaddress address1 addressline1 strasse adresse'),
  target('organization.city', '', 'city town ort stadt ville ciudad'),
  target('organization.region', 'state or province', 'region state province county stateprovince bundesland'),
  target('organization.postalCode', '', 'postalcode zip zipcode postcode plz codepostal'),
  target('organization.country', 'a name or an ISO 3166 code', 'country countrycode countryname land pays pais'),
  target('organization.timeZone', 'an IANA name; derived from the place where left out', 'timezone tz'),
  target(
    'organization.phone',
    'the switchboard',
    'phone telephone tel phonenumber companyphone mainphone switchboard telefon',
  ),
  target(
    'organization.relationship',
    'prospect, customer, former_customer or competitor_customer',
    'relationship accounttype customertype',
  ),
  target('organization.tags', 'separated by ; or , or |', 'tags labels keywords'),
  target('contact.externalId', 'the person’s id in your own system', 'contactid personid leadid'),
  target(
    'contact.name',
    'required, unless given and family name are there',
    'contact contactname person fullname personname contactperson ansprechpartner',
  ),
  target('contact.givenName', '', 'firstname givenname first forename vorname prenom'),
  target('contact.familyName', '', 'lastname familyname surname last nachname'),
  target('contact.email', '', 'email mail emailaddress contactemail workemail businessemail'),
  target(
    'contact.phone',
    '',
    'contactphone directphone mobile mobilephone cell cellphone directdial workphone businessphone',
  ),
  target('contact.title', 'the job title', 'title jobtitle contacttitle position job function'),
  target('contact.department', '', 'department abteilung'),
  target('contact.role', 'a buying role; guessed from the job title where left out', 'role buyingrole contactrole'),
  target('contact.language', 'a code such as de', 'language lang sprache'),
  target('contact.timeZone', 'an IANA name', 'contacttimezone'),
  target('contact.preference', 'any, no_email, no_calls or we_contact_you', 'preference contactpreference'),
  target('contact.lawfulBasis', 'legitimate_interest, consent, contract or customer', 'lawfulbasis legalbasis'),
];
const NAMES = new Set(TARGETS.map(({ name }) => name));

/** A contacts file may name the employer, to find it; an organizations file knows no people. */
export function mayFill(kind: ImportKind, name: string): boolean {
  if (kind === 'history') return mayFillHistory(name);
  if (kind === 'organizations' && !name.startsWith('organization.')) return false;
  if (kind === 'contacts' && name.startsWith('organization.')) return EMPLOYER.has(name);
  const attribute = attributeOf(name);
  return attribute ? ATTRIBUTE_NAME.test(attribute.name) : NAMES.has(name);
}
const EMPLOYER = new Set([
  'organization.externalId',
  'organization.name',
  'organization.domain',
  'organization.website',
  'organization.country',
]);

export function attributeOf(name: string): { scope: 'organization' | 'contact'; name: string } | null {
  const [, scope, attribute] = /^(organization|contact)\.attributes\.(.+)$/s.exec(name) ?? [];
  return scope ? { scope: scope as 'organization', name: attribute! } : null;
}
