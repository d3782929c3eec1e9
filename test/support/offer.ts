import type { Json, Person } from './http.js';
import type { OwnedRows } from './rows.js';
import { world, type World, type WorldPlan } from './world.js';

/** What buyers may read, and a campaign in draft that takes it to them. */
export interface Published extends World {
  propositionId: string;
  slug: string;
}

export interface Offer extends Published {
  /** the only enrolment of the campaign */
  enrolmentId: string;
  contactId: string;
  organizationId: string;
}

export const TEXT = {
  title: 'Vendor Managed Inventory',
  narrative:
    'You tell us what you use; we make sure it is there.\n\nWe own what stands on your shelf until you take it.',
  promise: 'Stock-outs fall below one in a hundred, with a third less stock.',
  versusCompetitors: 'Others sell software and leave the risk with you. We own the stock until it is used.',
  versusNothing: 'Doing nothing keeps 28 days of stock on the books.',
  lenses: {
    economic_buyer: 'A third of the stock leaves your books in the first quarter.',
    technical_evaluator: 'A nightly file, read only.',
    blocker: 'You keep the last word.',
  },
};
export const GERMAN = {
  title: 'Wir füllen Ihr Lager',
  narrative: 'Sie sagen uns, was Sie brauchen; wir sorgen dafür, dass es da ist.',
  promise: 'Weniger als ein Fehlbestand in hundert Fällen.',
  versusCompetitors: 'Andere verkaufen Software. Uns gehört der Bestand, bis Sie ihn brauchen.',
  lenses: { economic_buyer: 'Ein Drittel des Lagers verlässt Ihre Bücher.' },
};
export const FRENCH = {
  title: 'Nous remplissons votre stock',
  narrative: 'Dites-nous ce que vous utilisez ; nous veillons à ce que ce soit là.',
  promise: 'Moins d’une rupture sur cent.',
};

/** A live version with everything that buyers may read. */
export async function publish(app: OwnedRows, ops: Person, plan: WorldPlan = {}): Promise<Published> {
  const made = await world(app, plan);
  const { title, ...text } = TEXT;
  await app.asOwner('ALTER TABLE proposition_version DISABLE TRIGGER USER');
  const [version] = await app.sql<Json>(
    `UPDATE proposition_version SET narrative = $2, promise = $3, versus_competitors = $4, versus_nothing = $5, lenses = $6 WHERE id = $1 RETURNING proposition_id`,
    [made.versionId, text.narrative, text.promise, text.versusCompetitors, text.versusNothing, text.lenses],
  );
  await app.asOwner('ALTER TABLE proposition_version ENABLE TRIGGER USER');
  const propositionId = version.proposition_id as string;
  await app.sql('UPDATE proposition SET title = $2 WHERE id = $1', [propositionId, title]);
  const { slug } = (await ops.get(`/propositions/${propositionId}`)).body;
  for (const [language, translation] of Object.entries({ de: GERMAN, fr: FRENCH }))
    await ops.put(`/versions/${made.versionId}/translations/${language}`, translation);
  return { ...made, propositionId, slug };
}

/** The same, with a campaign whose one enrolment has not answered yet. */
export async function offer(app: OwnedRows, ops: Person, plan: WorldPlan = {}): Promise<Offer> {
  const made = await publish(app, ops, plan);
  const [enrolment] = await app.sql<Json>(
    `INSERT INTO enrolment (campaign_id, contact_id, organization_id, role, shard, state)
     SELECT $1, contact_id, organization_id, 'economic_buyer', 0, 'active' FROM snapshot_contact WHERE snapshot_id = $2 ORDER BY ordinal LIMIT 1
     RETURNING id, contact_id, organization_id`,
    [made.campaignId, made.snapshotId],
  );
  await app.sql("UPDATE enrolment SET step = 'intro', step_state = 'done', first_touch_at = app_now() WHERE id = $1", [
    enrolment.id,
  ]);
  await app.sql(
    "UPDATE campaign SET state = 'running', launched_at = app_now(), from_name = 'Northwind' WHERE id = $1",
    [made.campaignId],
  );
  return {
    ...made,
    enrolmentId: enrolment.id,
    contactId: enrolment.contact_id,
    organizationId: enrolment.organization_id,
  };
}

/** Documents, an expert and `peers` people at customers: as a page is that somebody has cared for. */
export async function furnish(
  ops: Person,
  { propositionId }: Published,
  { peers = 2, monthlyCap = 2 } = {},
): Promise<{ peerIds: string[] }> {
  const reviewBy = '2099-12-31';
  const assets = [
    {
      title: 'What does stock cost us?',
      kind: 'calculation',
      url: 'https://example.com/cost.xlsx',
      buyingJob: 'problem_identification',
    },
    {
      title: 'How a takeover of your stock works',
      kind: 'guide',
      text: 'Week one: we count.\n\nWeek two: we refill.',
      buyingJob: 'solution_exploration',
    },
    {
      title: 'What our interface reads',
      kind: 'technical',
      url: 'https://example.com/interface',
      role: 'technical_evaluator',
    },
    {
      title: 'Musterrechnung',
      kind: 'business_case',
      url: 'https://example.com/rechnung.pdf',
      language: 'de',
      buyingJob: 'consensus_creation',
    },
  ];
  for (const asset of assets) await ops.post(`/propositions/${propositionId}/assets`, { ...asset, reviewBy });
  await ops.put(`/propositions/${propositionId}/expert`, {
    userId: ops.id,
    displayName: 'Andrew Fuller',
    title: 'Head of replenishment',
    email: 'andrew.fuller@northwind.example',
    phone: '+49 30 0074321',
  });
  const peerIds: string[] = [];
  for (let n = 0; n < peers; n++) peerIds.push(await peer(ops, propositionId, n, monthlyCap));
  return { peerIds };
}

async function peer(ops: Person, propositionId: string, n: number, monthlyCap: number): Promise<string> {
  const names = ['Thomas Hardy', 'Christina Berglund', 'Martín Sommer'];
  const customers = ['Around the Horn', 'Berglunds snabbköp', 'Bólido Comidas preparadas'];
  const { body: organization } = await ops.post('/organizations', { name: customers[n % 3], relationship: 'customer' });
  const { body: contact } = await ops.post('/contacts', {
    name: names[n % 3],
    email: `peer${n}.${propositionId}@customer.example`,
    phone: '+442071234567',
    organizationId: organization.id,
    title: 'Head of purchasing',
  });
  const { body } = await ops.post(`/propositions/${propositionId}/peers`, {
    contactId: contact.id,
    about: 'How the first three months went',
    reach: ['email', 'phone'],
    consentedOn: '2026-01-01',
    consentHow: 'By mail to Nancy Davolio',
    consentUntil: '2099-12-31',
    monthlyCap,
  });
  if (!body.id) throw new Error(`No peer: ${JSON.stringify([organization, contact, body])}`);
  return body.id as string;
}
