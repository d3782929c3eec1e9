import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { project } from '../support/project.js';

const BUILT = `${project}dist/web/`;
const MOST_BYTES = 260 * 1024;

interface Chunk {
  file: string;
  imports?: string[];
  isEntry?: boolean;
}
const manifest = JSON.parse(readFileSync(`${BUILT}.vite/manifest.json`, 'utf8')) as Record<string, Chunk>;

/** A chunk and everything that the browser needs before it can run it. */
function needs(name: string, found = new Set<string>()): Set<string> {
  if (found.has(name)) return found;
  found.add(name);
  for (const each of manifest[name]!.imports ?? []) needs(each, found);
  return found;
}

test('the first load of the console is at most 260 KB of JavaScript, compressed', () => {
  const [entry] = Object.entries(manifest).find(([, { isEntry }]) => isEntry)!;
  const first = new Set([...needs(entry), ...needs('src/shell/home/Home.tsx')]);
  const bytes = [...first].reduce((sum, name) => sum + gzipSync(readFileSync(BUILT + manifest[name]!.file)).length, 0);
  expect(bytes).toBeGreaterThan(50_000);
  expect(bytes).toBeLessThanOrEqual(MOST_BYTES);
});

/** It switches the check off just where a wrong address, filter or field would show: type the thing itself. */
test('no `as never` stands in the console', () => {
  const files = readdirSync(`${project}web/src`, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => /\.tsx?$/.test(path) && !path.endsWith('.d.ts'));
  expect(files.length).toBeGreaterThan(200);
  expect(files.filter((path) => /\bas never\b/.test(readFileSync(`${project}web/src/${path}`, 'utf8')))).toEqual([]);
});
