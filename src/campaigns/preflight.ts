import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { checkPlay } from '../../libs/plays/index.js';
import { row } from '../platform/index.js';
import { Readiness } from '../propositions/index.js';
import type { Campaign } from './campaign.entity.js';
import { templateProblems } from './templates.js';

export interface Blocker {
  code: string;
  message: string;
  department?: string | undefined;
}

/** Everything between this campaign and its launch; empty when nothing is. */
@Injectable()
export class Preflight {
  constructor(private readonly readiness: Readiness) {}

  async blockers(manager: EntityManager, campaign: Campaign): Promise<Blocker[]> {
    const found: Blocker[] = [...(await this.readiness.blockers(manager, campaign.versionId))];
    const snapshot = await row<{ version_id: string; people: number }>(
      manager,
      'SELECT version_id, decision_makers - decision_makers_excluded AS people FROM cohort_snapshot WHERE id = $1',
      [campaign.snapshotId],
    );
    if (snapshot && snapshot.version_id !== campaign.versionId)
      found.push({
        code: 'other_version',
        message: 'The cohort was frozen for another version of the proposition. Freeze one for this version.',
      });
    if (!snapshot || snapshot.people < 1)
      found.push({
        code: 'empty_cohort',
        message: 'The cohort has nobody to reach. Widen its rule or add contacts, and freeze it again.',
      });
    const checked = checkPlay({ steps: campaign.steps });
    if ('problems' in checked)
      found.push({ code: 'play', message: `The play is not right: ${checked.problems[0]!.message}` });
    const template = templateProblems(campaign.steps)[0];
    if (template) found.push({ code: 'template', message: `${template.field}: ${template.message}` });
    const other = await row<{ name: string }>(
      manager,
      "SELECT name FROM campaign WHERE version_id = $1 AND snapshot_id = $2 AND id <> $3 AND state IN ('running', 'paused', 'in_review', 'scheduled')",
      [campaign.versionId, campaign.snapshotId, campaign.id],
    );
    if (other)
      found.push({ code: 'already_running', message: `"${other.name}" already takes this version to this cohort.` });
    return found;
  }
}
