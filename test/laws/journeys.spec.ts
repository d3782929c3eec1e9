import { readdirSync, readFileSync } from 'node:fs';
import { project } from '../support/project.js';

const stories = `${project}test/console/`;

test('each of the twelve journeys is told by a story in a real browser', () => {
  const told = readdirSync(stories).flatMap((file) =>
    [...readFileSync(stories + file, 'utf8').matchAll(/\btest\('((?:J\d+(?:, | and )?)+): /g)].flatMap(([, names]) =>
      names!.split(/, | and /),
    ),
  );
  expect([...new Set(told)].sort()).toEqual(Array.from({ length: 12 }, (_, i) => `J${i + 1}`).sort());
});
