import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { replyText } from './reply-text.js';

const data = fileURLToPath(new URL('../../../test/data/replies/', import.meta.url));
const read = (file: string): string => readFileSync(data + file, 'utf8');
const textsOf = (folder: string): string[] => readdirSync(data + folder).filter((name) => name.endsWith('.txt'));
const visible = JSON.parse(read('crisp/expected.json')) as Record<string, string>;
const judged = JSON.parse(read('judged.json')) as Record<string, { own: string; because: string }>;

interface Sample {
  name: string;
  text: string;
  own: string;
}

const CORPORA: Record<string, Sample[]> = {
  discourse: textsOf('discourse/emails').map((name) => ({
    name,
    text: read(`discourse/emails/${name}`),
    own: read(`discourse/trimmed/${name}`),
  })),
  crisp: textsOf('crisp/fixtures').map((name) => ({
    name,
    text: read(`crisp/fixtures/${name}`),
    own: judged[`crisp/${name}`]?.own ?? visible[name]!,
  })),
};

/** Never looked at while the rules were written. */
const isAside = (name: string): boolean =>
  Number.parseInt(createHash('sha256').update(name).digest('hex').slice(0, 8), 16) % 6 === 0;

/** What the person wrote; other parsers keep quotations that stand between their words. */
const wordsOf = (text: string): string[] =>
  text
    .split('\n')
    .filter((line) => !/^\s*>/.test(line))
    .join(' ')
    .split(/\s+/)
    .filter(Boolean);

const isRight = ({ text, own }: Sample): boolean => wordsOf(replyText(text)).join(' ') === wordsOf(own).join(' ');
const share = (samples: Sample[]): number => samples.filter(isRight).length / samples.length;

test.each(Object.entries(CORPORA))('nine replies in ten of %s are read as a person reads them', (corpus, samples) => {
  const parts = {
    all: samples,
    'kept aside': samples.filter(({ name }) => isAside(name)),
    'seen while written': samples.filter(({ name }) => !isAside(name)),
  };
  const lines = Object.entries(parts).map(
    ([name, some]) => `${name.padEnd(20)} ${String(some.length).padStart(4)} replies, right ${share(some).toFixed(3)}`,
  );
  process.stdout.write(`replies of ${corpus}\n${lines.join('\n')}\n`);
  expect(samples.length).toBeGreaterThan(60);
  expect(share(samples)).toBeGreaterThanOrEqual(0.9);
});

test('no reply of a person is read as an empty one', () => {
  const lost = Object.values(CORPORA)
    .flat()
    .filter(({ text, own }) => wordsOf(own).length > 0 && replyText(text) === '')
    .map(({ name }) => name);
  expect(lost).toEqual(['forwarded_message.txt']);
});
