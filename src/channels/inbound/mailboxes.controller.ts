import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FastifyReply } from 'fastify';
import type { DataSource } from 'typeorm';
import {
  Allow,
  Flag,
  HOST_NAME,
  Id,
  IfMatch,
  Instant,
  Listed,
  ListOfPages,
  OneOf,
  page,
  Text,
  Whole,
  withRevision,
  Writes,
  type Listing,
  type ListQuery,
  type Page,
  type Write,
} from '../../platform/index.js';
import { Mailbox, MAILBOX_STATES, TLS, type MailboxState, type Tls } from './mailbox.entity.js';
import { Mailboxes, type Checked } from './mailboxes.js';

const TRUSTED = {
  optional: true,
  nullable: true,
  max: 253,
  pattern: HOST_NAME,
  example: 'mx.example.com',
  description:
    'the authserv-id that your own mail server writes into Authentication-Results: its word on a sender is taken; only for a server that takes such fields out of mail from outside. Left out: signatures are checked here',
} as const;

class NewMailbox {
  @Text({ max: 100, example: 'Replies' }) name: string;
  @Text({ max: 253, pattern: HOST_NAME, example: 'imap.example.com' }) host: string;
  @Whole({ min: 1, max: 65_535, example: 993 }) port: number;
  @OneOf(TLS, { optional: true, description: 'implicit by default; none only on a private network' })
  tls?: Tls;
  @Text({ max: 320, example: 'replies@example.com' }) username: string;
  @Text({ max: 500, description: 'kept sealed, and never shown' }) password: string;
  @Text({ optional: true, max: 200, example: 'INBOX' }) folder?: string;
  @Text(TRUSTED) trustedAuthservId?: string | null;
  @Flag({ optional: true }) active?: boolean;
}

class MailboxChange {
  @Text({ optional: true, min: 1, max: 100 }) name?: string;
  @Text({ optional: true, max: 253, pattern: HOST_NAME }) host?: string;
  @Whole({ optional: true, min: 1, max: 65_535 }) port?: number;
  @OneOf(TLS, { optional: true }) tls?: Tls;
  @Text({ optional: true, min: 1, max: 320 }) username?: string;
  @Text({ optional: true, min: 1, max: 500, description: 'needed again where host, port, tls or username change' })
  password?: string;
  @Text({ optional: true, min: 1, max: 200 }) folder?: string;
  @Text(TRUSTED) trustedAuthservId?: string | null;
  @Flag({ optional: true, description: 'false: it is not read' }) active?: boolean;
}

class MailboxView {
  @Id() id: string;
  @Text({ example: 'Replies' }) name: string;
  @Text({ example: 'imap.example.com' }) host: string;
  @Whole({ example: 993 }) port: number;
  @OneOf(TLS) tls: Tls;
  @Text({ example: 'replies@example.com' }) username: string;
  @Text({ example: 'INBOX' }) folder: string;
  @Text({ nullable: true, example: 'mx.example.com' }) trustedAuthservId: string | null;
  @Flag() active: boolean;
  @OneOf(MAILBOX_STATES) state: MailboxState;
  @Text({ nullable: true, example: 'there is no such host.' }) lastError: string | null;
  @Instant({ nullable: true, description: 'when it was last read, or tried' }) checkedAt: Date | null;
  @Text({ description: 'UID of the last mail that was taken', example: '4711' }) lastUid: string;
  @Whole() revision: number;
  @Instant() createdAt: Date;
  @Instant() updatedAt: Date;

  static of(mailbox: Mailbox): MailboxView {
    return mailbox;
  }
}

class CheckView {
  @Flag() works: boolean;
  @Whole({ nullable: true, description: 'mails in the folder' }) messages: number | null;
  @Text({ nullable: true, example: 'The server refuses the user or the password.' }) problem: string | null;
}

const MAILBOXES: Listing = {
  id: 'm.id',
  defaultSort: 'name',
  sorts: { name: { column: 'm.name', kind: 'text', of: (mailbox: Mailbox) => mailbox.name } },
  filters: {
    state: { column: 'm.state', kind: 'text', values: MAILBOX_STATES },
    active: { column: 'm.active', kind: 'flag' },
  },
};

@ApiTags('channels')
@Allow('admin')
@Controller('mailboxes')
export class MailboxesController {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly mailboxes: Mailboxes,
  ) {}

  /** Mailboxes that are read over IMAP, and how each of them fares. */
  @Get()
  @ListOfPages(MAILBOXES, MailboxView)
  async list(@Listed(MAILBOXES) query: ListQuery): Promise<Page<MailboxView>> {
    const found = this.source.getRepository(Mailbox).createQueryBuilder('m');
    const { items, ...rest } = await page(found, MAILBOXES, query);
    return { items: items.map((mailbox) => MailboxView.of(mailbox)), ...rest };
  }

  @Get(':id')
  @ApiOkResponse({ type: MailboxView })
  async get(@Param('id') id: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<MailboxView> {
    return withRevision(reply, MailboxView.of(await this.mailboxes.get(id)));
  }

  /** From now on a worker listens to it. Try it first: POST …/check. */
  @Post()
  @ApiCreatedResponse({ type: MailboxView })
  create(@Body() body: NewMailbox, @Writes() write: Write): Promise<MailboxView> {
    const { tls = 'implicit', folder = 'INBOX', active = true, trustedAuthservId = null } = body;
    const facts = { ...body, tls, folder, active, trustedAuthservId };
    return write(async (manager) => MailboxView.of(await this.mailboxes.create(manager, facts, write.actor.id)));
  }

  @Patch(':id')
  @ApiOkResponse({ type: MailboxView })
  async change(
    @Param('id') id: string,
    @IfMatch() read: number,
    @Body() body: MailboxChange,
    @Writes() write: Write,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MailboxView> {
    const changed = await write(async (manager) => this.mailboxes.change(manager, id, read, body));
    return withRevision(reply, MailboxView.of(changed));
  }

  /** Connects, signs in and opens the folder, and reports the result. */
  @Post(':id/check')
  @HttpCode(200)
  @ApiOkResponse({ type: CheckView })
  check(@Param('id') id: string): Promise<Checked> {
    return this.mailboxes.check(id);
  }

  /** Removes a mailbox through which no mail came yet; another one is switched off instead. */
  @Delete(':id')
  @HttpCode(204)
  @ApiNoContentResponse()
  remove(@Param('id') id: string, @Writes() write: Write): Promise<void> {
    return write((manager) => this.mailboxes.remove(manager, id));
  }
}
