import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { project } from '../support/project.js';

/** A stand-in, because a registry cannot be had here: it notes how it was called, and installs what `wanted` says. */
const NPM = `
const { appendFileSync, mkdirSync, writeFileSync } = require('node:fs');
appendFileSync('calls', process.argv[2] + '\\n');
const { says = '', fails = [], slow = 0 } = JSON.parse(process.env.NPM_DOES ?? '{}');
setTimeout(() => {
  if (fails.includes(process.argv[2])) { console.error(says); process.exit(1); }
  mkdirSync('node_modules', { recursive: true });
  writeFileSync('node_modules/.package-lock.json', process.env.WANTED);
}, slow);
`;
const lock = (version: string) => JSON.stringify({ packages: { 'node_modules/a': { version, integrity: 'x' } } });

let folder: string;
beforeEach(() => {
  // a blank in the path, as people have them
  folder = join(mkdtempSync(join(tmpdir(), 'overture-install-')), 'my project');
  mkdirSync(folder);
  cpSync(`${project}tools`, join(folder, 'tools'), { recursive: true });
  writeFileSync(join(folder, 'npm-cli.cjs'), NPM);
  writeFileSync(join(folder, 'package-lock.json'), lock('1'));
});
afterEach(() => rmSync(join(folder, '..'), { recursive: true, force: true }));

async function install(npmDoes: object = {}): Promise<{ code: number; words: string }> {
  const command = `
    const { live } = await import('./tools/processes/life.mjs');
    const { ensureInstalled } = await import('./tools/building/install.mjs');
    await live(ensureInstalled);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', command], {
    cwd: folder,
    env: {
      PATH: process.env.PATH,
      npm_execpath: join(folder, 'npm-cli.cjs'),
      NPM_DOES: JSON.stringify(npmDoes),
      WANTED: readFileSync(join(folder, 'package-lock.json'), 'utf8'),
    },
  });
  let words = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (words += text.toString()));
  const [code] = (await once(child, 'close')) as [number];
  return { code, words };
}
const calls = () =>
  existsSync(join(folder, 'calls')) ? readFileSync(join(folder, 'calls'), 'utf8').trim().split('\n') : [];

test('packages are installed before anything else, once, and again when the lock file changes', async () => {
  expect(await install()).toEqual({ code: 0, words: '' });
  expect(await install()).toEqual({ code: 0, words: '' });
  expect(calls()).toEqual(['ci']);
  writeFileSync(join(folder, 'package-lock.json'), lock('2'));
  await install();
  expect(calls()).toEqual(['ci', 'ci']);
});

test('two commands that come at once install once', async () => {
  const both = await Promise.all([install({ slow: 500 }), install({ slow: 500 })]);
  expect(both.map(({ code }) => code)).toEqual([0, 0]);
  expect(both.map(({ words }) => words).join('')).toMatch(
    /^Waiting for process \d+, which is installing the packages\.\n$/,
  );
  expect(calls()).toEqual(['ci']);
});

test('what somebody installed by hand is taken as it is, where it is what the lock file says', async () => {
  mkdirSync(join(folder, 'node_modules'));
  writeFileSync(join(folder, 'node_modules/.package-lock.json'), lock('1'));
  await install();
  expect(calls()).toEqual([]);
  writeFileSync(join(folder, 'node_modules/.overture-lock'), 'another lock file');
  writeFileSync(join(folder, 'node_modules/.package-lock.json'), lock('0'));
  await install();
  expect(calls()).toEqual(['ci']);
});

test('a lock file that lacks only packages of other systems is installed from all the same', async () => {
  const says = 'npm error code EUSAGE\nnpm error Missing: @swc/core-darwin-arm64@ from lock file';
  expect((await install({ fails: ['ci'], says })).code).toBe(0);
  expect(calls()).toEqual(['ci', 'install']);
});

test.each([
  ['npm error code ENOTFOUND', 'The package registry could not be reached. Check the network'],
  ['npm error code EUSAGE', 'package-lock.json does not fit package.json. Run npm install once'],
  ['npm error code ENOSPC', 'so the packages could not be installed. Free about 1 GB'],
  ['npm error code EACCES', 'could not be written to'],
  ['npm error something new', 'The packages could not be installed (npm ended with 1).'],
])('an install that fails with %s says what to do, and nothing looks installed', async (says, advice) => {
  const { code, words } = await install({ fails: ['ci'], says });
  expect({ code, last: words.trim().split('\n').at(-1) }).toEqual({ code: 1, last: expect.stringContaining(advice) });
  expect(existsSync(join(folder, 'node_modules/.overture-lock'))).toBe(false);
});
