import { readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepare } from './boot.mjs';
import { run } from './processes/child.mjs';
import { atEnd, live } from './processes/life.mjs';
import { inProject, readIfThere, root } from './project.mjs';
import { line } from './say.mjs';

/** npm run security: attacks a running installation, and shows each attack with its tries. Ends with 1 where one got through. */

async function security() {
  await prepare({ tests: true, console: false });
  const file = (name) => join(tmpdir(), `overture-security-${process.pid}.${name}`);
  const [attacks, results] = [file('attacks'), file('results')];
  atEnd(() => [attacks, results].forEach((each) => rmSync(each, { force: true })));
  const jest = inProject('node_modules/jest/bin/jest.js');
  const args = [jest, '--selectProjects', 'security', '--json', `--outputFile=${results}`, ...process.argv.slice(2)];
  const { exitCode } = await run(process.execPath, args, {
    cwd: root,
    env: { OVERTURE_ATTACKS: attacks },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const rows = rowsOf(results, attacks);
  line('| attack | tries | refused | found |\n| --- | --- | --- | --- |');
  for (const { name, tries, found } of rows) line(`| ${name} | ${tries} | ${tries - found} | ${found} |`);
  const found = rows.filter((row) => row.found > 0).length;
  line(`\n${rows.length} attacks, ${found} of them got through.`);
  return exitCode === 0 && found === 0 && rows.length > 0 ? 0 : 1;
}

/** Each test is an attack; one made of many inputs noted how many it tried. */
function rowsOf(results, attacks) {
  const noted = (readIfThere(attacks) ?? '')
    .split('\n')
    .filter(Boolean)
    .map((text) => JSON.parse(text));
  const tried = new Map(noted.map((each) => [each.name, each]));
  return JSON.parse(readFileSync(results, 'utf8')).testResults.flatMap(({ assertionResults }) =>
    assertionResults
      .filter(({ status }) => status === 'passed' || status === 'failed')
      .map(
        ({ fullName, status }) =>
          tried.get(fullName) ?? { name: fullName, tries: 1, found: status === 'failed' ? 1 : 0 },
      ),
  );
}

await live(security);
