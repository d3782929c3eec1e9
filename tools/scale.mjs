import { pathToFileURL } from 'node:url';
import { prepare } from './boot.mjs';
import { startServers } from './faults/servers.mjs';
import { aboveZero, flag, optionsOf, text, whole } from './options.mjs';
import { live } from './processes/life.mjs';
import { inProject } from './project.mjs';
import { fail, line, speakOnStderr, step } from './say.mjs';

/** npm run scale: an installation with many people, and how long each answer of its API takes. Ends with 1 where one is refused or too slow. */

const options = {
  people: { ...whole, default: '1000000' },
  most: { ...aboveZero, default: '2000' },
  only: { ...text, default: '' },
  json: flag,
};
const USAGE = 'Usage: npm run scale -- [--people N] [--most MS] [--only PART-OF-A-PATH] [--json]';

async function scale() {
  const { people, most, only, json } = optionsOf(options, USAGE);
  if (json) speakOnStderr();
  await prepare({ tests: true });
  const { measure, isBad, reportOf } = await import(pathToFileURL(inProject('dist/test/scale/main.js')).href);
  await startServers(false);
  const measured = await step('Measuring', (say) => measure(people, say, only));
  if (measured.answers.length === 0) fail(`No path of the API contains "${only}".`, USAGE);
  if (json) process.stdout.write(`${JSON.stringify(measured, null, 2)}\n`);
  else line(reportOf(measured, most));
  return measured.answers.some((each) => isBad(each, most)) ? 1 : 0;
}

await live(scale);
