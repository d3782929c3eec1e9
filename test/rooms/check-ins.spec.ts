import { House, type Json, type Person } from '../support/house.js';

let house: House;
let nancy: Person;
let janet: Person;
let ops: Person;
const PICTURE = { status: 'content', decidesId: null, needs: ['cost'] };

beforeAll(async () => {
  house = await House.open();
  nancy = await house.as('rep', 'sales');
  janet = await house.as('rep', 'sales');
  ops = await house.as('sales_ops');
});
afterAll(() => house.close());

async function customer(name: string, employees: number, daysKnown = 400): Promise<string> {
  const { body } = await ops.post('/organizations', { name, employees, relationship: 'customer' });
  await house.sql('UPDATE organization SET created_at = app_now() - make_interval(days => $2) WHERE id = $1', [
    body.id,
    daysKnown,
  ]);
  return body.id as string;
}
const due = async (query = ''): Promise<Json[]> => (await nancy.get(`/check-ins/due${query}`)).body.items as Json[];
const begin = (who: Person, organizationId: string) => who.post('/check-ins', { organizationId, ...PICTURE });
const dropIt = (id: string, revision = 1) =>
  nancy.post(`/check-ins/${id}/drop`, { why: 'mistake' }, { 'if-match': `"${revision}"` });

test('the smallest customer is due, with the reason; whoever is new or no customer is not', async () => {
  const smallest = await customer('Corner shop', 1);
  const fresh = await customer('New here', 5000, 1);
  const { body: prospect } = await ops.post('/organizations', { name: 'Prospect' });
  const found = await due();
  expect(found.find(({ id }) => id === smallest)).toMatchObject({ tier: 'small', reasons: ['age', 'silence'] });
  expect(found.map(({ id }) => id)).not.toContain(fresh);
  expect(found.map(({ id }) => id)).not.toContain(prospect.id);
});

test('a customer who alone writes to us is due, until a rep has spoken to them', async () => {
  const id = await customer('Writes to us', 10, 30);
  const say = (source: string) =>
    house.sql(
      "INSERT INTO conversation (organization_id, source, disposition, sentiment, occurred_at) VALUES ($1, $2, 'connected_interested', 'neutral', app_now())",
      [id, source],
    );
  await say('reply');
  expect((await due('?reason=inbound_only')).map((each) => each.id)).toEqual([id]);
  await say('rep');
  expect(await due('?reason=inbound_only')).toEqual([]);
});

test('pages go through everybody once', async () => {
  await customer('Large', 3000);
  await customer('Medium', 300);
  const all = (await due()).map(({ id }) => id as string);
  const seen: string[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const { body } = await nancy.get(`/check-ins/due?limit=1${cursor && `&cursor=${cursor}`}`);
    seen.push(...(body.items as Json[]).map(({ id }) => id as string));
    cursor = body.nextCursor as string | null;
  }
  expect(all.length).toBeGreaterThan(2);
  expect(seen).toEqual(all);
});

test('of two reps who begin at once, one does, and the customer leaves the list', async () => {
  const id = await customer('Wanted by two', 20);
  const both = await Promise.all([begin(nancy, id), begin(janet, id)]);
  expect(both.map(({ status }) => status).toSorted()).toEqual([201, 409]);
  expect((await due()).map((each) => each.id)).not.toContain(id);
  const { body } = both.find(({ status }) => status === 201)!;
  expect((await dropIt(body.id as string)).body).toMatchObject({ state: 'dropped', droppedBecause: 'mistake' });
  expect((await due()).map((each) => each.id)).toContain(id);
});

test('another rep asks, the owner is named, and the gap is told', async () => {
  const id = await customer('Owned', 20);
  await house.sql('INSERT INTO ownership (organization_id, rep_id) VALUES ($1, $2)', [id, janet.id]);
  const { body: begun } = await begin(nancy, id);
  expect(begun).toMatchObject({ doneBy: nancy.id, forOwner: janet.id, gap: null });
  const told = { status: 'looking_elsewhere', decidesId: null, needs: ['speed', 'cost'] };
  const { body: done } = await nancy.post(`/check-ins/${begun.id}/answers`, told, { 'if-match': '"1"' });
  expect(done).toMatchObject({ state: 'done', gap: 2, answers: told, assumption: PICTURE });
  expect((await due()).map((each) => each.id)).not.toContain(id);
  expect((await dropIt(begun.id as string, 2)).status).toBe(409);
});

test('what makes no sense is refused', async () => {
  const id = await customer('Refused', 20);
  const { body: prospect } = await ops.post('/organizations', { name: 'No customer' });
  expect((await begin(nancy, prospect.id as string)).status).toBe(422);
  expect((await begin(ops, id)).status).toBe(403);
  for (const bad of [{ status: "'; DROP TABLE check_in" }, { decidesId: nancy.id }, { needs: ['x'] }, { more: 1 }])
    expect((await nancy.post('/check-ins', { organizationId: id, ...PICTURE, ...bad })).status).toBe(422);
  for (const bad of ['cursor=x', 'cursor=999999999~x', 'reason=quota', 'limit=0', 'ownerId=x'])
    expect((await nancy.get(`/check-ins/due?${bad}`)).status).toBe(422);
});
