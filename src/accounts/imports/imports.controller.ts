import { Body, Controller, Get, HttpCode, HttpException, Param, Post, Put, Query, Req, Res } from '@nestjs/common';
import { ApiAcceptedResponse, ApiBody, ApiConsumes, ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
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
import { Import, IMPORT_KINDS, IMPORT_STATES } from './import.entity.js';
import {
  DELIMITER_NAMES,
  ImportFieldsView,
  ImportSummary,
  ImportView,
  PlanRequest,
  ReadingRequest,
} from './import.view.js';
import { Imports } from './imports.js';
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
}
