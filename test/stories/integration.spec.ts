import { parse } from 'csv-parse/sync';
import { Webhook as Verifier } from 'standardwebhooks';
import { onEachBackend } from '../support/backends.js';
import type { Json, Person } from '../support/http.js';
import { until } from '../support/programs.js';
import { Receiver } from '../support/receiver.js';
import { CALL } from '../support/world.js';
import { aim, bring } from './market.js';
import { setStage } from './stage.js';

onEachBackend((backend) => {
  let crm: Receiver;
  let rep: Person;
  const stage = setStage(backend, undefined, 'admin,sales_ops');
  beforeAll(async () => {
    crm = await Receiver.open();
    rep = await stage.programs.as('rep');
  }, 60_000);
  afterEach(async () => {
    await stage.programs.sql('DELETE FROM webhook');
    crm.reset();
  });
  afterAll(() => crm.close());

  const told = (type: string) => crm.delivered.filter(({ event }) => event.type === type);

  async function subscribe(kinds: string[]): Promise<Verifier> {
    const { status, body } = await stage.ops.post('/webhooks', { url: crm.url, kinds });
    expect(status).toBe(201);
    return new Verifier(body.secret);
  }

  /** A rep takes the next call and files what was said. */
  async function call(facts: object): Promise<Json> {
    let task: Json;
    await until('there is a call to make', async () => {
      const { status, body } = await rep.post('/claims', {});
      task = body;
      return status === 201 || status;
    });
    const record = { taskId: task.id, fence: task.fence, sentiment: 'positive', interest: 'active', ...facts };
    const filed = await rep.post('/conversations', record);
    expect([filed.status, filed.body]).toEqual([201, expect.anything()]);
    return filed.body;
  }

  test('a CRM supplies the organizations, receives their conversations as signed webhooks, and can fetch them as a file', async () => {
    const { ops, programs } = stage;
    const verifier = await subscribe(['organization', 'conversation']);
    const put = (facts: object) => ops.put('/organizations/by-external-id/ALFKI', facts);
    expect((await put({ name: 'Alfreds Futterkiste', timeZone: 'UTC', tags: ['callable'] })).status).toBe(201);
    const changed = await put({ employees: 12 });
    expect(changed).toMatchObject({ status: 200, body: { name: 'Alfreds Futterkiste', revision: 2 } });
    // the same again changes nothing, and nothing is told of it
    expect((await put({ employees: 12 })).body.revision).toBe(2);
    const maria = { name: 'Maria Anders', phone: '+49 30 901820', organization: { externalId: 'ALFKI' } };
    const contact = await ops.put('/contacts/by-external-id/MARIA', { ...maria, roles: ['decision_maker'] });
    expect(contact.status).toBe(201);

    const launched = await stage.launch(await aim(programs, ops, 'callable', [CALL('call')]));
    const meeting = { at: '2030-03-01T09:00:00Z', minutes: 30, place: 'at theirs' };
    const said = await call({ disposition: 'connected_meeting_set', verbatim: 'Yes, "gladly",\nin March.', meeting });
    await until('it is told', () => told('conversation.created').length === 1 || crm.delivered.length);
    await until('both events are delivered', () => told('organization.changed').length === 1);
    for (const { headers, body, event } of crm.delivered)
      expect(verifier.verify(body, headers as Record<string, string>)).toEqual(event);
    // each tells how it stood when it was told, and that of the first may be before or after the change
    expect(told('organization.created')).toMatchObject([{ event: { data: { externalId: 'ALFKI' } } }]);
    expect(told('organization.changed')).toMatchObject([{ event: { data: { externalId: 'ALFKI', employees: 12 } } }]);
    expect(told('conversation.created')[0]!.event.data).toMatchObject({
      id: said.id,
      campaignId: launched.id,
      organizationId: changed.body.id,
      contactId: contact.body.id,
      disposition: 'connected_meeting_set',
      verbatim: 'Yes, "gladly",\nin March.',
    });

    const path = `/conversations?campaignId=${launched.id}`;
    const file = await ops.get<string>(`${path}&format=csv`);
    expect(parse(file.body, { bom: true, columns: true })).toMatchObject([
      { id: said.id, repId: rep.id, disposition: 'connected_meeting_set', verbatim: 'Yes, "gladly",\nin March.' },
    ]);
    const lines = await ops.get<string>(`${path}&format=ndjson`);
    expect(JSON.parse(lines.body)).toEqual((await ops.get(path)).body.items[0]);
    const calendar = await ops.get<string>(`/conversations/${said.id}/meeting.ics`);
    expect(calendar.body).toMatch(/BEGIN:VEVENT[^]*DTSTART:20300301T090000Z[^]*END:VEVENT/);
  }, 60_000);

  test('a worker killed with SIGKILL in the middle of a delivery loses none: it comes again under its id', async () => {
    const { ops, programs } = stage;
    await bring(ops, 'killed', [{ id: 'killed', people: [{ phone: '+49 30 901821' }, { phone: '+49 30 901822' }] }]);
    await stage.launch(await aim(programs, ops, 'killed', [CALL('call')]));
    const verifier = await subscribe(['conversation']);
    crm.answer = () => 'silence';
    const first = await call({ disposition: 'connected_interested' });
    await until('it is under way', () => crm.delivered.length === 1);
    await programs.kill(programs.workers[0]!);
    const second = await call({ disposition: 'connected_interested' });
    crm.answer = () => 204;
    await programs.start('worker');
    await until('what was said while no worker ran is told', () => crm.delivered.length === 2);
    // as if the minute had passed for which the dead worker had it
    await programs.sql("UPDATE webhook_delivery SET next_attempt_at = clock_timestamp() WHERE state = 'pending'");
    await until('the first is told again', () => crm.delivered.length === 3);
    const ids = crm.delivered.map(({ headers }) => headers['webhook-id']);
    expect(ids).toEqual([ids[0], ids[1], ids[0]]);
    expect(crm.delivered.map(({ event }) => event.data.id)).toEqual([first.id, second.id, first.id]);
    for (const { headers, body } of crm.delivered) verifier.verify(body, headers as Record<string, string>);
    await until('the log says so', async () => {
      const { body } = await ops.get('/webhook-deliveries');
      return body.items.every(({ state }: Json) => state === 'delivered') || body.items;
    });
  }, 60_000);
});
