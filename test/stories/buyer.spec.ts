import { createTransport } from 'nodemailer';
import type { Json } from '../support/http.js';
import { furnish, GERMAN, publish, type Published } from '../support/offer.js';
import { until } from '../support/programs.js';
import { EMAIL } from '../support/world.js';
import { setStage } from './stage.js';

const stage = setStage('postgres');

/** The link in the mail that `made` sent its only enrolment. */
async function mailed(made: Published): Promise<string> {
  await (await stage.launch(made)).arrived(1);
  return /http:\S+\/r\/[\w-]+/.exec(stage.mail.accepted[0]!.parsed.text!)![0];
}

/** As a browser that has never been here: a page, and no cookie with it. */
async function open(url: string | URL, form?: Record<string, string>): Promise<string> {
  const headers = { 'accept-language': 'de-DE,de;q=0.9' };
  const post = form && { method: 'POST', body: new URLSearchParams(form) };
  const reply = await fetch(url, { headers, ...post });
  expect([reply.status, reply.headers.get('set-cookie')]).toEqual([200, null]);
  return reply.text();
}

const mailTo = (recipient: string) => stage.mail.accepted.find((each) => each.recipient === recipient);
const comes = (recipient: string) => until(`a mail to ${recipient} comes`, () => Boolean(mailTo(recipient)));

test('a colleague to whom the page was forwarded asks the expert, who answers directly; the rep is told, and waits for nothing', async () => {
  const { ops, programs, mail } = stage;
  const rep = await programs.as('rep');
  const made = await publish(programs, ops, { steps: [EMAIL('intro'), EMAIL('second', { afterDays: 1 })] });
  await furnish(ops, made, { peers: 0 });
  const [{ id: organizationId }] = await programs.sql<Json>('SELECT id FROM organization WHERE external_id LIKE $1', [
    `${made.versionId}-%`,
  ]);
  await ops.post(`/organizations/${organizationId}/ownership`, { repId: rep.id, reason: 'Knows the organization' });

  const link = await mailed(made);
  const shown = await open(link);
  expect(shown).toContain(GERMAN.title);
  const more = /href="([^"]*\/p\/[^"]+)"/.exec(shown)![1]!.replaceAll('&amp;', '&');
  expect(await open(new URL(more, programs.origin))).toContain('Andrew Fuller');
  const question = {
    choice: 'ask_expert',
    words: 'Wer zählt den Bestand?',
    name: 'Anna Blum',
    email: 'anna@blum.example',
  };
  expect(await open(link, question)).toContain('Andrew Fuller');
  // sent twice, as impatient people do
  await open(link, question);

  await comes('andrew.fuller@northwind.example');
  const asked = mailTo('andrew.fuller@northwind.example')!.parsed;
  expect(asked.text).toContain('Wer zählt den Bestand?');
  expect(asked.text).toContain('Anna Blum');
  const replyTo = asked.replyTo!.value[0]!.address!;
  expect(replyTo).toBe('anna@blum.example');
  const expert = createTransport(mail.url);
  const answer = { inReplyTo: asked.messageId!, subject: `Re: ${asked.subject}`, text: 'Der Fahrer.' };
  await expert.sendMail({ from: 'andrew.fuller@northwind.example', to: replyTo, ...answer });
  expert.close();
  await comes('anna@blum.example');
  expect(mailTo('anna@blum.example')!.parsed).toMatchObject({ text: 'Der Fahrer.\n', inReplyTo: asked.messageId });

  const pending = async () => (await ops.get('/expert-questions?state=open,overdue')).body.items;
  const [{ id, mailState }] = await pending();
  expect(mailState).toBe('sent');
  expect((await ops.post(`/expert-questions/${id}/answer`, { answer: 'Der Fahrer.' })).status).toBe(200);
  expect(await pending()).toEqual([]);
  expect((await rep.get('/tasks')).body.items).toMatchObject([
    { kind: 'notice', state: 'open', title: expect.stringContaining('asked Andrew Fuller a question') },
  ]);

  // meanwhile the play rests; once the answer is due it goes on
  await programs.travel(23);
  expect((await ops.get(`/enrolments?campaignId=${made.campaignId}`)).body.items).toMatchObject([
    { state: 'paused', reason: 'not_before' },
  ]);
  await programs.travel(49);
  await until('the second mail comes', () => mail.accepted.some(({ parsed }) => parsed.subject === 'About second'));
  expect(mail.accepted.filter(({ recipient }) => recipient.startsWith('andrew'))).toHaveLength(1);
}, 90_000);

test('an answer "wrong person, try her" adds the named colleague, with a task for the owner of the organization, and she is written to', async () => {
  const { ops, programs } = stage;
  const made = await publish(programs, ops);
  const link = await mailed(made);
  const thanks = await open(link, { choice: 'wrong_person', name: 'Ana Trujillo', email: 'ana@trujillo.example' });
  expect(thanks).toContain('Ana Trujillo');
  expect((await ops.get('/contacts?q=ana@trujillo.example')).body.items).toMatchObject([{ name: 'Ana Trujillo' }]);
  await comes('ana@trujillo.example');
  const { body: tasks } = await ops.get('/tasks?kind=notice&state=open&limit=200');
  expect(tasks.items).toContainEqual(
    expect.objectContaining({ title: expect.stringContaining('is the wrong person and named Ana Trujillo') }),
  );
  const { body: coverage } = await ops.get(`/campaigns/${made.campaignId}/coverage`);
  expect(coverage).toMatchObject({ decisionMakers: 2, enrolled: 2, late: 1, skipped: 0 });
  expect((await ops.get(`/conversations?campaignId=${made.campaignId}`)).body.items).toMatchObject([
    { source: 'response_page', disposition: 'connected_referred' },
  ]);
}, 60_000);
