import { Controller, Get, Header, Param, StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { Allow, Listed, ListOfPages, page, type Listing, type ListQuery, type Page } from '../../platform/index.js';
import { CHANGE_OUTCOMES, ImportChange, ImportMatch, MATCH_REASONS, MATCH_RESULTS, MATCHED } from './import.entity.js';
import { ImportChangeView, ImportMatchView } from './import.view.js';
import { Imports } from './imports.js';
import { matchesCsv } from './matches.js';
import { refusalsCsv } from './refusals.js';

const CHANGES: Listing = {
  id: 'c.id',
  defaultSort: 'id',
  sorts: { id: { column: 'c.id', kind: 'number', of: (change: ImportChange) => change.id } },
  filters: {
    entity: { column: 'c.entity', kind: 'text' },
    entityId: { column: 'c.entityId', kind: 'id' },
    outcome: { column: 'c.outcome', kind: 'text', values: CHANGE_OUTCOMES },
    line: { column: 'c.line', kind: 'number' },
  },
};

const MATCHES: Listing = {
  id: 'm.id',
  defaultSort: 'id',
  sorts: { id: { column: 'm.id', kind: 'number', of: (match: ImportMatch) => match.id } },
  filters: {
    entity: { column: 'm.entity', kind: 'text', values: MATCHED },
    why: { column: 'm.why', kind: 'text', values: MATCH_REASONS },
    result: { column: 'm.result', kind: 'text', values: MATCH_RESULTS },
    line: { column: 'm.line', kind: 'number' },
  },
};

/** What a run or dry run found in a file, and what it changed. */
@ApiTags('imports')
@Controller()
export class ImportFindingsController {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly imports: Imports,
  ) {}

  /**
   * What the import made and overwrote, and what an undo made of it: `?outcome=in_use,changed_since,gone` for what it
   * could not undo.
   */
  @Get('imports/:id/changes')
  @Allow('sales_ops', 'admin')
  @ListOfPages(CHANGES, ImportChangeView)
  async changes(@Param('id') id: string, @Listed(CHANGES) query: ListQuery): Promise<Page<ImportChangeView>> {
    await this.imports.get(id);
    const found = this.source.getRepository(ImportChange).createQueryBuilder('c').where('c.importId = :id', { id });
    const { items, ...rest } = await page(found, CHANGES, query);
    return { items: items.map((change) => ImportChangeView.of(change)), ...rest };
  }

  /**
   * Probably the same: rows that were taken for a known contact or organization of another spelling, and names that may
   * be two. A dry run lists them too; `sharedMailbox` and `sharedMailboxLines` of the plan say that they are different.
   */
  @Get('imports/:id/matches')
  @Allow('sales_ops', 'admin')
  @ListOfPages(MATCHES, ImportMatchView)
  async matches(@Param('id') id: string, @Listed(MATCHES) query: ListQuery): Promise<Page<ImportMatchView>> {
    await this.imports.get(id);
    const found = this.source.getRepository(ImportMatch).createQueryBuilder('m').where('m.importId = :id', { id });
    const { items, ...rest } = await page(found, MATCHES, query);
    return { items: items.map((match) => ImportMatchView.of(match)), ...rest };
  }

  /** The same as a file. */
  @Get('imports/:id/matches.csv')
  @Allow('sales_ops', 'admin')
  @ApiProduces('text/csv')
  @Header('content-type', 'text/csv; charset=utf-8')
  async matchesFile(@Param('id') id: string): Promise<StreamableFile> {
    const file = await this.imports.get(id);
    return new StreamableFile(matchesCsv(this.source, file.id), {
      type: 'text/csv; charset=utf-8',
      disposition: `attachment; filename="matches-${file.id}.csv"`,
    });
  }

  /** Refused rows, to correct and import again. */
  @Get('imports/:id/refusals.csv')
  @Allow('sales_ops', 'admin')
  @ApiProduces('text/csv')
  @Header('content-type', 'text/csv; charset=utf-8')
  refusals(@Param('id') id: string): Promise<StreamableFile> {
    return this.csv(id, true);
  }

  /** Fields that stayed empty, or were rounded, in rows that went in. */
  @Get('imports/:id/warnings.csv')
  @Allow('sales_ops', 'admin')
  @ApiProduces('text/csv')
  @Header('content-type', 'text/csv; charset=utf-8')
  warnings(@Param('id') id: string): Promise<StreamableFile> {
    return this.csv(id, false);
  }

  private async csv(id: string, wholeRow: boolean): Promise<StreamableFile> {
    const file = await this.imports.get(id);
    const name = `${wholeRow ? 'refusals' : 'warnings'}-${file.id}.csv`;
    return new StreamableFile(refusalsCsv(this.source, id, file.reading?.header ?? [], wholeRow), {
      type: 'text/csv; charset=utf-8',
      disposition: `attachment; filename="${name}"`,
    });
  }
}
