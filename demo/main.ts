import { parseArgs } from 'node:util';
import type { Json } from './api.js';
import { launchCampaign } from './campaign.js';
import { Cast } from './cast.js';
import { Market } from './market.js';
import { examine } from './oracle.js';
import { holds, printTable, resultOf } from './report.js';
import { done } from './say.js';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  strict: false,
  options: {
    url: { type: 'string' },
    json: { type: 'boolean' },
    organizations: { type: 'string' },
    workers: { type: 'string' },
    seed: { type: 'string' },
    days: { type: 'string' },
  },
});
const url = values.url as string;
const DAY = 86_400_000;
const seed = (values.seed as string | undefined) ?? '1';
const organizations = values.organizations === undefined ? null : Number(values.organizations);

/** The first half of the demo world of a first `npm start`: a launched campaign. */
async function launch(): Promise<number> {
  const cast = await Cast.enter(url);
  if ((await cast.ops.get('/campaigns')).items.length === 0) await launchCampaign(cast, organizations, seed);
  return 0;
}

/** The second: what came of it since. */
async function world(): Promise<number> {
  const cast = await Cast.enter(url);
  const [campaign] = (await cast.ops.get('/campaigns')).items;
  // the clock catches up with the wall's: from then on the world goes on by itself, at the pace of life
  // reps leave the last days' work for whoever signs in first
  const before = (ms: number) => (now: Date) => Date.now() - now.getTime() < ms;
  await new Market(cast, seed).answer(campaign, before(60_000), before(3 * DAY));
  return 0;
}

/** The whole job, to its end, and what came of it. */
async function run(): Promise<number> {
  const started = Date.now();
  const cast = await Cast.enter(url);
  const { queueBackend } = (await cast.ops.get('/health')) as Json;
  const { campaign, snapshot } = await launchCampaign(cast, organizations, seed);
  const market = new Market(cast, seed);
  await market.answer(campaign);
  const findings = await examine(cast.ops, campaign, snapshot, cast.admin);
  const facts = {
    queueBackend,
    workers: Number(values.workers ?? 1),
    seed,
    seconds: Math.round((Date.now() - started) / 100) / 10,
  };
  const result = await resultOf(cast.ops, campaign, snapshot, findings, facts);
  if (values.json) process.stdout.write(`${JSON.stringify(result)}\n`);
  else printTable(result, findings);
  return holds(result) ? 0 : 1;
}

const command = { launch, world, run }[positionals[0] ?? ''];
try {
  if (!command || !url)
    throw new Error(
      'demo: launch --url URL, world --url URL, or run --url URL [--json] [--organizations N] [--seed N]',
    );
  process.exitCode = await command();
} catch (error) {
  done(`The demo stopped: ${(error as Error).message}`);
  process.exitCode = 1;
}
