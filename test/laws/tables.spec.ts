import { readFileSync, readdirSync } from 'node:fs';
import ts from 'typescript';
import { project } from '../support/project.js';

const TRANSITIONS = {
  enrolment: 'src/campaigns/enrolments/enrolment-transitions.ts',
  dispatch: 'src/campaigns/outbox/message-transitions.ts',
};

/** Tables without an entity, by the room that owns them; those with one belong to the room of their entity. */
const WITHOUT_ENTITY: Record<string, string[]> = {
  platform: ['clock', 'dispatching', 'idempotency_key', 'program', 'setting'],
  identity: ['password_link', 'password_reset_request', 'session'],
  accounts: [
    'attribute_field',
    'contact_alias',
    'contact_duplicate',
    'contact_merge',
    'duplicate_scan',
    'import_chunk',
    'import_refusal',
    'mail_domain',
    'organization_duplicate',
    'organization_merge',
    'organization_scan',
    'verification_request',
  ],
  propositions: ['peer_pick', 'version_presence'],
  cohorts: ['cohort_addition'],
  work: ['held_campaign', 'ownership', 'ownership_change'],
  campaigns: [
    'campaign_change',
    'contact_pace',
    'enrolment_event',
    'enrolment_tally',
    'launch_range',
    'organization_pace',
    'step_recipient',
  ],
  feedback: [
    'check_in_answer',
    'check_in_person',
    'found_person',
    'group_absentee',
    'lesson_mark',
    'stakeholder_risk',
    'theme_item',
  ],
  channels: ['campaign_sender', 'domain_check', 'domain_check_lease'],
  operations: ['audit_seal'],
};

/** The command line acts for the platform. Erasure overwrites what no room can register with it: what was answered before, and saved views. */
const ALLOWED = [
  'src/cli/clock.ts clock',
  'src/cli/postgres/fill.ts dispatching',
  'src/accounts/privacy/accounts.sql.ts idempotency_key',
  'src/accounts/privacy/accounts.sql.ts saved_view',
];

/** Statements whose table is a parameter of code that knows only tables of its own room. */
const BY_NAME = [
  'src/accounts/history/matching.sql.ts',
  'src/accounts/imports/rows.sql.ts',
  'src/accounts/imports/undo.ts',
  'src/accounts/merging/duplicate-search.sql.ts',
  'src/accounts/merging/merges.sql.ts',
  'src/channels/redact-mail.ts',
];

interface Source {
  path: string;
  file: ts.SourceFile;
}

const sources: Source[] = readdirSync(`${project}src`, { recursive: true, encoding: 'utf8' })
  .map((path) => `src/${path.replaceAll('\\', '/')}`)
  .filter((path) => path.endsWith('.ts') && !path.endsWith('.spec.ts'))
  .map((path) => ({
    path,
    file: ts.createSourceFile(path, readFileSync(project + path, 'utf8'), ts.ScriptTarget.Latest, true),
  }));

function nodesOf<T extends ts.Node>({ file }: Source, is: (node: ts.Node) => node is T): T[] {
  const found: T[] = [];
  const visit = (node: ts.Node): void => {
    if (is(node)) found.push(node);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

const isText = (node: ts.Node): node is ts.StringLiteralLike | ts.TemplateExpression =>
  ts.isStringLiteralLike(node) || ts.isTemplateExpression(node);
const textsOf = (source: Source): string[] => nodesOf(source, isText).map((node) => node.getText());
const roomOf = (path: string): string => path.split('/')[1]!;

/** The entity classes with the tables that they name. */
const entities = new Map(
  sources.flatMap((source) =>
    nodesOf(source, ts.isClassDeclaration).flatMap((node) => {
      const table = /@Entity\('(\w+)'/.exec(node.getText())?.[1];
      return table && node.name ? [[node.name.text, { table, room: roomOf(source.path) }] as const] : [];
    }),
  ),
);
const owners = new Map([
  ...Object.entries(WITHOUT_ENTITY).flatMap(([room, tables]) => tables.map((table) => [table, room] as const)),
  ...[...entities.values()].map(({ table, room }) => [table, room] as const),
]);

const WRITES =
  /\b(?:UPDATE\s+(?:ONLY\s+)?([a-z_]+)(?:\s+(?:AS\s+)?[a-z]\w*)?\s+SET|(?:INSERT INTO|DELETE FROM|MERGE INTO|TRUNCATE)\s+([a-z_]+))\b/g;
const writtenIn = (text: string): string[] =>
  [...text.matchAll(WRITES)].map(([, updated, other]) => (updated ?? other)!);
const ORM_WRITES = /^(insert|update|delete|save|upsert|remove|softDelete|restore|increment|decrement|clear|into|from)$/;

/** What TypeORM is told to write: `manager.update(Campaign, …)`, `getRepository(Campaign)` and `.insert().into(Campaign)` with a write. */
function entitiesWritten(source: Source): string[] {
  return nodesOf(source, ts.isCallExpression).flatMap(({ expression, arguments: given }) => {
    if (!ts.isPropertyAccessExpression(expression)) return [];
    const method = expression.name.text;
    const repository = /getRepository\((\w+)\)$/.exec(expression.expression.getText())?.[1];
    const named = given[0] && ts.isIdentifier(given[0]) ? given[0].text : undefined;
    const reads = method === 'from' && !expression.expression.getText().endsWith('.delete()');
    if (!ORM_WRITES.test(method) || reads) return [];
    return [repository, named].flatMap((name) => entities.get(name ?? '')?.table ?? []);
  });
}

const writes = sources.flatMap((source) =>
  [...new Set([...textsOf(source).flatMap(writtenIn), ...entitiesWritten(source)])].map((table) => ({
    path: source.path,
    table,
  })),
);

test('each table that is written has one room that owns it', () => {
  expect(writes.length).toBeGreaterThan(100);
  expect(writes.filter(({ table }) => !owners.has(table))).toEqual([]);
  const withEntity = [...entities.values()].map(({ table }) => table);
  expect(new Set(withEntity).size).toBe(withEntity.length);
  const listed = Object.values(WITHOUT_ENTITY).flat();
  expect(listed.filter((table, n) => withEntity.includes(table) || listed.indexOf(table) < n)).toEqual([]);
});

test('a table is written only from the room that owns it', () => {
  const foreign = writes
    .filter(({ path, table }) => roomOf(path) !== owners.get(table))
    .map(({ path, table }) => `${path} ${table}`);
  expect(foreign.toSorted()).toEqual(ALLOWED.toSorted());
});

test('no other statement hides its table behind a parameter', () => {
  const hidden = sources.filter((source) =>
    textsOf(source).some((text) => /\b(UPDATE|INSERT INTO|DELETE FROM|MERGE INTO|TRUNCATE)\s+\$\{/.test(text)),
  );
  expect(hidden.map(({ path }) => path).toSorted()).toEqual(BY_NAME.toSorted());
});

/** The columns that an UPDATE of this table sets: from SET to the FROM, WHERE or RETURNING of the same depth. */
function columnsSet(text: string, table: string): string[] {
  return [...text.matchAll(new RegExp(`UPDATE\\s+${table}(?:\\s+\\w+)?\\s+SET`, 'g'))].flatMap(({ index, 0: head }) => {
    const columns: string[] = [];
    let depth = 0;
    let column = true;
    for (const token of text.slice(index + head.length).match(/\$\{[^}]*\}|'[^']*'|[()=,]|[\w."]+/g) ?? []) {
      if (token === '(') depth += 1;
      else if (token === ')') depth -= 1;
      if (depth < 0 || (depth === 0 && /^(FROM|WHERE|RETURNING)$/.test(token))) break;
      if (depth > 0) continue;
      if (token === ',') column = true;
      else if (column && /^[a-z_]+$|^\$\{/.test(token)) columns.push(token);
      if (token !== ',') column = false;
    }
    return columns;
  });
}

test.each(Object.entries(TRANSITIONS))('the state of %s is set in one file: %s', (table, home) => {
  const fixed = ['state', ...(table === 'enrolment' ? ['reason', 'ended_at'] : [])];
  const setters = sources.filter((source) =>
    textsOf(source).some((text) =>
      columnsSet(text, table).some((column) => fixed.includes(column) || column.startsWith('$')),
    ),
  );
  expect(setters.map(({ path }) => path)).toEqual([home]);
  const byOrm = sources.filter((source) => entitiesWritten(source).includes(table));
  expect(byOrm).toEqual([]);
});

test('the law finds what it forbids', () => {
  expect(writtenIn('WITH x AS (DELETE FROM task WHERE true) UPDATE enrolment e SET state = 1')).toEqual([
    'task',
    'enrolment',
  ]);
  expect(writtenIn('FOR UPDATE OF e, ON CONFLICT DO UPDATE SET name = 1')).toEqual([]);
  expect(
    columnsSet("UPDATE enrolment e SET touches = f(a, b), state = 'x' FROM y SET reason = 1", 'enrolment'),
  ).toEqual(['touches', 'state']);
  const source = ts.createSourceFile(
    'x.ts',
    'manager.update(Campaign, {}); q.delete().from(Campaign)',
    ts.ScriptTarget.Latest,
    true,
  );
  expect(entitiesWritten({ path: 'x.ts', file: source })).toEqual(['campaign', 'campaign']);
});
