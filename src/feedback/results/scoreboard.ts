import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { INTERESTS } from '../../../libs/plays/index.js';
import { rate } from '../../../libs/statistics/index.js';
import { NotFound, row, rows, Settings } from '../../platform/index.js';
import { COMPETITORS, FUNNEL, LATENCY, OBJECTIONS_BY, QUALITY } from './scoreboard.sql.js';
import { DIMENSIONS, LEGS, STAGES, type ScoreboardView } from './scoreboard.view.js';
import { CONNECTED, simulationLabel } from '../conversations/kinds.js';
import { FEEDBACK_SETTINGS } from '../feedback.settings.js';

class VersionNotFound extends NotFound {}

export interface ScoreboardFilter {
  campaignId?: string;
  role?: string;
  industry?: string;
  repId?: string;
  step?: string;
  from?: Date;
  to?: Date;
}

type Funnel = Record<'enrolled' | 'heldOut' | 'reached' | 'conversed' | 'unknown' | (typeof INTERESTS)[number], number>;
interface ObjectionCount {
  by: 'all' | (typeof DIMENSIONS)[number];
  value: string | null;
  rep: string | null;
  code: string | null;
  n: number;
}
interface CompetitorCount {
  competitor: string;
  disposition: string;
  n: number;
  of: number;
}
interface Quality {
  recorded: number;
  simulated: number;
  conversations: number;
  complete: number;
  timed: number;
  median: number | null;
}

/** The market's response to one version, in numbers with their sample and their interval. */
@Injectable()
export class Scoreboard {
  constructor(private readonly settings: Settings) {}

  async of(manager: EntityManager, versionId: string, filter: ScoreboardFilter): Promise<ScoreboardView> {
    if (!(await row(manager, 'SELECT id FROM proposition_version WHERE id = $1', [versionId])))
      throw new VersionNotFound('There is no such version of a proposition.');
    const {
      campaignId = null,
      role = null,
      industry = null,
      repId = null,
      step = null,
      from = null,
      to = null,
    } = filter;
    const parameters = [versionId, campaignId, role, industry, repId, step, from, to, CONNECTED];
    const minimum = await this.settings.get(FEEDBACK_SETTINGS.minimumSample, manager);
    const counted = (await row<Omit<Funnel, 'commits_next_step'> & { commits: number }>(manager, FUNNEL, parameters))!;
    const people: Funnel = { ...counted, commits_next_step: counted.commits };
    const counts = await rows<ObjectionCount>(manager, OBJECTIONS_BY, parameters);
    const quality = (await row<Quality>(manager, QUALITY, parameters))!;
    const latency = await legsOf(manager, parameters.slice(0, -1));
    const named = await rows<CompetitorCount>(manager, COMPETITORS, parameters);
    return {
      versionId,
      enrolled: people.enrolled,
      heldOut: people.heldOut,
      funnel: funnel(people, minimum),
      interest: [...INTERESTS, 'unknown' as const].map((interest) => ({
        interest,
        ...rate(people[interest], people.conversed, minimum),
      })),
      conversations: quality.conversations,
      ...objections(counts, minimum),
      competitors: named.map(({ competitor, disposition, n, of }) => ({
        competitor,
        disposition,
        ...rate(n, of, minimum),
      })),
      quality: rate(quality.complete, quality.conversations, minimum),
      latency,
      logging: { n: quality.timed, median: quality.median },
      simulated: quality.simulated,
      label: simulationLabel(quality.simulated, quality.recorded),
      minimumSample: minimum,
    };
  }
}

/** How fast feedback travels; parameters $1 to $8 of the scoreboard's. */
export async function legsOf(manager: EntityManager, parameters: unknown[]): Promise<ScoreboardView['latency']> {
  const legs = await rows<{ leg: string; n: number; hours: [number, number] }>(manager, LATENCY, parameters);
  return LEGS.map((leg) => {
    const found = legs.find((each) => each.leg === leg);
    return { leg, n: found?.n ?? 0, median: found?.hours[0] ?? null, p90: found?.hours[1] ?? null };
  });
}

function funnel(people: Funnel, minimum: number): ScoreboardView['funnel'] {
  const above = (interest: (typeof INTERESTS)[number]): number =>
    INTERESTS.slice(INTERESTS.indexOf(interest)).reduce((sum, each) => sum + people[each], 0);
  return STAGES.map((stage) => {
    if (stage === 'reached') return { stage, of: 'enrolled', ...rate(people.reached, people.enrolled, minimum) };
    if (stage === 'conversed') return { stage, of: 'reached', ...rate(people.conversed, people.reached, minimum) };
    return { stage, of: 'conversed', ...rate(above(stage), people.conversed, minimum) };
  });
}

function objections(counts: ObjectionCount[], minimum: number): Pick<ScoreboardView, 'objections' | 'objectionsBy'> {
  const totals = new Map(counts.filter(({ code }) => code === null).map(({ by, value, n }) => [`${by} ${value}`, n]));
  const share = ({ by, value, code, n }: ObjectionCount) => ({
    objection: code!,
    ...rate(n, totals.get(`${by} ${value}`)!, minimum),
  });
  const named = counts.filter(({ code }) => code !== null);
  const shares = (dimension: ObjectionCount['by']) =>
    named
      .filter(({ by }) => by === dimension)
      .map((count) => ({ value: count.value ?? 'none', label: count.rep ?? count.value ?? 'none', ...share(count) }));
  return {
    objections: named.filter(({ by }) => by === 'all').map(share),
    objectionsBy: { role: shares('role'), industry: shares('industry'), rep: shares('rep'), step: shares('step') },
  };
}
