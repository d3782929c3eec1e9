import { toCountry } from './countries.js';
import { domainOf, employerDomain } from './domains.js';
import { toEmail } from './emails.js';
import { maybeSamePerson, nameKey, personKey } from './names.js';
import { toPhone } from './phones.js';
import { roleOfTitle } from './titles.js';
import { toZone, zoneOf } from './zones.js';

test.each([
  ['Müller & Söhne GmbH & Co. KG', 'muller and sohne'],
  ['A. O. Smith', 'ao smith'],
  ['Éclair S.A.', 'eclair'],
  ['Fiat S.p.A.', 'fiat'],
  ['Wellness Spa', 'wellness spa'],
  ['Tiffany & Co.', 'tiffany'],
  ['The Coca-Cola Company', 'coca cola'],
  ['Grupo México, S.A.B. de C.V.', 'grupo mexico'],
  ["Grandma Kelly's Homestead", 'grandma kellys homestead'],
  ['GmbH', 'gmbh'],
  ['株式会社東芝', '株式会社東芝'],
  ['???', '???'],
])('%s is known as %s', (name, key) => expect(nameKey(name)).toBe(key));

test('forms of address make no other person, initials may be the same one', () => {
  expect(personKey('Dr. José Pavarotti')).toBe(personKey('jose pavarotti'));
  expect(maybeSamePerson('maria anders', 'm anders')).toBe(true);
  expect(maybeSamePerson('maria anders', 'hans moos')).toBe(false);
});

test('a domain comes from a website or an address, not from a free mail provider', () => {
  expect(domainOf('https://user@www.Müller.example:8080/x?y')).toBe('xn--mller-kva.example');
  expect(employerDomain('ann@acme.co.uk')).toBe('acme.co.uk');
  expect([
    employerDomain('ann@gmail.com'),
    employerDomain('ann@yahoo.co.uk'),
    domainOf('#CAJUN.HTM#'),
    domainOf('localhost'),
  ]).toEqual([null, null, null, null]);
  expect(toEmail('Ann Lee <ann@acme.example>')).toBe('ann@acme.example');
});

test('phones need a country, in themselves or as a hint', () => {
  expect(toPhone('(5) 555-4729', 'US')).toBeNull();
  expect(toPhone('030-0074321', 'DE')).toBe('+49300074321');
  expect(toPhone('+44 171 555 2222', null)).toBe('+441715552222');
  expect(toPhone('(206) 555-0142 x143', 'US')).toBe('+12065550142;ext=143');
  expect(toPhone('206-555-0142;ext=55', 'US')).toBe('+12065550142;ext=55');
  expect(toPhone('+12065550142;ext=55', null)).toBe('+12065550142;ext=55');
  expect(toPhone('+49 30 1234567 Durchwahl 12', null)).toBe('+49301234567;ext=12');
  expect(toPhone('01 23 45 67 89 poste 3', 'FR')).toBe('+33123456789;ext=3');
  expect(toPhone('tel:+1-206-555-0142;ext=88', null)).toBe('+12065550142;ext=88');
  expect(toPhone('03-1234-5678 内線12', 'JP')).toBe('+81312345678;ext=12');
  expect(toPhone('+86 10 1234 5678 分机7', null)).toBe('+861012345678;ext=7');
  expect([toPhone('030 0074321', null), toPhone('call me', 'DE'), toPhone('', 'XX')]).toEqual([null, null, null]);
});

test.each([
  ['UK', 'GB'],
  ['usa', 'US'],
  ['Deutschland', 'DE'],
  ['Vereinigtes Königreich', 'GB'],
  ['deu', 'DE'],
  ['Atlantis', null],
  ['XX', null],
  ['constructor', null],
])('the country %s is %s', (text, code) => expect(toCountry(text)).toBe(code));

test.each([
  [{ country: 'DE', region: null, city: null }, 'Europe/Berlin'],
  [{ country: 'US', region: 'MN', city: null }, 'America/Chicago'],
  [{ country: 'US', region: 'Texas', city: 'El Paso' }, 'America/Denver'],
  [{ country: 'US', region: 'D.C.', city: 'Washington' }, 'America/New_York'],
  [{ country: 'US', region: null, city: null }, null],
  // several of that name, by several clocks
  [{ country: 'US', region: null, city: 'Springfield' }, null],
  [{ country: 'US', region: null, city: 'Portland' }, null],
  [{ country: 'US', region: 'OR', city: 'Portland' }, 'America/Los_Angeles'],
  [{ country: 'US', region: null, city: 'Seattle' }, 'America/Los_Angeles'],
  // one has El Paso besides, the other its east
  [{ country: 'US', region: 'TX', city: 'Irving' }, 'America/Chicago'],
  [{ country: 'US', region: 'TN', city: null }, null],
  [{ country: 'US', region: 'Texas', city: 'Austin' }, 'America/Chicago'],
  // no region of the country
  [{ country: 'BR', region: 'SP', city: 'São Paulo' }, 'America/Sao_Paulo'],
  [{ country: 'ES', region: 'Canarias', city: 'Las Palmas' }, 'Atlantic/Canary'],
  [{ country: null, region: null, city: 'Berlin' }, null],
  [{ country: 'AR', region: null, city: null }, 'America/Argentina/Buenos_Aires'],
])('%j works in %s', (place, zone) => expect(zoneOf(place)).toBe(zone));

test('a zone is an IANA name, and no offset', () => {
  expect(toZone('europe/berlin')).toBe('Europe/Berlin');
  expect([toZone('Asia/Calcutta'), toZone('America/Buenos_Aires')]).toEqual([
    'Asia/Kolkata',
    'America/Argentina/Buenos_Aires',
  ]);
  expect([toZone('Europe/Amsterdam'), toZone('Atlantic/Reykjavik')]).toEqual([
    'Europe/Amsterdam',
    'Atlantic/Reykjavik',
  ]);
  expect(zoneOf({ country: 'CA', region: 'Québec', city: 'Montréal' })).toBe('America/Toronto');
  expect([toZone('+02:00'), toZone('Mars/Base')]).toEqual([null, null]);
});

test.each([
  ['Owner', 'economic_buyer'],
  ['Owner/Marketing Assistant', 'economic_buyer'],
  ['Chief Financial Officer', 'economic_buyer'],
  ['Purchasing Manager', 'legal_procurement'],
  ['Vice President, Logistics', 'decision_maker'],
  ['President', 'executive_sponsor'],
  ['Sales Manager', 'decision_maker'],
  ['Sales Representative', 'influencer'],
  ['Assistant to the CEO', 'gatekeeper_appointed'],
  ['Juggler', null],
])('the title %s lets suppose %s', (title, role) => expect(roleOfTitle(title)).toBe(role));
