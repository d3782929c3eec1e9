import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import type { Json, Person } from './api.js';
import { Chance } from './chance.js';
import { progress } from './say.js';

const data = (name: string): string => readFileSync(new URL(`./data/${name}`, import.meta.url), 'utf8');
type Row = Record<string, string>;
const read = (name: string): Row[] => parse(data(name), { columns: true }) as Row[];

/** Sectors that keep stock of goods: whom Vendor Managed Inventory was made for. */
export const SECTORS = [
  'Consumer Discretionary',
  'Consumer Staples',
  'Energy',
  'Health Care',
  'Industrials',
  'Materials',
];

const TITLES = [
  ['Chief Financial Officer', 'economic_buyer'],
  ['Vice President Supply Chain', 'decision_maker'],
  ['Head of Warehouse Systems', 'technical_evaluator'],
] as const;
const GIVEN = [
  'Alex',
  'Blair',
  'Casey',
  'Dana',
  'Ellis',
  'Frankie',
  'Glenn',
  'Harper',
  'Indira',
  'Jules',
  'Kim',
  'Lee',
  'Morgan',
  'Noor',
  'Oakley',
  'Parker',
  'Quinn',
  'Robin',
  'Sasha',
  'Taylor',
];
const FAMILY = [
  'Abara',
  'Brandt',
  'Castillo',
  'Dubois',
  'Eriksen',
  'Fischer',
  'Garcia',
  'Haddad',
  'Ito',
  'Jansen',
  'Kowalski',
  'Larsen',
  'Moreau',
  'Novak',
  'Okafor',
  'Petrov',
  'Rossi',
  'Silva',
  'Tanaka',
  'Weber',
];

/** Northwind’s customers and suppliers as they are, but for an address each: the originals have none. */
function northwind(file: string): Row[] {
  return read(file).map((row) => {
    const domain = `${slug(row.CompanyName!)}.example`;
    return {
      ...row,
      Email: `${slug(row.ContactName!, '.')}@${domain}`,
      Sector: 'Consumer Staples',
      Role: 'decision_maker',
    };
  });
}

/** The S&P 500 list, each organization with one to three made-up people. */
function sp500(chance: Chance): Row[] {
  return read('sp500.csv').flatMap((row) =>
    peopleOf(`${slug(row.Security!)}.example`, row.Symbol!, chance).map((person) => ({ ...row, ...person })),
  );
}

function madeUp(count: number, chance: Chance): Row[] {
  return Array.from({ length: count }, (_, i) => {
    const Security = `Made-up Distribution ${i + 1}`;
    const Symbol = `MADE-UP-${i + 1}`;
    const sector = SECTORS[Math.floor(chance.of(Symbol, 'sector') * SECTORS.length)]!;
    const row = {
      Symbol,
      Security,
      'GICS Sector': sector,
      'GICS Sub-Industry': 'Distribution',
      'Headquarters Location': 'Columbus, Ohio',
      Founded: '1999',
    };
    return peopleOf(`made-up-${i + 1}.example`, Symbol, chance).map((person) => ({ ...row, ...person }));
  }).flat();
}

function peopleOf(domain: string, key: string, chance: Chance): Row[] {
  const count = chance.pick(
    [
      [1, 2],
      [2, 3],
      [3, 1],
    ] as const,
    key,
    'people',
  );
  return TITLES.slice(0, count).map(([title, role], i) => {
    const given = GIVEN[Math.floor(chance.of(key, 'given', String(i)) * GIVEN.length)]!;
    const family = FAMILY[Math.floor(chance.of(key, 'family', String(i)) * FAMILY.length)]!;
    // some have no phone, and some no address: as in life
    const Phone =
      chance.of(key, 'phone', String(i)) < 0.9
        ? `+1 614 555 0${String(100 + Math.floor(chance.of(key, 'digits', String(i)) * 100))}`
        : '';
    const Email = chance.of(key, 'email', String(i)) < 0.97 ? `${given}.${family}${i}@${domain}`.toLowerCase() : '';
    return { Person: `${given} ${family}`, Title: title, Role: role, Email, Phone };
  });
}

function slug(text: string, space = '-'): string {
  return text
    .normalize('NFKD')
    .replace(/[^\x20-\x7e]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, space)
    .replace(/^[-.]|[-.]$/g, '');
}

/**
 * Brings organizations and people in through the same import that a user has. `organizations` is how many the cohort is
 * to have; without it, all of the real ones.
 */
export async function importAccounts(ops: Person, organizations: number | null, chance: Chance): Promise<void> {
  const people = { customers: northwind('customers.csv'), suppliers: northwind('suppliers.csv') };
  const listed = sp500(chance);
  const real =
    people.customers.length +
    people.suppliers.length +
    new Set(listed.filter((row) => SECTORS.includes(row['GICS Sector']!)).map((row) => row.Symbol)).size;
  const wanted = organizations ?? real;
  const fits = (rows: Row[], left: number, key: string) => {
    const keep = new Set([...new Set(rows.map((row) => row[key]!))].slice(0, Math.max(left, 0)));
    return rows.filter((row) => keep.has(row[key]!));
  };
  const customers = fits(people.customers, wanted, 'CustomerID');
  const suppliers = fits(people.suppliers, wanted - customers.length, 'SupplierID');
  const stocked =
    wanted >= real
      ? listed
      : fits(
          listed.filter((row) => SECTORS.includes(row['GICS Sector']!)),
          wanted - customers.length - suppliers.length,
          'Symbol',
        );
  const northwindMapping = {
    CustomerID: 'organization.externalId',
    CompanyName: 'organization.name',
    ContactName: 'contact.name',
    ContactTitle: 'contact.title',
    Email: 'contact.email',
    Phone: 'contact.phone',
    Role: 'contact.role',
    Address: 'organization.address',
    City: 'organization.city',
    Region: 'organization.region',
    PostalCode: 'organization.postalCode',
    Country: 'organization.country',
    Sector: 'organization.sector',
    Fax: null,
  };
  await importRows(ops, 'customers.csv', customers, northwindMapping, { relationship: 'customer' });
  const { CustomerID: _, Fax: __, ...supplierMapping } = northwindMapping;
  await importRows(
    ops,
    'suppliers.csv',
    suppliers.map((row) => ({ ...row, SupplierID: `supplier-${row.SupplierID}` })),
    { ...supplierMapping, SupplierID: 'organization.externalId' },
    { relationship: 'prospect' },
  );
  const listMapping = {
    Symbol: 'organization.externalId',
    Security: 'organization.name',
    'GICS Sector': 'organization.sector',
    'GICS Sub-Industry': 'organization.industry',
    'Headquarters Location': 'organization.location',
    Founded: 'organization.founded',
    Person: 'contact.name',
    Title: 'contact.title',
    Role: 'contact.role',
    Email: 'contact.email',
    Phone: 'contact.phone',
  };
  // the organizations are real; their people are not, and say so
  await importRows(ops, 'sp500.csv', stocked, listMapping, { relationship: 'prospect', madeUp: true });
  if (wanted > real)
    await importRows(ops, 'made-up.csv', madeUp(wanted - real, chance), listMapping, {
      relationship: 'prospect',
      madeUp: true,
    });
}

async function importRows(
  ops: Person,
  filename: string,
  rows: Row[],
  mapping: Record<string, string | null>,
  plan: object,
): Promise<void> {
  if (rows.length === 0) return;
  const uploaded = await ops.upload(`/imports?kind=both&filename=${filename}`, stringify(rows, { header: true }));
  const present = Object.fromEntries(Object.entries(mapping).filter(([column]) => column in rows[0]!));
  await ops.put(`/imports/${uploaded.id}/plan`, { mapping: present, key: 'externalId', ...plan });
  await ops.post(`/imports/${uploaded.id}/run`);
  for (;;) {
    const now: Json = await ops.get(`/imports/${uploaded.id}`);
    progress(`Importing ${filename}: ${now.rowsRead ?? 0} of ${rows.length} rows, ${now.refused ?? 0} refused`);
    if (now.state === 'failed') throw new Error(`The import of ${filename} failed: ${now.failure}`);
    if (now.state === 'done') return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}
