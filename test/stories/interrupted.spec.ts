import { onEachBackend } from '../support/backends.js';
import type { Json } from '../support/http.js';
import { until } from '../support/programs.js';
import { world, type WorldPlan } from '../support/world.js';
import { setStage } from './stage.js';

onEachBackend((backend) => {
  const stage = setStage(backend);
  const launch = async (plan: WorldPlan) => stage.launch(await world(stage.programs, plan));

  test('a worker asked to stop finishes what is in flight: nothing is unknown, and the next goes on', async () => {
    const { programs, mail } = stage;
    mail.delay = 30;
    const launched = await launch({ organizations: 50, peopleEach: 4 });
    await launched.arrived(30);
    await programs.stop(programs.workers[0]!);
    expect(await launched.count('sending')).toBe(0);
    expect(await launched.count('unknown')).toBe(0);
    expect(await launched.count('sent')).toBe(mail.accepted.length);
    expect(mail.accepted.length).toBeLessThan(200);
    await programs.start('worker');
    await launched.completed();
    await launched.reachedOnce(200);
  }, 60_000);

  test('connections to the database that are cut cost a retry, not an enrolment', async () => {
    const { programs, mail } = stage;
    mail.delay = 20;
    const launched = await launch({ organizations: 50, peopleEach: 4 });
    for (let cuts = 1; cuts <= 2; cuts++) {
      await launched.arrived(40 * cuts);
      await programs.sql(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND application_name LIKE 'overture%'",
      );
    }
    await launched.completed();
    const dispatches = await launched.dispatches();
    expect(new Set(mail.messageIds).size).toBe(mail.accepted.length);
    expect(dispatches.filter(({ state }) => state !== 'sent' && state !== 'unknown')).toEqual([]);
    const taken = new Set(mail.messageIds);
    expect(dispatches.filter(({ message_id: id, state }) => state === 'sent' && !taken.has(id))).toEqual([]);
    expect(await launched.coverage()).toMatchObject({ decisionMakers: 200, enrolled: 200, skipped: 0 });
  }, 90_000);

  if (backend === 'redis')
    test('a Redis wiped again and again in the middle loses nothing and doubles nothing', async () => {
      const { programs, mail } = stage;
      mail.delay = 20;
      await programs.redis!.wipe();
      const launched = await launch({ organizations: 75, peopleEach: 4 });
      await programs.redis!.wipe();
      for (const n of [30, 100, 180]) {
        await launched.arrived(n);
        await programs.redis!.wipe();
      }
      await launched.completed();
      await launched.reachedOnce(300);
    }, 60_000);

  test('an unfinished import goes on after the worker was killed, and brings every row once', async () => {
    const { programs, ops } = stage;
    const total = 12_000;
    const lines = Array.from({ length: total }, (_, i) => `${backend}-${i},Importer ${i},importer${i}.example`);
    const file = ['Number,Company,Website', ...lines].join('\n');
    const { body: taken, status } = await ops.post('/imports?kind=organizations&filename=many.csv', file, {
      'content-type': 'text/csv',
    });
    expect(status).toBe(201);
    const mapping = { Number: 'organization.externalId', Company: 'organization.name', Website: 'organization.domain' };
    expect(await ops.put(`/imports/${taken.id}/plan`, { mapping, key: 'externalId' })).toMatchObject({ status: 200 });
    expect(await ops.post(`/imports/${taken.id}/run`)).toMatchObject({ status: 202 });
    const read = async () => (await ops.get(`/imports/${taken.id}`)).body;
    let before = 0;
    for (let kills = 0; kills < 2; kills++) {
      await until('more rows are in', async () => {
        const { rows } = await read();
        return rows > before || rows;
      });
      await programs.kill(programs.workers[0]!);
      before = (await read()).rows;
      expect(before).toBeLessThan(total);
      await programs.start('worker');
    }
    await until(
      'the import is done',
      async () => {
        const now = await read();
        return now.state === 'done' || now;
      },
      60,
    );
    expect(await read()).toMatchObject({ rows: total, created: total, refused: 0 });
    const [{ n, different }] = (await programs.sql(
      "SELECT count(*)::int AS n, count(DISTINCT external_id)::int AS different FROM organization WHERE external_id LIKE $1 || '-%'",
      [backend],
    )) as [Json];
    expect([n, different]).toEqual([total, total]);
  }, 120_000);
});
