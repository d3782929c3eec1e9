import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { project } from '../support/project.js';

const { STAIRCASE } = createRequire(import.meta.url)(`${project}.dependency-cruiser.cjs`) as { STAIRCASE: string[] };
const read = (path: string) => readFileSync(project + path, 'utf8');

test('every room of src stands on the staircase, and the other way round', () => {
  const rooms = readdirSync(`${project}src`, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    // a program beside main.*.ts, which enters rooms as they do
    .filter((name) => name !== 'cli');
  expect(rooms.sort()).toEqual([...STAIRCASE].sort());
});

test('ARCHITECTURE.md quotes the same staircase', () => {
  expect(read('ARCHITECTURE.md')).toContain(STAIRCASE.join(' < '));
});

test('app.module.ts lists the rooms in staircase order', () => {
  const modules = [
    ...(/imports: \[([^\]]+)\]/.exec(read('src/app.module.ts'))?.[1] ?? '').matchAll(/(\w+)Module/g),
  ].map(([, name]) => name!.toLowerCase());
  expect(modules).toEqual(STAIRCASE);
});

test('nothing but platform/config reads the environment', () => {
  const files = execFileSync('git', ['grep', '-l', 'process\\.env', '--', 'src', 'libs'], {
    cwd: project,
    encoding: 'utf8',
  })
    .trim()
    .split('\n');
  expect(files).toEqual(['src/platform/config.ts']);
});
