import {
  Body,
  Controller,
  Get,
  Header,
  HttpCode,
  HttpException,
  Param,
  Post,
  Put,
  Query,
  Req,
  Res,
  StreamableFile,
} from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiBody,
  ApiConsumes,
  ApiCreatedResponse,
  ApiOkResponse,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import {
  Allow,
  Invalid,
  Listed,
  ListOfPages,
  OneOf,
  page,
  Text,
  Writes,
  type ActorRequest,
  type Listing,
  type ListQuery,
  type Page,
  type Write,
} from '../../platform/index.js';
import { AttributeFields } from '../organizations/attributes.js';
import {
  CHANGE_OUTCOMES,
  Import,
  IMPORT_KINDS,
  IMPORT_STATES,
  ImportChange,
  ImportMatch,
  MATCH_REASONS,
  MATCH_RESULTS,
  MATCHED,
} from './import.entity.js';
import {
  DELIMITER_NAMES,
  ImportChangeView,
  ImportFieldsView,
  ImportMatchView,
  ImportSummary,
  ImportView,
  PlanRequest,
  ReadingRequest,
} from './import.view.js';
import { Imports } from './imports.js';
import { matchesCsv } from './matches.js';
import { refusalsCsv } from './refusals.js';
import { HISTORY_TARGETS } from './history/history-targets.js';
import { TARGETS, type ImportKind } from './targets.js';
import { isStream, LARGEST_FILE } from './upload.js';
import { UploadLimit } from '../upload-limit.js';

class UploadQuery extends ReadingRequest {
  @OneOf(IMPORT_KINDS) kind: ImportKind;
  @Text({ max: 200, example: 'customers.csv' }) filename: string;
  @Text({ optional: true, max: 31, example: 'Customers', description: 'of a workbook; left out: the first with rows' })
  sheet?: string;
}

const formatOf = ({ encoding, delimiter, headerLine }: ReadingRequest) => ({
  ...(encoding === undefined ? {} : { encoding }),
  given: { delimiter: delimiter && DELIMITER_NAMES[delimiter], headerLine },
});

class ImportBodyInvalid extends Invalid {}

const IMPORTS: Listing = {
  id: 'i.id',
  defaultSort: '-createdAt',
  sorts: { createdAt: { column: 'i.createdAt', kind: 'instant', of: (file: Import) => file.createdAt } },
  filters: {
    state: { column: 'i.state', kind: 'text', values: IMPORT_STATES },
    kind: { column: 'i.kind', kind: 'text', values: IMPORT_KINDS },
    createdBy: { column: 'i.createdBy', kind: 'id' },
  },
  search: ['i.filename'],
};

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

@ApiTags('imports')
@Controller()
export class ImportsController {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly imports: Imports,
    private readonly attributes: AttributeFields,
    private readonly limit: UploadLimit,
  ) {}

  /** Where a column may go. A name that no list has makes a custom attribute: `organization.attributes.<name>`. */
  @Get('import-fields')
  @Allow('everyone')
  @ApiOkResponse({ type: ImportFieldsView })
  async fields(): Promise<ImportFieldsView> {
    const known = (await this.attributes.list()).map(({ scope, name, type }) => ({
      target: `${scope}.attributes.${name}`,
      about: `custom: ${type}`,
    }));
    return {
      items: [
        ...[...TARGETS, ...HISTORY_TARGETS.filter(({ name }) => !TARGETS.some((each) => each.name === name))].map(
          ({ name, about }) => ({ target: name, about }),
        ),
        ...known,
      ],
      nextCursor: null,
    };
  }

  /**
   * The file itself is the body, as text/csv or application/octet-stream: CSV up to 1 GiB, or an Excel workbook up to
   * 32 MiB. Answers how it is read, and a mapping to agree to.
   */
  @Post('imports')
  @Allow('sales_ops', 'admin')
  @ApiConsumes('text/csv', 'application/octet-stream')
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @ApiCreatedResponse({ type: ImportView })
  async upload(
    @Query() query: UploadQuery,
    @Req() request: FastifyRequest & ActorRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ImportView> {
    const { body, headers, actor } = request;
    if (!isStream(body))
      throw new ImportBodyInvalid('Send the file as the body, as text/csv or application/octet-stream.');
    if (Number(headers['content-length']) > LARGEST_FILE) {
      // the rest is not worth reading
      void reply.header('connection', 'close');
      throw new HttpException('The file is larger than 1 GiB. Cut it into several.', 413);
    }
    await this.limit.count(actor!.id).catch((refused: unknown) => {
      void reply.header('connection', 'close');
      throw refused;
    });
    const { kind, filename, sheet } = query;
    const key = headers['idempotency-key'];
    const facts = { kind, filename, sheet, by: actor!.id, ...formatOf(query) };
    return ImportView.of(
      await this.imports.fromStream(body, {
        ...facts,
        idempotencyKey: typeof key === 'string' ? key.slice(0, 200) : undefined,
      }),
    );
  }

  @Get('imports')
  @Allow('sales_ops', 'admin')
  @ListOfPages(IMPORTS, ImportSummary)
  async list(@Listed(IMPORTS) query: ListQuery): Promise<Page<ImportSummary>> {
    const { items, ...rest } = await page(this.source.getRepository(Import).createQueryBuilder('i'), IMPORTS, query);
    return { items: items.map((file) => ImportSummary.of(file)), ...rest };
  }

  /** Live: how far it has come. */
  @Get('imports/:id')
  @Allow('sales_ops', 'admin')
  @ApiOkResponse({ type: ImportView })
  async get(@Param('id') id: string): Promise<ImportView> {
    return ImportView.of(await this.imports.get(id));
  }

  /** Where the encoding, the delimiter or the header was guessed wrong. The columns are guessed anew. */
  @Put('imports/:id/reading')
  @Allow('sales_ops', 'admin')
  @ApiOkResponse({ type: ImportView })
  read(@Param('id') id: string, @Body() body: ReadingRequest, @Writes() write: Write): Promise<ImportView> {
    return write(async (manager) => ImportView.of(await this.imports.read(manager, id, formatOf(body))));
  }

  @Put('imports/:id/plan')
  @Allow('sales_ops', 'admin')
  @ApiOkResponse({ type: ImportView })
  plan(@Param('id') id: string, @Body() body: PlanRequest, @Writes() write: Write): Promise<ImportView> {
    return write(async (manager) => ImportView.of(await this.imports.plan(manager, id, body)));
  }

  /** All of the work and nothing written: the same counts and refusals. */
  @Post('imports/:id/dry-run')
  @Allow('sales_ops', 'admin')
  @HttpCode(202)
  @ApiAcceptedResponse({ type: ImportView })
  dryRun(@Param('id') id: string, @Writes() write: Write): Promise<ImportView> {
    return write(async (manager) => ImportView.of(await this.imports.start(manager, id, true)));
  }

  @Post('imports/:id/run')
  @Allow('sales_ops', 'admin')
  @HttpCode(202)
  @ApiAcceptedResponse({ type: ImportView })
  run(@Param('id') id: string, @Writes() write: Write): Promise<ImportView> {
    return write(async (manager) => ImportView.of(await this.imports.start(manager, id, false)));
  }

  /**
   * Removes what the import created where nothing uses it, restores what it overwrote where that is unchanged since;
   * `changes` lists what stays.
   */
  @Post('imports/:id/undo')
  @Allow('sales_ops', 'admin')
  @HttpCode(202)
  @ApiAcceptedResponse({ type: ImportView })
  undo(@Param('id') id: string, @Writes() write: Write): Promise<ImportView> {
    return write(async (manager) => ImportView.of(await this.imports.undo(manager, id)));
  }

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

  /** Fields that stayed empty in rows that went in. */
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
