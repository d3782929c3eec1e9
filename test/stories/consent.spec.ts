import type { Json } from '../support/http.js';
import type { Mail } from '../support/mail-server.js';
import { EMAIL } from '../support/world.js';
import type { Launched } from './campaign.js';
import { aim, bring, customers } from './market.js';
import { setStage } from './stage.js';

/** The connections to a mail server: so many mails may be under way at any moment, and no more. */
const UNDER_WAY = 5;
const stage = setStage('postgres', undefined, 'admin,sales_ops');
// the same people are written to by several campaigns on one day
beforeAll(async () => void (await stage.ops.put('/settings/hoursBetweenContactTouches', { value: 0 })), 60_000);

const campaign = async (tag: string, steps = [EMAIL('intro')]) =>
  stage.launch(await aim(stage.programs, stage.ops, tag, steps));
const recipients = (mails: Mail[]): string[] => mails.map(({ recipient }) => recipient).sort();

/** All its mails were queued, and begin to go out now, a few at a time: the mail server is slow. */
async function queuedUp(draft: { campaignId: string }, people: number): Promise<Launched> {
  const nancy = await stage.sender();
  await stage.turn(nancy, 'paused', 'is away');
  const launched = await stage.launch(draft, [nancy]);
  await launched.waiting(people);
  stage.mail.delay = 400;
  await stage.turn(nancy, 'active', 'is back');
  await launched.arrived(1);
  return launched;
}

/** A contact who said no gets nothing more from that moment, and is listed with the reason. */
async function leftAlone(launched: Launched, saidNo: Map<string, number>, mails: Mail[]): Promise<void> {
  const after = mails.filter(({ recipient, begunAt }) => begunAt > (saidNo.get(recipient) ?? Infinity));
  expect(after.length).toBeLessThanOrEqual(UNDER_WAY);
  const written = new Set(recipients(mails));
  const spared = (await launched.enrolments()).filter(({ email }) => !written.has(email));
  expect(spared.length).toBeGreaterThan(UNDER_WAY);
  for (const { email, state, ended_at: endedAt } of spared) {
    expect(saidNo.has(email)).toBe(true);
    expect(['excluded', 'opted_out']).toContain(state);
    expect(endedAt).not.toBeNull();
  }
}

test('a one-click opt-out stops what is queued, in every campaign, from the moment it is answered', async () => {
  const { ops, mail } = stage;
  await bring(
    ops,
    'readers',
    customers(60, 'reader', (n) => `buyer@reader${n}.example`),
  );
  const [first, second] = [
    await aim(stage.programs, ops, 'readers', [EMAIL('intro')]),
    await aim(stage.programs, ops, 'readers', [EMAIL('other')]),
  ];
  const earlier = await stage.launch(first);
  await earlier.completed();
  const stop = new Map(
    mail.accepted.map(({ recipient, parsed }) => [recipient, (parsed.headers.get('list') as Json).unsubscribe.url]),
  );
  expect(stop.size).toBe(60);

  mail.reset();
  const queued = await queuedUp(second, 60);
  const reached = new Set(recipients(mail.accepted));
  const saidNo = new Map<string, number>();
  const unsubscribe = async ([recipient, link]: [string, string]): Promise<void> => {
    const body = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' });
    expect((await fetch(link, { method: 'POST', body })).status).toBe(200);
    saidNo.set(recipient, Date.now());
  };
  await Promise.all([...stop].filter(([recipient]) => !reached.has(recipient)).map(unsubscribe));
  await queued.completed();
  await leftAlone(queued, saidNo, mail.accepted);
  const { body } = await ops.get(
    `/conversations?campaignId=${earlier.id}&disposition=connected_do_not_call&source=response_page&limit=200`,
  );
  expect(body.items).toHaveLength(saidNo.size);

  // and whoever is aimed at later is not even enrolled
  mail.reset();
  const later = await campaign('readers');
  await later.completed();
  expect(await later.coverage()).toMatchObject({
    decisionMakers: 60,
    notEnrolled: { suppressed: saidNo.size },
    skipped: 0,
  });
  expect(recipients(mail.accepted)).toEqual([...stop.keys()].filter((each) => !saidNo.has(each)).sort());
}, 90_000);

test('a list of whom not to reach holds from the moment it is in, also for what is queued', async () => {
  const { ops, mail } = stage;
  await bring(
    ops,
    'listed',
    customers(60, 'listed', (n) => `buyer@h${n}.${n % 4 ? 'rival' : 'friend'}.example`),
  );
  const launched = await queuedUp(await aim(stage.programs, ops, 'listed', [EMAIL('intro')]), 60);
  const list = 'value,kind,reason\nrival.example,domain,competitor\nbuyer@h60.friend.example,,unsubscribe\n';
  const take = async () => (await ops.post('/suppressions/import', list, { 'content-type': 'text/csv' })).body;
  expect(await take()).toMatchObject({ rows: 2, added: 2, refused: 0 });
  const takenIn = Date.now();
  const listed = (await launched.enrolments()).filter(({ email }) => /rival|@h60/.test(email));
  await launched.completed();
  await leftAlone(launched, new Map(listed.map(({ email }) => [email, takenIn])), mail.accepted);
  expect(await take()).toMatchObject({ added: 0, present: 2 });
}, 90_000);

test('an erased person is written to no more, nor when a CRM brings the address again; a keyed hash knows it', async () => {
  const { ops, mail, programs } = stage;
  const people = customers(2, 'forget', (n) => `person${n}@forget.example`);
  await bring(ops, 'forget', people);
  const launched = await campaign('forget', [EMAIL('intro'), EMAIL('second', { afterDays: 1 })]);
  await launched.arrived(2);
  const [{ id }] = (await ops.get('/contacts?q=person1@forget.example')).body.items;
  const erasure = await ops.post(`/contacts/${id}/erasure`, { reason: 'Asked for it by letter.' });
  expect(erasure.status).toBe(201);
  await programs.travel(30);
  await launched.completed();
  expect(recipients(mail.accepted).map((each) => each.slice(0, 7))).toEqual(['person1', 'person2', 'person2']);
  expect((await launched.enrolments()).map(({ state, reason }) => `${state} ${reason}`).sort()).toEqual([
    'excluded erased',
    'finished completed',
  ]);
  const hashes = await programs.sql("SELECT value FROM suppression WHERE kind = 'address_hash'");
  expect(hashes).toEqual([{ value: expect.not.stringContaining('forget') }]);

  mail.reset();
  await bring(ops, 'again', [
    { id: 'again', people: [{ email: 'PERSON1@forget.example' }, { email: 'other@forget.example' }] },
  ]);
  const again = await campaign('again');
  await again.completed();
  expect(recipients(mail.accepted)).toEqual(['other@forget.example']);
  expect(await again.coverage()).toMatchObject({ enrolled: 1, notEnrolled: { suppressed: 1 }, skipped: 0 });
}, 90_000);
