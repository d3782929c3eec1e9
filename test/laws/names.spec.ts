import { readdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { project } from '../support/project.js';

const files = filesUnder('');
const code = files.filter((path) => /\.(ts|tsx|mjs|cjs|js)$/.test(path) && !path.endsWith('.d.ts'));
const twice = (names: string[]): string[] => [...new Set(names.filter((name, i) => names.indexOf(name) !== i))];

test('no two paths differ by case only, and no two of code by case and extension only', () => {
  expect(code.length).toBeGreaterThan(500);
  expect(twice(files.map((path) => path.toLowerCase()))).toEqual([]);
  expect(twice(code.map((path) => path.toLowerCase().replace(/\.\w+$/, '')))).toEqual([]);
});

test('no folder of code holds more than 22 files side by side', () => {
  const held = new Map<string, number>();
  for (const path of code.filter((each) => !/\.spec\.ts$|^migrations\//.test(each)))
    held.set(dirname(path), (held.get(dirname(path)) ?? 0) + 1);
  expect([...held].filter(([, n]) => n > 22)).toEqual([]);
});

test('every exported type of src and libs has a name of its own', () => {
  const names = code
    .filter((path) => /^(src|libs)\//.test(path) && !path.endsWith('.spec.ts'))
    .flatMap((path) => [
      ...readFileSync(project + path, 'utf8').matchAll(
        /^export (?:default )?(?:abstract )?(?:class|interface|type|enum) (\w+)/gm,
      ),
    ])
    .map(([, name]) => name!);
  expect(names.length).toBeGreaterThan(300);
  expect(twice(names)).toEqual([]);
});

function filesUnder(folder: string): string[] {
  return readdirSync(project + folder, { withFileTypes: true }).flatMap((entry) => {
    const path = folder + entry.name;
    if (!entry.isDirectory()) return [path];
    return ['node_modules', 'dist', '.data', '.git'].includes(entry.name) ? [] : filesUnder(`${path}/`);
  });
}
