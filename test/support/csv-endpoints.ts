import { openApi } from '../../src/platform/index.js';
import type { Installation, Json, Person } from './installation.js';
import { world } from './world.js';

export interface CsvEndpoint {
  /** below /api/v1, with the id of something that is there */
  path: string;
  get: Json;
  /** a listing, which is a file only where it is asked for one */
  paged: boolean;
}

/** Everything that the API answers as CSV, from its document; what stands in the paths is made first. */
export async function csvEndpoints(app: Installation, admin: Person): Promise<CsvEndpoint[]> {
  const { campaignId, snapshotId, versionId } = await world(app, { peopleEach: 2 });
  await admin.post(`/campaigns/${campaignId}/launch`, {});
  const [{ cohort_id: cohortId }] = await app.sql('SELECT cohort_id FROM cohort_snapshot WHERE id = $1', [snapshotId]);
  const [{ proposition_id: propositionId }] = await app.sql(
    'SELECT proposition_id FROM proposition_version WHERE id = $1',
    [versionId],
  );
  const { body: upload } = await admin.post('/imports?kind=organizations&filename=x.csv', 'name\nAcme\n', {
    'content-type': 'text/csv',
  });
  const ids: Record<string, string> = {
    campaigns: campaignId,
    snapshots: snapshotId,
    versions: versionId,
    cohorts: cohortId,
    propositions: propositionId,
    imports: upload.id,
  };
  return Object.entries<Json>(openApi(app.application).paths)
    .filter(([, { get }]) => get?.responses['200']?.content?.['text/csv'])
    .map(([path, { get }]) => ({
      path: path.replace('/api/v1', '').replace(/\/(\w+)\/\{\w+\}/, (_, room: string) => `/${room}/${ids[room]}`),
      get: get as Json,
      paged: (get as Json).parameters.some(({ name }: Json) => name === 'format'),
    }));
}
