import { caller, type Json, type Person } from '../../support/http.js';
import { freePort } from '../../support/programs.js';
import type { Fault } from '../faults.js';
import { pause, type Scene } from '../scene.js';
import { under } from './attack.js';

const STOPS = 'pause and abort stop what is queued, within seconds';
const ONCE = 'two schedulers, two drivers, two clicks do the work once';

/** As many mails a worker has on its connections at most. */
const CONNECTIONS = 5;
/** A message has to be slow enough to be in flight when somebody stops it. */
const SLOW = 60;
/** Nothing that was in flight takes as long as this. */
const QUIET = 1_500;

const RUNNING = "SELECT id FROM campaign WHERE state = 'running' ORDER BY launched_at DESC LIMIT 1";
const HANDED_OVER =
  "SELECT id, message_id, recipient FROM dispatch WHERE campaign_id = $1 AND state = 'sending' AND handover = 'begun'";

async function flowing(scene: Scene): Promise<string | null> {
  const before = scene.mail.accepted.length;
  for (const end = Date.now() + 5_000; Date.now() < end; await pause(5)) {
    if (scene.mail.accepted.length <= before + 3) continue;
    const [campaign] = await scene.programs.sql<Json>(RUNNING);
    return campaign?.id ?? null;
  }
  return null;
}

/** Says stop while mails flow; what is handed over after the answer must have been under way, and is listed. */
async function stop(scene: Scene, campaignId: string, after: 'pause' | 'abort'): Promise<void> {
  const { status } = await scene.ops.post(`/campaigns/${campaignId}/${after}`, { reason: 'An attack' });
  const returned = Date.now();
  // completed meanwhile: too late to stop anything
  if (status === 409) return;
  if (status !== 200) throw new Error(`The ${after} answers ${status}.`);
  scene.injected += 1;
  const taken = new Set(scene.mail.messageIds);
  // a batch is reported when the last of it is done
  const underWay = (await scene.programs.sql<Json>(HANDED_OVER, [campaignId])).filter(
    (each) => !taken.has(each.message_id),
  );
  await pause(QUIET);
  const late = scene.mail.accepted.filter(({ takenAt }) => takenAt > returned);
  const wrong = late.filter(
    ({ begunAt, messageId }) => begunAt > returned && !underWay.some((each) => each.message_id === messageId),
  );
  if (wrong.length > 0)
    throw new Error(
      `Handed over after the ${after} had returned: ${wrong.map(({ messageId, begunAt }) => `${messageId} ${begunAt - returned} ms after`).join(', ')}`,
    );
  if (underWay.length > CONNECTIONS * scene.programs.workers.length)
    throw new Error(`${underWay.length} mails were in flight, and there are not so many connections.`);
  for (const { id, message_id: messageId, recipient } of underWay) {
    const arrived = late.find((each) => each.messageId === messageId);
    scene.inFlight.push({ after, dispatchId: id, recipient, takenAfter: arrived ? arrived.takenAt - returned : null });
  }
}

async function paused(scene: Scene): Promise<void> {
  const campaignId = await flowing(scene);
  if (!campaignId) return;
  await stop(scene, campaignId, 'pause');
  await scene.ops.post(`/campaigns/${campaignId}/resume`, {});
}

async function aborted(scene: Scene): Promise<void> {
  const campaignId = await flowing(scene);
  if (!campaignId) return;
  await stop(scene, campaignId, 'abort');
  await scene.insist(async () => {
    const open = await scene.programs.sql('SELECT FROM enrolment WHERE campaign_id = $1 AND ended_at IS NULL', [
      campaignId,
    ]);
    if (open.length > 0) throw new Error(`${open.length} enrolments of an aborted campaign have no end.`);
  });
}

/** Everything twice at the same moment, through two apis. */
async function twice(scene: Scene): Promise<void> {
  const port = await freePort();
  await scene.start('api', { PORT: String(port) });
  const both = [scene.ops, caller(`http://127.0.0.1:${port}`, scene.ops.headers)] as [Person, Person];
  const click = async (campaignId: string, what: string): Promise<void> => {
    const clicks = [...both, ...both].map((who) =>
      who.post(`/campaigns/${campaignId}/${what}`, what === 'pause' ? { reason: 'Two of us' } : {}),
    );
    const wrong = (await Promise.all(clicks)).filter(({ status }) => status !== 200 && status !== 409);
    if (wrong.length > 0) throw new Error(`A second ${what} answers ${JSON.stringify(wrong[0])}`);
    scene.injected += 1;
  };
  do {
    await scene.launch({}, (campaignId) => click(campaignId, 'launch'));
    await scene.during(async (over) => {
      while (!over()) {
        const campaignId = await flowing(scene);
        if (!campaignId) continue;
        await click(campaignId, 'pause');
        await pause(scene.chance.between(20, 300));
        await click(campaignId, 'resume');
      }
    });
  } while (scene.injected < scene.amount.rounds);
  const doubled = await scene.programs.sql<Json>(DOUBLED);
  if (doubled.length > 0) throw new Error(`Done more than once: ${JSON.stringify(doubled)}`);
}

/** Changes that follow on the same change, launches beyond one, and what an enrolment went through beyond once. */
const DOUBLED = `
SELECT 'change ' || change AS what, campaign_id AS id FROM (
  SELECT campaign_id, change, lag(change) OVER (PARTITION BY campaign_id ORDER BY changed_at, id) AS before FROM campaign_change) c WHERE change = before
UNION ALL SELECT 'launch', campaign_id FROM campaign_change WHERE change = 'launch' GROUP BY campaign_id HAVING count(*) > 1
UNION ALL SELECT 'event ' || what, enrolment_id FROM enrolment_event WHERE what IN ('sent', 'task_opened', 'finished') GROUP BY what, enrolment_id, step HAVING count(*) > 1`;

const slowly = (scene: Scene): void => void (scene.mail.delay = Math.max(scene.mail.delay, SLOW));

export const clicks: Fault[] = [
  {
    name: 'pause',
    promise: STOPS,
    does: 'a campaign is paused while its mails flow, and resumed',
    unknown: 0,
    run: async (scene) => {
      slowly(scene);
      await under(scene, paused, [50, 400]);
    },
  },
  {
    name: 'abort',
    promise: STOPS,
    does: 'a campaign is aborted while its mails flow',
    unknown: 0,
    run: async (scene) => {
      slowly(scene);
      await under(scene, aborted, [50, 400]);
    },
  },
  {
    name: 'twice',
    promise: ONCE,
    does: 'launch, pause and resume four times at the same moment through two apis, beside two workers',
    unknown: 0,
    run: async (scene) => {
      slowly(scene);
      await twice(scene);
    },
  },
];
