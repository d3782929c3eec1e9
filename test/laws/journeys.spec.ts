import { readdirSync, readFileSync } from 'node:fs';

const stories = new URL('../console/', import.meta.url);

test('each of the twelve journeys is told by a story in a real browser', () => {
  const told = readdirSync(stories).flatMap((file) =>
    [...readFileSync(new URL(file, stories), 'utf8').matchAll(/\btest\('((?:J\d+(?:, | and )?)+): /g)].flatMap(
      ([, names]) => names!.split(/, | and /),
    ),
  );
  expect([...new Set(told)].sort()).toEqual(Array.from({ length: 12 }, (_, i) => `J${i + 1}`).sort());
});
