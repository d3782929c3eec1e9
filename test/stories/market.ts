import type { Json, Person } from '../support/http.js';
import type { Programs } from '../support/programs.js';
import { world } from '../support/world.js';

/** An organization and its decision makers, as a CRM knows them. */
export interface Customer {
  id: string;
  people: Json[];
}

/** Brings them as a CRM does, by its own ids; all of them are `tag`. */
export async function bring(crm: Person, tag: string, customers: Customer[]): Promise<void> {
  const organizations = customers.map(({ id }) => ({
    externalId: id,
    name: `Organization ${id}`,
    timeZone: 'UTC',
    tags: [tag],
  }));
  const contacts = customers.flatMap(({ id, people }) =>
    people.map((person, n) => ({
      externalId: `${id}/${n}`,
      name: `Person ${id}/${n}`,
      givenName: 'Person',
      organization: { externalId: id },
      roles: ['decision_maker'],
      ...person,
    })),
  );
  for (const [kind, items] of Object.entries({ organization: organizations, contact: contacts })) {
    const { status, body } = await crm.post(`/${kind}-batches`, { items });
    expect([status, body]).toMatchObject([200, { created: items.length, refused: 0 }]);
  }
}

/** That many organizations with one buyer each, at `address`. */
export const customers = (many: number, prefix: string, address: (n: number) => string): Customer[] =>
  Array.from({ length: many }, (_, i) => ({ id: `${prefix}-${i + 1}`, people: [{ email: address(i + 1) }] }));

/** A campaign in draft to all who are `tag` now, made as sales ops make one: cohort, snapshot, play, campaign. */
export async function aim(
  programs: Programs,
  ops: Person,
  tag: string,
  steps: object[],
): Promise<{ campaignId: string }> {
  const { versionId } = await world(programs, { organizations: 0 });
  const made = async (path: string, facts: object = {}): Promise<Json> => {
    const { status, body } = await ops.post<Json>(path, facts);
    expect([path, status, body]).toEqual([path, 201, expect.anything()]);
    return body;
  };
  const name = `To all who are ${tag}`;
  const rule = { field: 'tags', op: 'includes', value: tag };
  const cohort = await made('/cohorts', { versionId, name, rule, requiredRoles: ['decision_maker'] });
  const snapshot = await made(`/cohorts/${cohort.id}/snapshots`);
  const play = await made('/plays', { name, steps });
  const always = { dayStarts: '00:00', dayEnds: '23:59', workingDays: [1, 2, 3, 4, 5, 6, 7], hoursBetweenTouches: 0 };
  const facts = { name, versionId, snapshotId: snapshot.id, playId: play.id, activePerOrganization: 50, ...always };
  return { campaignId: (await made('/campaigns', facts)).id };
}
