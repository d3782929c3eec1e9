import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { checkPlay, type Step } from '../../../libs/plays/index.js';
import { row } from '../../platform/index.js';
import { beyondStory, Readiness, Versions } from '../../propositions/index.js';
import type { Campaign } from './campaign.entity.js';
import { LaunchChecks, type LaunchFinding } from './launch-checks.js';
import { isMail, templateProblems } from '../plays/templates.js';

export interface PreflightBlocker {
  code: string;
  message: string;
  department?: string;
  about?: string | null;
  senderId?: string;
}

/** Everything between this campaign and its launch; empty when nothing is. */
@Injectable()
export class Preflight {
  constructor(
    private readonly readiness: Readiness,
    private readonly versions: Versions,
    private readonly checks: LaunchChecks,
  ) {}

  async blockers(manager: EntityManager, campaign: Campaign): Promise<PreflightBlocker[]> {
    const found: PreflightBlocker[] = [...(await this.readiness.blockers(manager, campaign.versionId))];
    const snapshot = await row<{ versionId: string; people: number }>(manager, SNAPSHOT, [campaign.snapshotId]);
    if (snapshot && snapshot.versionId !== campaign.versionId)
      found.push({
        code: 'other_version',
        message: 'The cohort was frozen for another version of the proposition. Freeze one for this version.',
      });
    if (!snapshot || snapshot.people < 1)
      found.push({
        code: 'empty_cohort',
        message: 'The cohort has no one to reach. Widen its rule or add contacts, and freeze it again.',
      });
    const checked = checkPlay({ steps: campaign.steps });
    if ('problems' in checked)
      found.push({ code: 'play', message: `The play is not right: ${checked.problems[0]!.message}` });
    for (const { field, message } of await templateProblems(campaign.steps))
      found.push({ code: 'template', message: `${field}: ${message}` });
    found.push(...(await this.unsupportedClaims(manager, campaign)));
    const other = await row<{ name: string }>(manager, SAME_CAMPAIGN, [
      campaign.versionId,
      campaign.snapshotId,
      campaign.id,
    ]);
    found.push(...(await this.findings(manager, campaign)).filter(({ blocks }) => blocks).map(shown));
    if (other)
      found.push({ code: 'already_running', message: `"${other.name}" already takes this version to this cohort.` });
    return found;
  }

  /** What is to be known, and keeps nothing. */
  async warnings(manager: EntityManager, campaign: Campaign): Promise<Omit<LaunchFinding, 'blocks'>[]> {
    return (await this.findings(manager, campaign)).filter(({ blocks }) => !blocks).map(shown);
  }

  private async findings(manager: EntityManager, { id, steps }: Campaign): Promise<LaunchFinding[]> {
    return steps.some(isMail) ? this.checks.of(manager, id) : [];
  }

  private async unsupportedClaims(manager: EntityManager, campaign: Campaign): Promise<PreflightBlocker[]> {
    const version = await this.versions.get(manager, campaign.versionId);
    return beyondStory(version, textsOf(campaign.steps)).map(({ where, claim }) => ({
      code: 'claim',
      message:
        `${where} says "${claim}", which the shared narrative does not. ` +
        'Take it out, or bring it into the narrative with the next version.',
    }));
  }
}

const shown = ({ code, about, message, senderId }: LaunchFinding): Omit<LaunchFinding, 'blocks'> => ({
  code,
  about,
  message,
  ...(senderId ? { senderId } : {}),
});

/** $1 snapshot */
const SNAPSHOT = `
SELECT version_id, decision_makers - decision_makers_excluded AS people
  FROM cohort_snapshot
 WHERE id = $1`;

/** $1 version, $2 snapshot, $3 this campaign */
const SAME_CAMPAIGN = `
SELECT name
  FROM campaign
 WHERE version_id = $1
   AND snapshot_id = $2
   AND id <> $3
   AND state IN ('running', 'paused', 'in_review', 'scheduled')`;

/** What a reader of these steps' mails sees, by where it stands; `width="50%"` promises nothing. */
function textsOf(steps: readonly Step[]): Record<string, string> {
  const texts: Record<string, string> = {};
  steps.forEach((step, i) => {
    if (!isMail(step)) return;
    const { subject, body, mjml = '', lenses = {} } = step;
    for (const [field, text] of Object.entries({ subject, body, mjml: seenOf(mjml) }))
      texts[`steps.${i}.${field}`] = text;
    for (const [role, text] of Object.entries(lenses)) texts[`steps.${i}.lenses.${role}`] = text;
  });
  return texts;
}

const UNSEEN = ['mj-head', 'mj-attributes', 'mj-style'];

/** The text between the tags of MJML. No pattern looks for an end that may be missing: that is quadratic. */
function seenOf(mjml: string): string {
  let hidden = 0;
  return mjml
    .split('<')
    .map((piece, i) => {
      const end = i === 0 ? 0 : piece.indexOf('>') + 1;
      const [tag] = /^\/?[\w-]*/.exec(piece)!;
      const name = tag.replace('/', '');
      if (i > 0 && UNSEEN.includes(name)) hidden += tag.startsWith('/') ? -1 : piece[end - 2] === '/' ? 0 : 1;
      return hidden > 0 ? ' ' : ` ${piece.slice(end)}`;
    })
    .join('');
}
