import { Flag, Id, Instant, Json, ListOf, OneOf, Text, Texts, Whole, Wholes } from '../../platform/index.js';
import { RELATIONSHIPS, type Relationship } from '../organizations/organization.entity.js';
import type { Decoding } from './reading/encodings.js';
import type { GuessedColumn } from './reading/guessed-column.js';
import {
  CHANGE_OUTCOMES,
  IMPORT_KINDS,
  IMPORT_STATES,
  MATCH_REASONS,
  MATCH_RESULTS,
  MATCHED,
  type Import,
  type ImportChange,
  type ImportMatch,
  type ImportState,
} from './import.entity.js';
import { KEYS, type ImportKey, type Plan } from './plan.js';
import { TABLES } from './rows.sql.js';
import type { ImportKind } from './targets.js';

const BIG = { max: Number.MAX_SAFE_INTEGER };

export class PlanRequest implements Plan {
  @Json({
    example: { CompanyName: 'organization.name', Fax: null },
    description: 'column -> a target of GET /import-fields, or null',
  })
  mapping: Record<string, string | null>;
  @OneOf(KEYS, {
    description:
      'what tells that a row is there already: externalId, domain or name of organizations, externalId or email of people',
  })
  key: ImportKey;
  @Flag({ optional: true, example: false, description: 'marks what the import makes as invented' }) madeUp?: boolean;
  @OneOf(RELATIONSHIPS, { optional: true, description: 'of organizations that the import makes' })
  relationship?: Relationship;
  @Flag({
    optional: true,
    example: false,
    description: 'of a history: a won opportunity starts the check-ins with its organization',
  })
  wonStartCheckIns?: boolean;
  @Json({
    optional: true,
    example: { 'organization.country': 'Germany' },
    description: 'target -> the cell that stands where a row has none',
  })
  defaults?: Record<string, string>;
  @Json({
    optional: true,
    example: { 'organization.attributes.fleet size': 'number' },
    description: 'left out: as all cells of the column show',
  })
  attributeTypes?: Record<string, 'text' | 'number' | 'boolean' | 'date'>;
  @Flag({
    optional: true,
    example: false,
    description: 'two names at one address are two people who share a mailbox; left out: one person',
  })
  sharedMailbox?: boolean;
  @Wholes({
    optional: true,
    min: 1,
    max: 10_000,
    example: [3, 17],
    description: 'the same of these lines of the file only: see matches',
  })
  sharedMailboxLines?: number[];
}

export class ReadingRequest {
  @Text({ optional: true, min: 1, max: 40, example: 'windows-1252' }) encoding?: string;
  @OneOf(['comma', 'semicolon', 'tab', 'pipe'], { optional: true }) delimiter?: keyof typeof DELIMITER_NAMES;
  @Whole({ optional: true, max: 100_000, description: 'the line of the header; 0: the file names no columns' })
  headerLine?: number;
}
export const DELIMITER_NAMES = { comma: ',', semicolon: ';', tab: '\t', pipe: '|' } as const;

export class ColumnView implements GuessedColumn {
  @Text({ example: 'CompanyName' }) column: string;
  @Text({ nullable: true, example: 'organization.name' }) target: string | null;
  @OneOf(['high', 'medium', 'low', 'none']) confidence: GuessedColumn['confidence'];
  @Texts({ example: ['Alfreds Futterkiste'] }) samples: string[];
}

export class DecodingView implements Decoding {
  @Text({ example: 'windows-1252' }) encoding: string;
  @Texts({ example: ['Nordmühle'], description: 'words of the file as they read in this encoding' }) words: string[];
}

export class ImportSummary {
  @Id() id: string;
  @OneOf(IMPORT_KINDS) kind: ImportKind;
  @Text({ example: 'customers.csv' }) filename: string;
  @OneOf(IMPORT_STATES) state: ImportState;
  @Flag({ description: 'the counts are those of a dry run, which wrote nothing' }) dryRun: boolean;
  @Text({ nullable: true, lines: true }) failure: string | null;
  @Whole({ ...BIG, description: 'of the file' }) bytes: number;
  @Whole(BIG) bytesRead: number;
  @Whole({ ...BIG, description: 'created + updated + unchanged + refused' }) rows: number;
  @Whole() created: number;
  @Whole() updated: number;
  @Whole() unchanged: number;
  @Whole({ description: 'rows: see refusals.csv' }) refused: number;
  @Whole({ description: 'fields left empty, or rounded, in rows that went in: see warnings.csv' }) warnings: number;
  @Whole({ description: 'records of a history whose organization and person are not known yet' }) unmatched: number;
  @Whole({ description: 'changes that an undo took back' }) undone: number;
  @Whole({ description: 'changes that an undo could not take back: see changes' }) kept: number;
  @Id() createdBy: string;
  @Instant() createdAt: Date;
  @Instant({ nullable: true }) startedAt: Date | null;
  @Instant({ nullable: true }) endedAt: Date | null;

  static of(file: Import): ImportSummary {
    return { ...file, rows: file.rowsRead };
  }
}

export class ImportView extends ImportSummary {
  @Text({ nullable: true, example: 'utf-8' }) encoding: string | null;
  @Text({ nullable: true, example: 'Customers', description: 'the sheet of a workbook that was read' })
  sheet: string | null;
  @Texts({ description: 'of the workbook; to read another, upload it again with `sheet`' }) sheets: string[];
  @ListOf(() => DecodingView, { description: 'that may be meant, the likeliest first; empty where there is no doubt' })
  decodings: DecodingView[];
  @Text({ nullable: true, example: ',' }) delimiter: string | null;
  @Whole({ nullable: true, description: 'the line of the header; 0: the file names no columns' })
  headerLine: number | null;
  @ListOf(() => ColumnView) columns: ColumnView[];
  @Json({ description: 'the first rows, as lists of cells' }) sample: string[][];
  @Json({ nullable: true, example: { mapping: { CompanyName: 'organization.name' }, key: 'externalId' } })
  plan: Plan | null;

  static override of(file: Import): ImportView {
    const { encoding = null, decodings = [], delimiter = null } = file.reading ?? {};
    const { headerLine = null, columns = [], sample = [], sheet = null, sheets = [] } = file.reading ?? {};
    return {
      ...ImportSummary.of(file),
      sheet,
      sheets,
      encoding,
      decodings,
      delimiter,
      headerLine,
      columns,
      sample,
      plan: file.plan,
    };
  }
}

export class ImportChangeView {
  @Text({ example: '4711' }) id: string;
  @Whole(BIG) line: number;
  @OneOf(TABLES) entity: string;
  @Id() entityId: string;
  @Json({ nullable: true, description: 'null: the import made it' }) before: Record<string, unknown> | null;
  @Json() after: Record<string, unknown>;
  @OneOf(CHANGE_OUTCOMES, { nullable: true, description: 'of an undo' }) outcome: string | null;

  static of({ id, line, entity, entityId, before, after, outcome }: ImportChange): ImportChangeView {
    return { id, line, entity, entityId, before, after, outcome };
  }
}

export class ImportMatchView {
  @Text({ example: '4711' }) id: string;
  @Whole(BIG) line: number;
  @OneOf(MATCHED) entity: string;
  @OneOf(MATCH_REASONS) why: string;
  @Text({ example: 'Keller, Rosa', description: 'as the row has it' }) given: string;
  @Text({ example: 'Rosa Keller', description: 'as it is stored' }) known: string;
  @Id({ description: 'of the stored one; a dry run may name one that only the run would make' }) knownId: string;
  @OneOf(MATCH_RESULTS, { description: 'attached: taken for the same; separate: another one' }) result: string;

  static of({ importId: _importId, ...view }: ImportMatch): ImportMatchView {
    return view;
  }
}

export class ImportFieldView {
  @Text({ example: 'organization.name' }) target: string;
  @Text({ example: 'required' }) about: string;
}

export class ImportFieldsView {
  @ListOf(() => ImportFieldView) items: ImportFieldView[];
  @Text({ nullable: true }) nextCursor: null;
}
