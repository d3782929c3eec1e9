import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { readMail, type BounceClass, type MailReading } from '../../../libs/mail/index.js';
import { parseMail } from './parse.js';

const data = fileURLToPath(new URL('../../../test/data/', import.meta.url));
const HARD = 'true';
/** kept aside while the rules were written */
const heldOut = (file: string): boolean =>
  Number.parseInt(createHash('sha256').update(file.split('/').at(-1)!).digest('hex').slice(0, 8), 16) % 3 === 0;

interface Row {
  file: string;
  reason: string;
  hard_bounce: string;
}
const expected = new Map<string, Row[]>();
for (const row of parse(readFileSync(`${data}bounces/expected.csv`), { columns: true }) as Row[])
  if (row.reason !== 'vacation' && row.reason !== 'delivered')
    expected.set(row.file, [...(expected.get(row.file) ?? []), row]);
const POLICY = new Set(
  'filtered rejected blocked authfailure badreputation requireptr spamdetected virusdetected policyviolation securityerror norelaying notcompliantrfc contenterror failedstarttls'.split(
    ' ',
  ),
);
const classOf = (row: Row): BounceClass =>
  row.hard_bounce === HARD ? 'hard' : POLICY.has(row.reason) ? 'policy' : 'soft';
const read = async (file: string): Promise<MailReading> =>
  readMail(await parseMail(readFileSync(`${data}bounces/${file}`)));

function scoreOf(pairs: { file: string; want: BounceClass | null; got: BounceClass | null }[]) {
  const count = (want: string | null, got: string | null) =>
    pairs.filter((pair) => (want === '*' || pair.want === want) && (got === '*' || pair.got === got)).length;
  const right = count('hard', 'hard');
  return { pairs: pairs.length, precision: right / count('*', 'hard'), recall: right / count('hard', '*'), count };
}

test('real bounces: hard ones are found, and only they are called hard', async () => {
  const pairs: { file: string; want: BounceClass | null; got: BounceClass | null }[] = [];
  for (const [file, rows] of expected) {
    const { returned } = await read(file);
    for (let i = 0; i < Math.max(rows.length, returned.length); i++)
      pairs.push({ file, want: rows[i] ? classOf(rows[i]!) : null, got: returned[i]?.class ?? null });
  }
  const all = scoreOf(pairs);
  const parts = {
    all,
    'kept aside': scoreOf(pairs.filter(({ file }) => heldOut(file))),
    'seen while written': scoreOf(pairs.filter(({ file }) => !heldOut(file))),
  };
  const lines = Object.entries(parts).map(
    ([name, { pairs: n, precision, recall }]) =>
      `${name.padEnd(20)} ${String(n).padStart(4)} recipients, hard precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}`,
  );
  const classes = ['hard', 'soft', 'policy', null] as const;
  lines.push(`${'is / read as'.padEnd(20)} ${classes.map((each) => String(each ?? 'none').padStart(7)).join('')}`);
  for (const want of classes)
    lines.push(
      `${(want ?? 'none').padEnd(20)} ${classes.map((got) => String(all.count(want, got)).padStart(7)).join('')}`,
    );
  process.stdout.write(`${lines.join('\n')}\n`);
  expect(all.pairs).toBeGreaterThan(280);
  expect(all.precision).toBeGreaterThanOrEqual(0.95);
  expect(all.recall).toBeGreaterThanOrEqual(0.95);
});

test('no mail that is no bounce is read as one', async () => {
  const files = readdirSync(`${data}bounces/maildir/not`);
  expect(files.length).toBeGreaterThan(0);
  for (const file of files) expect([file, (await read(`maildir/not/${file}`)).kind]).not.toEqual([file, 'bounce']);
});

test.each(Object.entries(JSON.parse(readFileSync(`${data}replies/expected.json`, 'utf8')) as Record<string, string>))(
  'a real reply, as a person reads it: %s',
  async (file, own) => {
    const text = readFileSync(`${data}replies/zapier/test/emails/${file}`, 'utf8');
    const plain = (words: string | null) => words?.split(/\s+/).join(' ').trim();
    // with headers, and as a text alone
    for (const source of [
      `From: a@b.example\nSubject: Re: x\nContent-Type: text/plain; charset=utf-8\n\n${text}`,
      text,
    ])
      expect(plain(readMail(await parseMail(Buffer.from(source))).replyText)).toBe(plain(own));
  },
);
