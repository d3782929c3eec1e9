import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { project } from '../support/project.js';

const SQL = /^\s*(?:--[^\n]*\n\s*)*(?:SELECT|WITH|INSERT INTO|UPDATE|DELETE FROM)\b/;
const CALLED = new Set(['rows', 'row', 'touched', 'query']);

interface Statement {
  at: string;
  text: string;
  /** written where it is used, and not a named constant */
  inline: boolean;
}

const files = readdirSync(`${project}src`, { recursive: true, encoding: 'utf8' })
  .map((path) => `src/${path.replaceAll('\\', '/')}`)
  .filter((path) => path.endsWith('.ts') && !path.endsWith('.spec.ts'));

function statementsOf(path: string): Statement[] {
  const source = ts.createSourceFile(path, readFileSync(project + path, 'utf8'), ts.ScriptTarget.Latest, true);
  const found: Statement[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node) || ts.isTemplateExpression(node)) {
      const text = node.getText(source).slice(1, -1);
      const { parent } = node;
      const callee = ts.isCallExpression(parent) ? parent.expression : undefined;
      const name = callee && (ts.isPropertyAccessExpression(callee) ? callee.name : callee).getText(source);
      const line = source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
      if (SQL.test(text)) found.push({ at: `${path}:${line}`, text, inline: CALLED.has(name ?? '') });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

const statements = files.flatMap(statementsOf);

test('SQL of more than one line is a named constant', () => {
  expect(statements.length).toBeGreaterThan(300);
  expect(statements.filter(({ inline, text }) => inline && text.includes('\n')).map(({ at }) => at)).toEqual([]);
});

test('no line of SQL is longer than 120 columns', () => {
  expect(
    statements.filter(({ text }) => text.split('\n').some((line) => line.length > 120)).map(({ at }) => at),
  ).toEqual([]);
});

/** `AS "campaignId"`: `AS campaign_id` arrives as the same through `rows()`, and jsonb_build_object names keys itself. */
const NEEDLESS = /\b[Aa][Ss]\s+"[a-z0-9]+(?:[A-Z][a-z0-9]*)+"/;

test('no alias only turns snake_case into camelCase', () => {
  const aliased = files.flatMap((path) =>
    readFileSync(project + path, 'utf8')
      .split('\n')
      .flatMap((line, i) => (NEEDLESS.test(line) ? [`${path}:${i + 1}`] : [])),
  );
  expect(NEEDLESS.test('SELECT id AS "campaignId"')).toBe(true);
  expect(NEEDLESS.test('SELECT name AS "contact.name", day AS "on"')).toBe(false);
  expect(aliased).toEqual([]);
});
