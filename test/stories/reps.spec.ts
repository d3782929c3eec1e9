import { createHash } from 'node:crypto';
import { caller, type Json, type Person } from '../support/http.js';
import { Programs, until } from '../support/programs.js';
import { CALL, world } from '../support/world.js';

const [REPS, ORGANIZATIONS, PEOPLE] = [200, 300, 2];
const TASKS = ORGANIZATIONS * PEOPLE;

let programs: Programs;

beforeAll(async () => {
  programs = await Programs.open('postgres');
}, 120_000);
afterAll(() => programs?.close(), 30_000);

const sql = (text: string, parameters: unknown[] = []) => programs.sql<Json>(text, parameters);

/** Signed in as rows: two hundred passwords would take a minute to check. */
async function reps(): Promise<Person[]> {
  const hash = (n: number) => createHash('sha256').update(`a-token-for-the-tests-${n}`).digest();
  const ids = await sql(
    `INSERT INTO app_user (email, name, department, roles) SELECT 'rep' || n || '@overture.test', 'Rep ' || n, 'sales', '{rep}' FROM generate_series(1, $1::int) n RETURNING id`,
    [REPS],
  );
  return Promise.all(
    ids.map(async ({ id }, n) => {
      await sql(
        "INSERT INTO session (user_id, kind, token_hash, expires_at) VALUES ($1, 'token', $2, clock_timestamp() + interval '1 day')",
        [id, hash(n)],
      );
      return { id, ...caller(programs.origin, { authorization: `Bearer a-token-for-the-tests-${n}` }) };
    }),
  );
}

interface Claimed {
  id: string;
  fence: number;
}

/** What all of them were told, for the rows to be held against. */
class Log {
  /** who was handed which claim of a task */
  readonly handed = new Map<string, string>();
  readonly filed: string[] = [];
  readonly late: string[] = [];
  readonly twice: string[] = [];

  claim(rep: Person, { id, fence }: Claimed): void {
    const key = `${id} ${fence}`;
    if (this.handed.has(key) && this.handed.get(key) !== rep.id) this.twice.push(key);
    this.handed.set(key, rep.id);
  }
}

const file = (rep: Person, { id, fence }: Claimed) =>
  rep.post('/conversations', {
    taskId: id,
    fence,
    disposition: 'connected_not_interested',
    sentiment: 'neutral',
    interest: 'none',
    objections: [{ code: 'no_need' }],
  });

/** Claims and files until there is no work; goes away in the middle now and then, and comes back later with what it held. */
async function works(rep: Person, n: number, log: Log): Promise<void> {
  for (let turn = n; ; turn++) {
    const claim = await rep.post('/claims', {}).catch(() => undefined);
    // the api was away, and whatever it had claimed for us comes back when the claim lapses
    if (!claim || claim.status >= 500 || claim.status === 409) {
      await new Promise((resolve) => setTimeout(resolve, 200));
      if (claim?.status === 409) await lapse(rep.id);
      continue;
    }
    if (claim.status === 204) return;
    expect(claim).toMatchObject({ status: 201 });
    log.claim(rep, claim.body);
    if (turn % 7 === 0) await rep.delete(`/claims/${claim.body.id}`).catch(() => undefined);
    else if (turn % 5 === 0) await late(rep, claim.body, log);
    else if ((await file(rep, claim.body).catch(() => undefined))?.status === 201) log.filed.push(claim.body.id);
  }
}

/** The claim ran out while its rep was away, and was claimed anew: what is filed by the old one is refused. */
async function late(rep: Person, claimed: Claimed, log: Log): Promise<void> {
  await lapse(rep.id);
  const again = await rep.post('/claims', { taskId: claimed.id }).catch(() => undefined);
  if (again?.status !== 201 || again.body.fence === claimed.fence) return;
  log.claim(rep, again.body);
  const [old, now] = [
    await file(rep, claimed).catch(() => undefined),
    await file(rep, again.body).catch(() => undefined),
  ];
  if (old) log.late.push(`${old.status} ${old.body.code}`);
  if (now?.status === 201) log.filed.push(claimed.id);
}

/** As half an hour does, after which the worker's upkeep returns it. */
async function lapse(repId: string): Promise<void> {
  await sql("UPDATE task SET state = 'open', lease_until = NULL WHERE claimed_by = $1 AND state = 'claimed'", [repId]);
}

test('two hundred reps at once, and an api that is killed meanwhile: each task is held by one, filed once, and none is left', async () => {
  const ops = await programs.as('sales_ops');
  const { campaignId } = await world(programs, {
    organizations: ORGANIZATIONS,
    peopleEach: PEOPLE,
    steps: [CALL('first_call')],
  });
  expect((await ops.post(`/campaigns/${campaignId}/launch`, {})).status).toBe(200);
  const count = async (state: string) =>
    (await sql('SELECT count(*)::int AS n FROM task WHERE state = $1', [state]))[0].n as number;
  await until('the calls are due', async () => (await count('open')) === TASKS);

  const all = await reps();
  const log = new Log();
  const working = Promise.all(all.map((rep, n) => works(rep, n, log)));
  for (const at of [0.2, 0.5]) {
    await until('they are at it', async () => (await count('done')) > at * TASKS, 180);
    const api = programs.all.find(({ name }) => name === 'api')!;
    await programs.kill(api);
    await programs.start('api');
  }
  await working;
  // what was claimed for somebody who never heard of it
  for (const { id } of all) await lapse(id);
  await Promise.all(all.map((rep, n) => works(rep, n, log)));

  expect(log.twice).toEqual([]);
  expect(new Set(log.filed).size).toBe(log.filed.length);
  expect(log.late.length).toBeGreaterThan(20);
  expect(new Set(log.late)).toEqual(new Set(['409 claim_lost']));
  expect(await sql('SELECT state, count(*)::int AS n FROM task GROUP BY 1')).toEqual([{ state: 'done', n: TASKS }]);
  const records = await sql('SELECT count(*)::int AS n, count(DISTINCT task_id)::int AS tasks FROM conversation');
  expect(records).toEqual([{ n: TASKS, tasks: TASKS }]);
  // one owner an organization, who filed all of it
  const split = 'SELECT organization_id FROM task GROUP BY 1 HAVING count(DISTINCT claimed_by) > 1';
  expect(await sql(split)).toEqual([]);
}, 420_000);
