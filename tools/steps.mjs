import { existsSync } from 'node:fs';
import { run } from './processes/child.mjs';
import { inProject, root } from './project.mjs';
import { line } from './say.mjs';

// 7 is native and checks several times as fast; 6 stays for openapi-typescript, which needs its API
const tsc = ['typescript-native', 'bin', 'tsc'];

/** What `npm run check` and the first part of `npm test` look at. */
const checks = [
  { name: 'types', tool: tsc, args: ['-p', '.'] },
  { name: 'types of the console', tool: tsc, args: ['-p', 'web'] },
  { name: 'lint', tool: ['oxlint', 'bin', 'oxlint'], args: ['--deny-warnings'] },
  {
    name: 'staircase',
    tool: ['dependency-cruiser', 'bin', 'dependency-cruise.mjs'],
    args: [
      ...['src', 'libs', 'demo', 'web'].filter((folder) => existsSync(inProject(folder))),
      '--config',
      '.dependency-cruiser.cjs',
    ],
  },
  { name: 'format', tool: ['oxfmt', 'bin', 'oxfmt'], args: ['--check'] },
];

/** Every check, side by side, whatever the others say; tells how many failed. */
export async function runChecks() {
  const results = await Promise.all(checks.map(runCheck));
  return results.filter(({ ok }) => !ok).length;
}

/** Its words are shown only when it fails. */
async function runCheck({ name, tool, args }) {
  return named(name, async () => {
    const { exitCode, all } = await run(process.execPath, [inProject('node_modules', ...tool), ...args], { cwd: root });
    if (exitCode !== 0) for (const text of all) line(`  ${text}`);
    return exitCode === 0;
  });
}

/** Runs `work` (true when it went well) and says its name, its verdict and its seconds. */
export async function named(name, work) {
  const since = Date.now();
  const ok = await work();
  const seconds = (Date.now() - since) / 1000;
  line(`${ok ? 'ok    ' : 'FAILED'}  ${name}  ${seconds.toFixed(1)} s`);
  return { name, ok, seconds };
}
