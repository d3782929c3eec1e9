import { importAccounts } from './accounts.js';
import type { Json } from './api.js';
import { authorVmi } from './author.js';
import type { Cast } from './cast.js';
import { Chance } from './chance.js';
import { done } from './say.js';
import { CONTENT, PLAY } from './vmi.js';

const HOLD_OUT_DAYS = 14;
const FIRST_WAVE = 0.2;

/** From an empty installation to a launched campaign: people, accounts, proposition, cohort, play, launch. */
export async function launchCampaign(
  cast: Cast,
  organizations: number | null,
  seed: string,
): Promise<{ campaign: Json; snapshot: Json; versionId: string }> {
  // a demonstration does not wait a quarter of a year for a "not now"
  await cast.admin.put('/settings/notNowDays', { value: 10 });
  await importAccounts(cast.ops, organizations, new Chance(seed));
  const live = await authorVmi(cast);
  const cohort = await cast.ops.post('/cohorts', {
    versionId: live.id,
    name: 'Keepers of stock',
    rule: CONTENT.cohortRule,
    requiredRoles: CONTENT.requiredRoles,
    holdOutPercent: 10,
    seed,
  });
  const snapshot = await cast.ops.post(`/cohorts/${cohort.id}/snapshots`);
  done(
    `Cohort frozen: ${snapshot.organizations} organizations, ${snapshot.decisionMakers} decision makers, ${snapshot.heldOut} organizations held out for ${HOLD_OUT_DAYS} days.`,
  );
  const play = await cast.ops.post('/plays', PLAY);
  const campaign = await cast.ops.post('/campaigns', {
    name: 'VMI to keepers of stock',
    versionId: live.id,
    snapshotId: snapshot.id,
    playId: play.id,
    fromName: 'Nancy Davolio',
    fromAddress: 'nancy@demo.example',
    activePerOrganization: 2,
    hoursBetweenTouches: 20,
    holdOutDays: HOLD_OUT_DAYS,
    waves: [
      { size: Math.max(1, Math.round((snapshot.organizations - snapshot.organizationsExcluded) * FIRST_WAVE)) },
      { gated: true },
    ],
  });
  await cast.ops.post(`/campaigns/${campaign.id}/launch`);
  done('Launched.');
  return { campaign, snapshot, versionId: live.id };
}
