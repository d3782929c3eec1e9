import { onEachBackend } from '../support/backends.js';
import type { Json } from '../support/http.js';
import { world, type WorldPlan } from '../support/world.js';
import { setStage } from './stage.js';

onEachBackend((backend) => {
  const stage = setStage(backend);
  const launch = async (plan: WorldPlan) => stage.launch(await world(stage.programs, plan));

  test('a worker killed with SIGKILL in the middle sends nothing twice and skips nobody', async () => {
    const { programs, mail, ops } = stage;
    mail.delay = 30;
    const people = 300;
    const launched = await launch({ organizations: 100, peopleEach: 3 });
    for (let kills = 0, before = 0; kills < 3; kills++) {
      await launched.arrived(before + 25);
      await programs.kill(programs.workers[0]!);
      before = mail.accepted.length;
      await programs.start('worker');
    }
    await launched.completed();
    const dispatches = await launched.dispatches();
    expect(dispatches).toHaveLength(people);
    expect(new Set(dispatches.map(({ state }) => state))).toEqual(new Set(['sent', 'unknown']));
    const taken = new Set(mail.messageIds);
    expect(taken.size).toBe(mail.accepted.length);
    const untaken = dispatches.filter(({ message_id: id }) => !taken.has(id));
    expect(untaken.filter(({ state }) => state !== 'unknown')).toEqual([]);
    const unknown = dispatches.filter(({ state }) => state === 'unknown').map(({ id }) => id);
    // a kill in the middle of a batch leaves some, or it was not in the middle
    expect(unknown.length).toBeGreaterThan(0);
    const { body } = await ops.get(`/messages?state=unknown&campaignId=${launched.id}&limit=300`);
    expect(body.items.map(({ id }: Json) => id).sort()).toEqual(unknown.sort());
    expect(await launched.coverage()).toMatchObject({ decisionMakers: people, enrolled: people, skipped: 0 });
  }, 120_000);

  test('a worker killed while it enrols leaves nobody out and nobody in twice', async () => {
    const { programs, mail } = stage;
    const made = await world(programs, { organizations: 20, peopleEach: 5 });
    await programs.kill(programs.workers[0]!);
    const launched = await stage.launch(made);
    for (let kills = 0; kills < 2; kills++) {
      const worker = await programs.start('worker');
      await new Promise((resolve) => setTimeout(resolve, 40 * kills));
      await programs.kill(worker);
    }
    await programs.start('worker');
    await launched.completed();
    expect(await launched.enrolments()).toHaveLength(100);
    expect(new Set(mail.messageIds).size).toBe(mail.accepted.length);
    expect(await launched.coverage()).toMatchObject({ decisionMakers: 100, enrolled: 100, skipped: 0 });
  }, 60_000);
});
