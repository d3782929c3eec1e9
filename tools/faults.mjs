import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from './build.mjs';
import { startServers } from './faults/servers.mjs';
import { ensureInstalled } from './building/install.mjs';
import { live } from './processes/life.mjs';
import { inProject } from './project.mjs';
import { fail, line, speakOnStderr, step } from './say.mjs';

/** npm run faults: attacks the programs, holds the log of the mail server against the rows, and ends with 1 when a promise broke. */

const options = {
  json: { type: 'boolean', default: false },
  short: { type: 'boolean', default: false },
  only: { type: 'string', multiple: true, default: [] },
  enrolments: { type: 'string', default: '1000' },
  rounds: { type: 'string', default: '10' },
  seed: { type: 'string', default: '1' },
  workers: { type: 'string', default: '2' },
  delay: { type: 'string', default: '5' },
  queue: { type: 'string' },
};
const USAGE =
  'Usage: npm run faults -- [--only NAME]… [--enrolments N] [--rounds N] [--workers N] [--delay MS] [--seed N] [--queue redis|postgres] [--short] [--json]';

async function faults() {
  const wanted = read(process.argv.slice(2));
  if (wanted.json) speakOnStderr();
  await ensureInstalled();
  await build({ also: ['test/support', 'test/faults'] });
  const { attack, chosen } = await import(pathToFileURL(inProject('dist/test/faults/main.js')).href);
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
    line(verdictOf(value));
    for (const words of detailsOf(value)) line(`        ${words}`);
  }
  if (wanted.json) process.stdout.write(`${JSON.stringify(results, null, 2)}\n`);
  else line(`\n${tableOf(results)}`);
  return results.every(({ kept }) => kept) ? 0 : 1;
}

function read(args) {
  let values;
  try {
    ({ values } = parseArgs({ args, options }));
  } catch (error) {
    return fail(`${error.message.split('. ')[0].replace(/\.$/, '')}.`, USAGE);
  }
  const numbers = Object.fromEntries(
    ['enrolments', 'rounds', 'seed', 'workers', 'delay'].map((name) => [name, Number(values[name])]),
  );
  for (const [name, number] of Object.entries(numbers))
    if (!Number.isInteger(number) || number < 0) fail(`--${name} wants a whole number, not "${values[name]}".`, USAGE);
  if (values.queue && !['redis', 'postgres'].includes(values.queue))
    fail(`--queue is redis or postgres, not "${values.queue}".`, USAGE);
  return { ...values, ...numbers, queues: values.queue ? [values.queue] : ['postgres', 'redis'] };
}

const detailsOf = ({ notes, inFlight }) => [
  ...notes,
  ...inFlight.map(
    ({ after, dispatchId, recipient, takenAfter }) =>
      `in flight at ${after}: ${dispatchId} to ${recipient}, ${takenAfter === null ? 'did not arrive' : `taken ${takenAfter} ms after it`}`,
  ),
];

const verdictOf = ({
  kept,
  notRun,
  name,
  queue,
  enrolments,
  faults: n,
  skipped,
  contactedTwice,
  mistold,
  unknown,
  seconds,
  perSecond,
  broken,
}) =>
  notRun
    ? `NOT RUN  ${name} (${queue}): ${notRun}`
    : `${kept ? 'kept  ' : 'BROKEN'}  ${name} (${queue}): ${enrolments} enrolments, ${n} faults, ${skipped} skipped, ${contactedTwice} twice, ${mistold} mistold, ${unknown} unknown, ${seconds.toFixed(0)} s, ${perSecond.toFixed(0)}/s${broken ? `\n        ${broken}` : ''}`;

/** Markdown, to be put into docs/faults.md as it is. */
function tableOf(results) {
  const rows = results.map((each) => [
    each.promise,
    `${each.name}: ${each.fault}`,
    each.queue,
    each.notRun ? `not run: ${each.notRun}` : each.enrolments,
    each.faults,
    each.skipped,
    each.contactedTwice,
    each.mistold,
    each.unknown,
    each.seconds.toFixed(0),
    each.perSecond.toFixed(0),
  ]);
  const head = [
    'promise',
    'fault',
    'queue',
    'enrolments',
    'faults injected',
    'skipped',
    'contacted twice',
    'mistold',
    'unknown',
    'seconds',
    'mails/s',
  ];
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

await live(faults);
