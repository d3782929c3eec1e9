import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import type { EntityManager } from 'typeorm';
import { Id, Invalid, ListOf, OneOf } from '../../platform/index.js';
import { CONTENT, type Content } from './version.entity.js';
import { Versions } from './versions.js';

class NotComparable extends Invalid {}

export class DifferenceView {
  @OneOf(CONTENT) field: keyof Content;
  @ApiProperty({
    type: Object,
    nullable: true,
    description: 'the field as it stands there; its type is the field’s own',
  })
  before: unknown;
  @ApiProperty({ type: Object, nullable: true }) after: unknown;
}

export class ComparisonView {
  @Id() before: string;
  @Id() after: string;
  @ListOf(() => DifferenceView, { description: 'only fields that differ' }) differences: DifferenceView[];
}

@Injectable()
export class Comparison {
  constructor(private readonly versions: Versions) {}

  async of(manager: EntityManager, after: string, before: string): Promise<ComparisonView> {
    const [was, is] = [await this.versions.get(manager, before), await this.versions.get(manager, after)];
    if (was.propositionId !== is.propositionId)
      throw new NotComparable('These are versions of two different propositions.', [
        { field: 'with', code: 'other_proposition', message: 'name another version of the same proposition' },
      ]);
    const differences = CONTENT.filter((field) => !isDeepStrictEqual(was[field], is[field])).map((field) => ({
      field,
      before: was[field],
      after: is[field],
    }));
    return { before, after, differences };
  }
}
