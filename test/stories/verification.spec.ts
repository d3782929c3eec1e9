import { DnsServer, mx } from '../support/dns-server.js';
import type { Json } from '../support/http.js';
import { until } from '../support/programs.js';
import { EMAIL } from '../support/world.js';
import { aim, bring } from './market.js';
import { setStage } from './stage.js';

// what is told here is the same on either queue; crash.spec.ts and others attack both
describe('verification', () => {
  let dns: DnsServer;
  const stage = setStage('postgres', async () => {
    dns = await DnsServer.open({ 'acme.test': [mx('mx.acme.test')], 'down.test': 'SERVFAIL', 'mute.test': 'silence' });
    return { dns: dns.address };
  });
  afterAll(() => dns.close());

  /** What is known of each address of these domains: `state reason`. */
  async function known(domain: string): Promise<Record<string, string>> {
    const { body } = await stage.ops.get(`/contacts?q=${domain}&limit=500`);
    return Object.fromEntries(
      body.items.map((one: Json) => [one.email, `${one.emailState} ${one.emailReason ?? ''}`.trim()]),
    );
  }

  test('what a CRM brings is verified before anybody is written to; who cannot be reached is listed, with a task to mend it', async () => {
    const { ops, mail, programs } = stage;
    await bring(ops, 'ours', [
      { id: 'acme', people: [{ email: 'maria@acme.test' }, { email: 'info@acme.test' }] },
      { id: 'gone', people: [{ email: 'ann@gone.test', phone: '+49 30 901820' }, { email: 'bob@gone.test' }] },
    ]);
    await until('the worker has looked at all', async () => {
      const all = { ...(await known('acme.test')), ...(await known('gone.test')) };
      return !Object.values(all).includes('unverified') || all;
    });
    expect(await known('acme.test')).toEqual({ 'maria@acme.test': 'valid', 'info@acme.test': 'risky role_address' });
    expect(await known('gone.test')).toEqual({
      'ann@gone.test': 'invalid no_such_domain',
      'bob@gone.test': 'invalid no_such_domain',
    });

    const launched = await stage.launch(await aim(programs, ops, 'ours', [EMAIL('intro')]));
    await launched.arrived(2);
    await until('both are known to be sent', async () => (await launched.count('sent')) === 2);
    const mend = async () => (await ops.get(`/tasks?campaignId=${launched.id}&kind=fix_contact`)).body.items;
    await until('somebody is asked to mend it', async () => (await mend()).length === 1);
    expect(await mend()).toMatchObject([{ state: 'open', title: 'Find an e-mail address for Person gone/0' }]);
    // nothing at all leads to Bob; Ann has a number, and waits for an address
    expect(await launched.coverage()).toMatchObject({
      decisionMakers: 4,
      enrolled: 3,
      contacted: 2,
      notEnrolled: { no_verified_address: 1 },
      skipped: 0,
    });
    expect((await launched.enrolments()).map(({ email, deferred }) => `${email} ${deferred}`)).toContain(
      'ann@gone.test awaiting_fix',
    );

    const [ann] = (await ops.get('/contacts?q=ann@gone.test')).body.items;
    const corrected = await ops.patch(
      `/contacts/${ann.id}`,
      { email: 'ann@acme.test' },
      { 'if-match': `"${ann.revision}"` },
    );
    expect(corrected.status).toBe(200);
    await programs.travel(25);
    await launched.completed();
    expect(mail.accepted.map(({ recipient }) => recipient).sort()).toEqual([
      'ann@acme.test',
      'info@acme.test',
      'maria@acme.test',
    ]);
    // a person's word is enough to write to her; the worker looks at it all the same
    await until('the correction is verified', async () => {
      const now = await known('acme.test');
      return now['ann@acme.test'] === 'valid' || now;
    });
  }, 60_000);

  test('a DNS server that fails condemns nobody: its people are asked for again when it is back', async () => {
    const { ops, programs } = stage;
    await bring(ops, 'waiting', [{ id: 'down', people: [{ email: 'maria@down.test' }] }]);
    await until('it was asked', async () => (await known('down.test'))['maria@down.test'] !== 'unverified');
    expect(await known('down.test')).toEqual({ 'maria@down.test': 'unverified dns_unavailable' });
    dns.zone['down.test'] = [mx('mx.down.test')];
    await programs.travel(48);
    await until('it is asked again', async () => {
      const now = await known('down.test');
      return now['maria@down.test'] === 'valid' || now;
    });
  }, 60_000);

  test('a worker killed while DNS is asked leaves nobody unverified: the next one asks', async () => {
    const { ops, programs } = stage;
    const list = Array.from({ length: 60 }, (_, n) => `Person ${n},person${n}@mute.test`).join('\n');
    const { body: taken, status } = await ops.post('/imports?kind=contacts&filename=fair.csv', `name,email\n${list}`, {
      'content-type': 'text/csv',
    });
    expect(status).toBe(201);
    const plan = { mapping: { name: 'contact.name', email: 'contact.email' }, key: 'email' };
    expect(await ops.put(`/imports/${taken.id}/plan`, plan)).toMatchObject({ status: 200 });
    expect((await ops.post(`/imports/${taken.id}/run`)).status).toBe(202);
    await until('DNS is asked', () => dns.asked.some((each) => each.endsWith('mute.test')) || dns.asked);
    await programs.kill(programs.workers[0]!);
    dns.zone['mute.test'] = [mx('mx.mute.test')];
    await programs.start('worker');
    // whoever a dead worker held is due again after two minutes
    await programs.travel(72);
    await until('all are verified', async () => {
      const states = Object.values(await known('mute.test'));
      return (states.length === 60 && states.every((state) => state === 'valid')) || states;
    });
  }, 60_000);
});
