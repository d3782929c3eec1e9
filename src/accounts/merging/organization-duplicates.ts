import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { token_sort_ratio as tokenSortRatio } from 'fuzzball';
import type { DataSource } from 'typeorm';
import { Every, rows, Shutdown } from '../../platform/index.js';
import { employerDomain } from '../normalize/domains.js';
import { DuplicateSearch, SETTLED_SECONDS, type DuplicatePlace, type PairFound } from './duplicate-search.js';
import { duplicateSql } from './duplicate-search.sql.js';
import { CANDIDATE_ORGANIZATIONS, OPEN_ORGANIZATION_DUPLICATES } from './organization-duplicates.sql.js';

export interface OrganizationDuplicate {
  organizationId: string;
  otherId: string;
  why: 'same_domain' | 'same_phone' | 'like_name';
  /** 0 to 100 */
  score: number;
  foundAt: Date;
  name: string;
  place: string | null;
  domain: string | null;
  phone: string | null;
  otherName: string;
  otherPlace: string | null;
  otherDomain: string | null;
  otherPhone: string | null;
}

/** With the keys of the names. */
interface Candidate extends PairFound<OrganizationDuplicate['why']> {
  name: string;
  otherName: string;
  domain: string | null;
}

/**
 * Of names, 0 to 100. All words count: by those in common alone, "Siemens" and "Siemens Energy" would be one.
 * "Alfreds Futterkiste" and "Alfred Futterkiste" have 97, "Hotel Berlin" and "Hotel Adlon Berlin" 80.
 */
const LEAST_ALIKE = 88;
/** A domain or a number in common makes a question of any two names. */
const LEAST_SCORE = 60;

/** Finds organizations that are likely the same. */
@Injectable()
export class OrganizationDuplicates extends DuplicateSearch<Candidate, OrganizationDuplicate> {
  constructor(@InjectDataSource() source: DataSource, shutdown: Shutdown) {
    super(source, shutdown, {
      sql: duplicateSql('organization', 'organization_scan'),
      candidates: CANDIDATE_ORGANIZATIONS,
      atOnce: 500,
    });
  }

  @Every('find-organization-duplicates', 60_000)
  find(settledSeconds = SETTLED_SECONDS): Promise<void> {
    return this.findAll(settledSeconds);
  }

  protected open(limit: number, after: DuplicatePlace | null): Promise<OrganizationDuplicate[]> {
    const behind = [after?.score ?? null, after?.one ?? null, after?.other ?? null];
    return rows(this.source, OPEN_ORGANIZATION_DUPLICATES, [limit, ...behind]);
  }

  protected placeOf({ score, organizationId, otherId }: OrganizationDuplicate): DuplicatePlace {
    return { score, one: organizationId, other: otherId };
  }

  protected scoreOf({ why, name, otherName, domain }: Candidate): number | null {
    if (why === 'same_domain' && employerDomain(domain!) === null) return null;
    const alike = tokenSortRatio(name, otherName, { full_process: false });
    if (why === 'like_name') return alike >= LEAST_ALIKE ? Math.min(alike, 99) : null;
    return Math.max(LEAST_SCORE, Math.min(alike + 1, 100));
  }
}
