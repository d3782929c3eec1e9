import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { check, describe, type Catalogue, type Rule, type RuleProblem } from '../../../libs/rules/index.js';
import { Invalid } from '../../platform/index.js';
import { FieldCatalogue } from './field-catalogue.js';

/**
 * `errors` has the catalogue's field paths; each also has the JSON pointer into the request, and the closest known
 * name.
 */
export class RuleInvalid extends Invalid {
  constructor(problems: RuleProblem[]) {
    const count = problems.length === 1 ? 'One thing is' : `${problems.length} things are`;
    super(
      `${count} wrong with the rule.`,
      problems.map(({ path, ...rest }) => ({
        field: `rule${path.replaceAll('/', '.')}`,
        pointer: `/rule${path}`,
        ...rest,
      })),
    );
  }
}

export interface ReadRule {
  rule: Rule;
  catalogue: Catalogue;
  sentence: string;
}

/** Parses a rule from a request, against the field catalogue. */
@Injectable()
export class RuleBook {
  constructor(private readonly fields: FieldCatalogue) {}

  /** @throws RuleInvalid with everything that is wrong with it */
  async read(rule: unknown, manager?: EntityManager): Promise<ReadRule> {
    const catalogue = await this.fields.read(manager);
    const read = check(rule, catalogue);
    if ('problems' in read) throw new RuleInvalid(read.problems);
    return { rule: read.rule, catalogue, sentence: describe(read.rule, catalogue) };
  }

  async readings(rule: unknown): Promise<{ sentence: string | null; problems: RuleProblem[] }> {
    const catalogue = await this.fields.read();
    const read = check(rule, catalogue);
    return 'problems' in read
      ? { sentence: null, problems: read.problems }
      : { sentence: describe(read.rule, catalogue), problems: [] };
  }
}
