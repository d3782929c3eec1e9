import { pathToFileURL } from 'node:url';
import { prepare } from './boot.mjs';
import { startServers } from './faults/servers.mjs';
import { live } from './processes/life.mjs';
import { inProject } from './project.mjs';
import { flag, optionsOf, queue, text, whole } from './options.mjs';
import { fail, line, speakOnStderr, step } from './say.mjs';

/** npm run faults: attacks the programs, holds the log of the mail server against the rows, and ends with 1 when a promise broke. */

const options = {
  json: flag,
  short: flag,
  only: { ...text, multiple: true, default: [] },
  enrolments: { ...whole, default: '1000' },
  rounds: { ...whole, default: '10' },
  seed: { ...whole, default: '1' },
  workers: { ...whole, default: '2' },
  delay: { ...whole, default: '5' },
  queue,
};
const USAGE =
  'Usage: npm run faults -- [--only NAME]… [--enrolments N] [--rounds N] [--workers N] [--delay MS] [--seed N] [--queue redis|postgres] [--short] [--json]';

async function faults() {
  const given = optionsOf(options, USAGE);
  const wanted = { ...given, queues: given.queue ? [given.queue] : ['postgres', 'redis'] };
  if (wanted.json) speakOnStderr();
  await prepare({ tests: true });
  const { attack, chosen, linesOf, tableOf } = await import(pathToFileURL(inProject('dist/test/faults/main.js')).href);
  const all = chosen(wanted);
  if (all.length === 0) fail(`No fault is called ${wanted.only.join(' or ')}.`, USAGE);
  const servers = await startServers(all.some(({ queue }) => queue === 'redis'));
  const results = [];
  const attacks = attack(wanted, servers, (name, words) => report?.(`${name}: ${words}`));
  let report;
  for (let n = 1; ; n += 1) {
    const label = `${n} of ${all.length}`;
    const { value, done } = await step(label, (say) => ((report = say), attacks.next()));
    if (done) break;
    results.push(value);
    linesOf(value).forEach((text) => line(text));
  }
  if (wanted.json) process.stdout.write(`${JSON.stringify(results, null, 2)}\n`);
  else line(`\n${tableOf(results)}`);
  return results.every(({ kept }) => kept) ? 0 : 1;
}

await live(faults);
