import { openApi, ROLES, type UserRole } from '../../src/platform/index.js';
import { Permissions } from '../../src/identity/policy/permissions.js';
import { everything } from '../support/everything.js';
import { caller } from '../support/http.js';
import { Installation, type Json, type Person } from '../support/installation.js';
import { world } from '../support/world.js';
import { attack } from './attack.js';
import { fill } from './filled.js';
import { operations, withEach, type Operation } from './operations.js';

/** Longer than any answer, also on a machine that has much else to do. */
const SLEEP = 30;
const SQL = [
  `';SELECT pg_sleep(${SLEEP})--`,
  `1) OR (SELECT pg_sleep(${SLEEP})) IS NULL--`,
  `-id,(SELECT pg_sleep(${SLEEP}))`,
  'UTC\'; DROP TABLE contact; --"\\%',
  '\u0000',
];
const TEXTS = [
  `'; SELECT pg_sleep(${SLEEP})-- <img src=x onerror=alert(1)> {{constructor.constructor('x')}} \${7*7} ../../etc/passwd`,
  'x\r\nBcc: everyone@example.com',
  'x\u0000y',
  '\ud800',
  'x'.repeat(100_000),
];

/** That an executive has seen a theme is what this keeps. */
const KEEPS_WHO_READ = ['/themes/{id}'];

let app: Installation;
let all: Operation[];
let person: Person;

/** What rows that were made at random answer is not compared with the document. */
async function signIn(roles: readonly UserRole[]): Promise<Person> {
  const { id, headers } = await app.as([...roles], 'management');
  return { id, ...caller(app.origin, headers) };
}

/** As somebody who may do everything; signs in again where the call before ended the session. */
async function call({ method, path }: Operation, query = '', body?: Json): Promise<{ status: number; body: Json }> {
  const at = query ? `${path}?${query}` : path;
  const answer = await person.send(method, at, body);
  if (answer.status !== 401) return answer;
  person = await signIn(ROLES);
  return person.send(method, at, body);
}

const title = ({ method, template }: Operation): string => `${method} ${template}`;

beforeAll(async () => {
  app = await Installation.open();
  await world(app, { peopleEach: 1 });
  await fill(app);
  person = await signIn(ROLES);
  all = await operations(openApi(app.application), app);
}, 120_000);
afterAll(() => app.close());

test('every operation of the document is attacked', () => {
  expect(all.length).toBeGreaterThan(250);
  expect(all.flatMap(({ queries }) => queries).length).toBeGreaterThan(500);
  expect(all.filter(({ body }) => body !== undefined).length).toBeGreaterThan(80);
});

test('reading leaves the database as it was', async () => {
  const ofReading = async () => {
    // who read what of a person, and how many files were taken, is kept on purpose
    const { 'public.audit_entry': _audit, 'public.sign_in_attempt': _attempts, ...tables } = await everything(app);
    return tables;
  };
  const before = await ofReading();
  for (const operation of all.filter(({ method }) => method === 'GET'))
    if (!KEEPS_WHO_READ.includes(operation.template)) await call(operation);
  expect(await ofReading()).toEqual(before);
}, 300_000);

describe('a role that may not', () => {
  const WRITES = ['POST', 'PUT', 'PATCH', 'DELETE'];

  test('is refused on every path that writes, and the database stays as it was', async () => {
    const people = Object.fromEntries(
      await Promise.all(ROLES.map(async (role) => [role, await signIn([role])] as const)),
    ) as Record<string, Person>;
    const { 'public.audit_entry': _before, ...before } = await everything(app);
    let refused = 0;
    for (const { path, method, allowed } of app.get(Permissions).all()) {
      const operation = all.find(
        (each) => each.method === method && each.template === path.replaceAll(/:(\w+)/g, '{$1}'),
      );
      if (!operation || !WRITES.includes(method) || allowed.includes('everyone') || allowed.includes('public'))
        continue;
      for (const role of ROLES.filter((each) => !allowed.includes(each))) {
        const { status } = await people[role]!.send(method, operation.path, operation.body);
        expect([role, title(operation), status]).toEqual([role, title(operation), 403]);
        refused++;
      }
    }
    expect(refused).toBeGreaterThan(200);
    const { 'public.audit_entry': _after, ...after } = await everything(app);
    expect(after).toEqual(before);
  }, 300_000);
});

describe('what stands in a query', () => {
  attack(
    'runs nothing in the database',
    SQL,
    async (payload) => {
      for (const operation of all.filter(({ method }) => method === 'GET'))
        for (const name of operation.queries) {
          const since = Date.now();
          const { status } = await call(operation, `${encodeURIComponent(name)}=${encodeURIComponent(payload)}`);
          if (status >= 500) throw new Error(`${title(operation)} ${name}: ${status}`);
          if (Date.now() - since > SLEEP * 900) throw new Error(`${title(operation)} ${name} slept`);
        }
    },
    600_000,
  );
});

describe('a text in a body', () => {
  attack(
    'is refused or kept, and never breaks the program',
    TEXTS,
    async (text) => {
      const broken: string[] = [];
      for (const operation of all.filter(({ body }) => body !== undefined))
        for (const body of withEach(operation.body, text)) {
          const since = Date.now();
          const { status } = await call(operation, '', body);
          if (status >= 500) broken.push(`${title(operation)} ${JSON.stringify(body).slice(0, 150)}: ${status}`);
          if (Date.now() - since > SLEEP * 900) broken.push(`${title(operation)} slept`);
        }
      expect(broken).toEqual([]);
    },
    600_000,
  );
});
