import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import type { Role } from '../../libs/plays/index.js';
import { assertRevision, Invalid, NotFound } from '../platform/index.js';
import { Versions } from '../propositions/index.js';
import { Cohort } from './cohort.entity.js';
import { CohortLayouts, strongestFirst, type CohortTerms } from './snapshots/layout.js';
import { RuleBook } from './rules/rule-book.js';

class CohortNotFound extends NotFound {}
class CohortIncomplete extends Invalid {}

export interface CohortFacts {
  name: string;
  rule: Record<string, unknown>;
  rationale: string;
  requiredRoles: Role[];
  holdOutPercent: number;
  seed: string;
}

@Injectable()
export class Cohorts {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly versions: Versions,
    private readonly book: RuleBook,
    private readonly layout: CohortLayouts,
  ) {}

  /**
   * What is left out comes from the version; the hold-out, from the cohort's size. @throws RuleInvalid,
   * CohortIncomplete
   */
  async create(
    manager: EntityManager,
    versionId: string,
    facts: Partial<CohortFacts> & { name: string },
    createdBy: string,
  ): Promise<Cohort> {
    const terms = await this.terms(manager, { ...facts, versionId });
    const version = await this.versions.get(manager, versionId);
    const { rule } = await this.book.read(terms.rule, manager);
    const holdOutPercent = terms.holdOutPercent ?? (await this.layout.lay(manager, terms)).suggestedPercent;
    const { identifiers } = await manager.insert(Cohort, {
      versionId,
      name: facts.name,
      requiredRoles: terms.requiredRoles,
      seed: terms.seed,
      holdOutPercent,
      createdBy,
      rationale: facts.rationale ?? version.cohortRationale,
      rule: rule as object,
    });
    return this.get(identifiers[0]!.id as string, manager);
  }

  /** Fills what was left out from the version. @throws CohortIncomplete */
  async terms(manager: EntityManager, given: Partial<CohortFacts> & { versionId?: string }): Promise<CohortTerms> {
    const version = given.versionId === undefined ? undefined : await this.versions.get(manager, given.versionId);
    const rule = given.rule ?? version?.cohortRule;
    const requiredRoles = strongestFirst(given.requiredRoles ?? version?.requiredRoles ?? []);
    const missing = [
      ...(rule ? [] : [{ field: 'rule', code: 'required', message: 'say by a rule which organizations belong to it' }]),
      ...(requiredRoles.length > 0
        ? []
        : [{ field: 'requiredRoles', code: 'required', message: 'name at least one role that must be reached' }]),
    ];
    if (missing.length > 0)
      throw new CohortIncomplete('The version does not say it either: give the rule and the roles.', missing);
    return {
      rule,
      requiredRoles,
      holdOutPercent: given.holdOutPercent,
      seed: given.seed ?? randomBytes(8).toString('hex'),
    };
  }

  async get(id: string, manager: EntityManager = this.source.manager): Promise<Cohort> {
    return found(await manager.findOneBy(Cohort, { id }));
  }

  /** The cohort, locked: no other request edits it until this transaction ends. */
  async lock(manager: EntityManager, id: string): Promise<Cohort> {
    return found(await manager.findOne(Cohort, { where: { id }, lock: { mode: 'for_no_key_update' } }));
  }

  async change(manager: EntityManager, id: string, read: number, change: Partial<CohortFacts>): Promise<Cohort> {
    const cohort = await this.lock(manager, id);
    assertRevision(cohort, read);
    const { rule, requiredRoles, ...columns } = change;
    await manager.update(
      Cohort,
      { id, revision: read },
      {
        ...columns,
        ...(rule && { rule: (await this.book.read(rule, manager)).rule as object }),
        ...(requiredRoles && { requiredRoles: strongestFirst(requiredRoles) }),
        revision: read + 1,
        updatedAt: () => 'app_now()',
      },
    );
    return this.get(id, manager);
  }
}

function found(cohort: Cohort | null): Cohort {
  if (!cohort) throw new CohortNotFound('There is no such cohort.');
  return cohort;
}
