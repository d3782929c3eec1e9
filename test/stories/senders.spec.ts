import type { Json } from '../support/http.js';
import type { Mail } from '../support/mail-server.js';
import { until } from '../support/programs.js';
import { world } from '../support/world.js';
import { setStage } from './stage.js';

/** As many may leave at once after a pause; then they keep their distance. */
const BURST = 20;
const stage = setStage('postgres', undefined, 'admin,sales_ops');

const sender = (facts?: object) => stage.sender(facts);
const launch = async (senders: Json[], organizations: number) =>
  stage.launch(await world(stage.programs, { organizations }), senders);
const now = async (path: string): Promise<Json> => (await stage.ops.get(path)).body;
/** What the mail server took of this sender, in its order. */
const log = ({ address }: Json): Mail[] => stage.mail.accepted.filter(({ from }) => from === address);

test('two senders share a campaign, each at its own pace and within its own day; the rest goes tomorrow', async () => {
  const [paced, daily] = [await sender({ perMinute: 120 }), await sender({ perDay: 15 })];
  const launched = await launch([paced, daily], 60);
  const waiting = async () =>
    (await launched.dispatches()).filter(({ state, deferred }) => state === 'queued' && deferred === 'sender_day');
  await until('all but those of tomorrow are sent', async () => {
    const [sent, later] = [await launched.count('sent'), await waiting()];
    return (later.length > 0 && sent + later.length === 60) || { sent, later: later.length };
  });
  expect(log(daily)).toHaveLength(15);
  const begun = (await launched.dispatches()).filter(({ sender_id: id }) => id === paced.id);
  const first = Math.min(...begun.map(({ sending_at: at }) => at.getTime()));
  const gap = 60_000 / 120;
  log(paced).forEach(({ takenAt }, n) => {
    expect(n).toBeLessThanOrEqual(BURST + 1 + (takenAt - first) / gap);
  });
  // there was more than the burst, or the pace was not shown
  expect(log(paced).length).toBeGreaterThan(BURST);

  // by chance it may be its turn for more organizations than two days hold
  while (stage.mail.accepted.length < 60) {
    const left = (await waiting()).length;
    await stage.programs.travel(24);
    await launched.arrived(60 - left + Math.min(left, 15));
    await until('the rest waits for the next day', async () => (await waiting()).length === Math.max(0, left - 15));
  }
  await launched.completed();
  await launched.reachedOnce(60);
  expect(log(paced).length + log(daily).length).toBe(60);
}, 90_000);

test('a sender whose mails come back stops by itself, in all campaigns, until a person starts it again', async () => {
  const { ops, mail, programs } = stage;
  await ops.put('/settings/mailsBeforeRatesCount', { value: 24 });
  mail.refuse = (recipient) => (/-[12]\.example$/.test(recipient) ? '550 5.1.1 no such user' : undefined);
  const nancy = await sender();
  // neither is large enough to be judged, so that it is the sender who is
  const small = [await launch([nancy], 12), await launch([nancy], 12)];
  for (const each of small) await each.completed();
  const state = async () => (await now(`/senders/${nancy.id}`)).state;
  await until('the sender stops', async () => (await state()) === 'stopped' || (await state()));
  expect(await now(`/senders/${nancy.id}`)).toMatchObject({
    health: 0,
    week: { sent: 20, bounced: 4 },
    stateReason: expect.stringMatching(/^4 of 24 mails came back/),
  });

  mail.reset();
  const alone = await launch([nancy], 3);
  await alone.waiting(3);
  const shared = await launch([nancy, await sender()], 6);
  await shared.completed();
  expect(mail.accepted).toHaveLength(6);
  expect(log(nancy)).toEqual([]);

  await stage.turn(nancy, 'active', 'The list was cleaned.');
  await alone.completed();
  expect(log(nancy)).toHaveLength(3);
  // the bounces stay counted, and those that were forgiven do not stop it at the next look
  await new Promise((resolve) => setTimeout(resolve, 6_000));
  expect(await now(`/senders/${nancy.id}`)).toMatchObject({ state: 'active', week: { sent: 23, bounced: 4 } });
  await programs.sql('DELETE FROM setting');
}, 90_000);
