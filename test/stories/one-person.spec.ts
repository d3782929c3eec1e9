import type { Json } from '../support/http.js';
import { until } from '../support/programs.js';
import { EMAIL } from '../support/world.js';
import { aim, bring } from './market.js';
import { setStage } from './stage.js';

const stage = setStage('postgres', undefined, 'admin,sales_ops');
// the same people are written to by several campaigns on one day
beforeAll(async () => void (await stage.ops.put('/settings/hoursBetweenContactTouches', { value: 0 })), 60_000);

const recipients = (): string[] => stage.mail.accepted.map(({ recipient }) => recipient.toLowerCase()).sort();
const contactBy = async (email: string): Promise<Json> =>
  (await stage.ops.get<Json>(`/contacts?q=${encodeURIComponent(email)}`)).body.items[0];
const launch = async (tag: string, steps: object[]) => stage.launch(await aim(stage.programs, stage.ops, tag, steps));

/** A list as sales ops bring it: sent, mapped as proposed, run by the worker. */
async function imported(csv: string, meanwhile: (id: string) => Promise<void> = async () => undefined): Promise<Json> {
  const { ops } = stage;
  const sent = await ops.post<Json>('/imports?kind=both&filename=list.csv', Buffer.from(csv), {
    'content-type': 'text/csv',
  });
  expect(sent.status).toBe(201);
  const { id } = sent.body;
  const file = async () => (await ops.get<Json>(`/imports/${id}`)).body;
  await until('the list is read', async () => (await file()).columns?.length > 0);
  const mapping = Object.fromEntries((await file()).columns.map((column: Json) => [column.column, column.target]));
  expect(await ops.put(`/imports/${id}/plan`, { mapping, key: 'name' })).toMatchObject({ status: 200 });
  expect(await ops.post(`/imports/${id}/run`)).toMatchObject({ status: 202 });
  await meanwhile(id);
  await until('the list is in', async () => {
    const { state } = await file();
    return state === 'done' || { state, said: stage.programs.said };
  });
  return file();
}

const LIST = 'Company,Country,City,Timezone,Tags,Name,Email,Role\n';
const line = (company: string, tag: string, name: string, email: string) =>
  `${company},PT,Porto,UTC,${tag},"${name}",${email},decision maker\n`;

test('who opted out gets nothing more, though a list brings the address under another name and the worker is killed over it', async () => {
  const { mail, programs, ops } = stage;
  await imported(LIST + line('Quay Works', 'first', 'Ines Okafor', 'ines@quay.example'));
  const first = await launch('first', [EMAIL('intro')]);
  await first.arrived(1);
  const link = (mail.accepted[0]!.parsed.headers.get('list') as Json).unsubscribe.url;
  const body = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' });
  expect((await fetch(link, { method: 'POST', body })).status).toBe(200);

  mail.reset();
  const others = Array.from({ length: 400 }, (_, n) =>
    line(`Pier ${n}`, 'again', `Person ${n}`, `person${n}@pier${n}.example`),
  );
  const again = line('Pier Works', 'again', 'Brandt, Agnes', 'INES@Quay.Example');
  const result = await imported(LIST + others.slice(0, 200).join('') + again + others.slice(200).join(''), async () => {
    await programs.kill(programs.workers[0]!);
    await programs.start('worker');
  });
  expect(result).toMatchObject({ refused: 0 });
  expect(await programs.sql("SELECT count(*)::int AS n FROM contact WHERE email_key = 'ines@quay.example'")).toEqual([
    { n: 1 },
  ]);
  // neither by hand
  const byHand = await ops.post<Json>('/contacts', { name: 'Agnes Brandt', email: 'ines@quay.example' });
  expect(byHand).toMatchObject({ status: 409, body: { contactId: (await contactBy('ines@quay.example')).id } });

  const second = await launch('again', [EMAIL('intro')]);
  await second.completed();
  expect(recipients()).toHaveLength(400);
  expect(recipients()).not.toContain('ines@quay.example');
  expect(await second.coverage()).toMatchObject({ decisionMakers: 401, notEnrolled: { suppressed: 1 }, skipped: 0 });
}, 180_000);

test('an absence that one campaign hears of holds the person in the other too, until the day of return', async () => {
  const { mail, programs, ops } = stage;
  await bring(ops, 'away', [{ id: 'away', people: [{ email: 'paul@away.example' }, { email: 'here@away.example' }] }]);
  const [one, two] = [
    await aim(programs, ops, 'away', [EMAIL('intro')]),
    await aim(programs, ops, 'away', [EMAIL('other')]),
  ];
  const first = await stage.launch(one);
  await first.arrived(2);
  const [{ message_id: messageId }] = (await first.dispatches()).filter(
    ({ recipient }) => recipient === 'paul@away.example',
  ) as [Json];
  const absence = [
    'From: Paul Mbeki <paul@away.example>',
    'To: us@ours.example',
    'Subject: Automatic reply: About intro',
    'Auto-Submitted: auto-replied',
    `In-Reply-To: ${messageId}`,
    `Message-ID: <away@away.example>`,
    '',
    'I am out of the office this week and will answer when I am back.',
  ].join('\r\n');
  expect((await ops.post('/inbound-mails', absence, { 'content-type': 'message/rfc822' })).status).toBeLessThan(300);
  const awayUntil = async () => (await contactBy('paul@away.example')).awayUntil as string | null;
  await until('the absence is kept', async () => (await awayUntil()) !== null);

  mail.reset();
  const second = await stage.launch(two);
  await second.arrived(1);
  await programs.travel(1);
  await until('only the other one is sent', async () => (await second.count('sent')) === 1);
  expect(recipients()).toEqual(['here@away.example']);
  const days = (new Date((await awayUntil())!).getTime() - Date.now()) / 86_400_000;
  await programs.travel(Math.ceil(days * 24) + 48);
  await second.completed();
  expect(recipients()).toEqual(['here@away.example', 'paul@away.example']);
}, 180_000);

test('two records of one person that are merged in the middle of a campaign get the next mail once; the merge can be undone', async () => {
  const { mail, programs, ops } = stage;
  await bring(ops, 'twice', [
    { id: 'twice', people: [{ email: 'kim@twice.example' }, { email: 'k.abara@twice.example', name: 'Abara, Kim' }] },
  ]);
  const launched = await launch('twice', [EMAIL('intro'), EMAIL('second', { afterDays: 1 })]);
  await launched.arrived(2);
  await until('both are sent', async () => (await launched.count('sent')) === 2);
  const [kim, abara] = [await contactBy('kim@twice.example'), await contactBy('k.abara@twice.example')];
  const facts = { otherId: abara.id };
  const preview = await ops.post<Json>(`/contacts/${kim.id}/merge-previews`, facts);
  expect(preview).toMatchObject({ status: 200, body: { mergedId: abara.id, moved: { enrolments: 1 } } });
  // two clicks at once
  const clicks = await Promise.all([1, 2].map(() => ops.post<Json>(`/contacts/${kim.id}/merges`, facts)));
  expect(clicks.map(({ status }) => status).sort()).toEqual([201, 409]);

  mail.reset();
  await programs.travel(48);
  await launched.completed();
  expect(recipients()).toEqual(['kim@twice.example']);
  expect(
    (
      await programs.sql('SELECT state, reason FROM enrolment WHERE campaign_id = $1 ORDER BY reason', [launched.id])
    ).map(({ state, reason }) => `${state} ${reason}`),
  ).toEqual(['finished completed', 'excluded merged']);

  const merge = clicks.find(({ status }) => status === 201)!.body;
  expect(await ops.post(`/contacts/${kim.id}/merges/${merge.id}/undo`)).toMatchObject({ status: 200 });
  expect(await contactBy('k.abara@twice.example')).toMatchObject({ id: abara.id, mergedInto: null });
}, 180_000);
