import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ROLES, type Role } from '../../../libs/plays/index.js';
import { compile, type Rule } from '../../../libs/rules/index.js';
import { Clock, row, rows } from '../../platform/index.js';
import { quotas, smallestStratum, suggestedPercent, USUAL_PERCENT, type Stratum } from './hold-out.js';
import {
  COUNTS,
  layCandidates,
  LAY_HOLDERS,
  LAY_HELD_OUT,
  LAY_ORGANIZATIONS,
  layMatches,
  LOOK_AT_HOLDERS,
  LOOK_AT_MATCHES,
  ROOM_TO_WORK,
  STRATA,
} from './layout.sql.js';
import { Overlaps } from './overlaps.js';
import { RuleBook } from '../rules/rule-book.js';

export interface CohortTerms {
  /** one that is kept has organizations that were added by hand */
  id?: string;
  rule: unknown;
  requiredRoles: Role[];
  /** undefined: what the cohort's size suggests */
  holdOutPercent?: number;
  seed: string;
}

export interface CohortCounts {
  organizations: number;
  organizationsExcluded: number;
  heldOut: number;
  decisionMakers: number;
  decisionMakersExcluded: number;
  decisionMakersHeldOut: number;
  decisionMakersVerified: number;
}

export interface CohortLayout {
  rule: Rule;
  sentence: string;
  /** strongest first: a candidate's rank 1 is the first of these */
  roles: Role[];
  holdOutPercent: number;
  suggestedPercent: number;
  counts: CohortCounts;
}

/**
 * Lays a cohort out in tables that live as long as the transaction: cohort_organization, cohort_candidate,
 * cohort_held_out. A preview reads them and a snapshot keeps them, so that what was previewed is what is frozen.
 */
@Injectable()
export class CohortLayouts {
  constructor(
    private readonly book: RuleBook,
    private readonly overlaps: Overlaps,
    private readonly clock: Clock,
  ) {}

  /** Once a transaction. @throws RuleInvalid */
  async lay(manager: EntityManager, terms: CohortTerms): Promise<CohortLayout> {
    const { rule, catalogue, sentence } = await this.book.read(terms.rule, manager);
    const roles = strongestFirst(terms.requiredRoles);
    const compiled = compile(rule, catalogue, { now: await this.clock.now(manager), firstParameter: 2 });
    await manager.query(ROOM_TO_WORK);
    const given = [terms.seed, ...compiled.params, terms.id ?? null];
    await manager.query(layMatches(compiled.sql, given.length), given);
    await manager.query(LOOK_AT_MATCHES);
    await manager.query(LAY_HOLDERS, [roles]);
    await manager.query(LOOK_AT_HOLDERS);
    await manager.query(layCandidates(this.overlaps.sql));
    await manager.query(LAY_ORGANIZATIONS, [smallestStratum(terms.holdOutPercent ?? USUAL_PERCENT)]);
    const holdOut = await this.holdOut(manager, terms.holdOutPercent);
    const counts = (await row<CohortCounts>(manager, COUNTS))!;
    return { rule, sentence, roles, ...holdOut, counts };
  }

  private async holdOut(
    manager: EntityManager,
    given: number | undefined,
  ): Promise<{ holdOutPercent: number; suggestedPercent: number }> {
    const strata = await rows<Stratum>(manager, STRATA);
    const suggested = suggestedPercent(strata.reduce((sum, { size }) => sum + size, 0));
    const percent = given ?? suggested;
    const shares = quotas(strata, percent);
    await manager.query(LAY_HELD_OUT, [shares.map(({ stratum }) => stratum), shares.map(({ quota }) => quota)]);
    return { holdOutPercent: percent, suggestedPercent: suggested };
  }
}

/** The list of roles is ordered from the strongest down. */
export function strongestFirst(roles: readonly Role[]): Role[] {
  return ROLES.filter((role) => roles.includes(role));
}
