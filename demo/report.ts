import type { Json, Person } from './api.js';
import type { Findings } from './oracle.js';

export interface Run {
  queueBackend: string;
  workers: number;
  seed: string;
  seconds: number;
}

/** The one object of `--json`. */
export async function resultOf(
  ops: Person,
  campaign: Json,
  snapshot: Json,
  findings: Findings,
  run: Run,
): Promise<Json> {
  const [coverage, scoreboard] = await Promise.all([
    ops.get(`/campaigns/${campaign.id}/coverage`),
    ops.get(`/versions/${campaign.versionId}/scoreboard`),
  ]);
  return {
    simulation: scoreboard.label ?? 'The market is simulated.',
    organizations: snapshot.organizations,
    decisionMakers: findings.decisionMakers,
    enrolled: findings.enrolled,
    terminal: findings.terminal,
    withReason: findings.withReason,
    skipped: findings.skipped.length,
    contactedTwice: findings.contactedTwice.length,
    missingMails: findings.missing.length,
    dispatches: findings.dispatches,
    tasks: coverage.tasks,
    endings: coverage.endings,
    conversations: scoreboard.conversations,
    objections: scoreboard.objections,
    version: {
      id: campaign.versionId,
      funnel: scoreboard.funnel,
      interest: scoreboard.interest,
      quality: scoreboard.quality,
      latency: scoreboard.latency,
      minimumSample: scoreboard.minimumSample,
    },
    ...run,
  };
}

export function printTable(result: Json, findings: Findings): void {
  const say = (text = '') => process.stdout.write(`${text}\n`);
  const row = (name: string, value: unknown) => say(`  ${name.padEnd(26)} ${String(value)}`);
  say();
  say('Vendor Managed Inventory, carried to its cohort. The market is simulated: its answers are invented.');
  say();
  row('organizations', result.organizations);
  row('decision makers', result.decisionMakers);
  row('enrolled', result.enrolled);
  row('not enrolled, with reason', result.withReason);
  row('with an end', result.terminal);
  row('skipped', result.skipped);
  row('contacted twice', result.contactedTwice);
  row('messages', list(result.dispatches));
  row('tasks', list(result.tasks));
  row('conversations', result.conversations);
  say();
  say('  How they ended');
  for (const { state, reason, n } of result.endings) row(`  ${reason || state}`, `${n}`);
  say();
  say('  From reached to committed (95 % interval)');
  for (const stage of result.version.funnel) row(`  ${stage.stage}`, rate(stage));
  say();
  say('  What they object to');
  for (const objection of result.objections.slice(0, 8)) row(`  ${objection.objection}`, rate(objection));
  say();
  for (const line of [...findings.skipped, ...findings.contactedTwice].slice(0, 10)) say(`  ! ${line}`);
  say(`  ${verdict(result)}`);
  say(
    `  ${result.seconds} s, ${result.workers} worker${result.workers > 1 ? 's' : ''}, queue on ${result.queueBackend}, seed ${result.seed}`,
  );
}

export function holds(result: Json): boolean {
  return (
    result.skipped === 0 &&
    result.contactedTwice === 0 &&
    result.missingMails === 0 &&
    result.enrolled + result.withReason === result.decisionMakers
  );
}

function verdict(result: Json): string {
  return holds(result)
    ? 'Every decision maker was reached or is listed with a reason; nobody was contacted twice.'
    : 'A promise is broken: see above.';
}

function rate({ successes, n, shown, rate, low, high }: Json): string {
  if (!shown) return `${successes} of ${n} (too few for a rate)`;
  const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
  return `${percent(rate)}  [${percent(low)}, ${percent(high)}]  ${successes} of ${n}`;
}

function list(counts: Record<string, number>): string {
  return Object.entries(counts)
    .map(([name, n]) => `${name} ${n}`)
    .join(', ');
}
