import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from './build.mjs';
import { startServers } from './faults/servers.mjs';
import { ensureInstalled } from './building/install.mjs';
import { live } from './processes/life.mjs';
import { inProject } from './project.mjs';
import { fail, line, speakOnStderr, step } from './say.mjs';

/** npm run scale: an installation with many people, and how long each answer of its API takes. Ends with 1 where one is refused or too slow. */

const USAGE = 'Usage: npm run scale -- [--people N] [--most MS] [--only PART-OF-A-PATH] [--json]';

async function scale() {
  const { people, most, only, json } = read(process.argv.slice(2));
  if (json) speakOnStderr();
  await ensureInstalled();
  await build({ also: ['test/support', 'test/scale'] });
  const { measure } = await import(pathToFileURL(inProject('dist/test/scale/main.js')).href);
  await startServers(false);
  const measured = await step('Measuring', (say) => measure(people, say, only));
  if (measured.answers.length === 0) fail(`No path of the API contains "${only}".`, USAGE);
  if (json) process.stdout.write(`${JSON.stringify(measured, null, 2)}\n`);
  else print(measured, most);
  return measured.answers.some((each) => isBad(each, most)) ? 1 : 0;
}

// what may be missing, such as an expert whom nobody named, is shown and is no failure
const isBad = ({ best, status }, most) => best > most || (status >= 400 && status !== 404);

function print({ rows, answers, notAsked }, most) {
  line(
    Object.entries(rows)
      .map(([table, n]) => `${table} ${n.toLocaleString('en')}`)
      .join(', '),
  );
  const bad = answers.filter((each) => isBad(each, most));
  const shown = answers.filter((each, at) => at < 20 || each.status >= 400 || isBad(each, most));
  line(`\n| ms | first | status | bytes | question |\n| --- | --- | --- | --- | --- |`);
  for (const { best, first, status, bytes, question } of shown)
    line(`| ${best.toFixed(0)} | ${first.toFixed(0)} | ${status} | ${bytes} | ${question} |`);
  line(
    `\n${answers.length} questions, ${bad.length} slower than ${most} ms or refused; nothing there to ask: ${notAsked.join(' ')}`,
  );
}

function read(args) {
  let values;
  try {
    ({ values } = parseArgs({
      args,
      options: {
        people: { type: 'string', default: '1000000' },
        most: { type: 'string', default: '2000' },
        only: { type: 'string', default: '' },
        json: { type: 'boolean', default: false },
      },
    }));
  } catch (error) {
    return fail(`${error.message.split('. ')[0].replace(/\.$/, '')}.`, USAGE);
  }
  const [people, most] = [Number(values.people), Number(values.most)];
  if (!Number.isInteger(people) || people < 1) fail(`--people wants a whole number, not "${values.people}".`, USAGE);
  if (!(most > 0)) fail(`--most wants milliseconds, not "${values.most}".`, USAGE);
  return { ...values, people, most };
}

await live(scale);
