import { Body, Controller, Get, HttpCode, Param, Post, Req } from '@nestjs/common';
import { ApiConsumes, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import { MAIL_KINDS, MAIL_SUBJECTS } from '../../../libs/mail/index.js';
import { DISPOSITIONS } from '../../../libs/plays/index.js';
import {
  Allow,
  Flag,
  Id,
  Instant,
  Invalid,
  Listed,
  ListOfPages,
  OneOf,
  OrSigned,
  page,
  Text,
  Writes,
  type ActorRequest,
  type Listing,
  type ListQuery,
  type Page,
  type Write,
} from '../../platform/index.js';
import { Arrivals, InboundMailNotFound, type InboundArrival } from './arrivals.js';
import { AUTHENTICATIONS } from './authentication/authentication.js';
import { INBOUND_STATES, InboundMail, MATCHED_BY, VERIFIED_BY } from './inbound-mail.entity.js';

class NoMail extends Invalid {}

class ArrivalView {
  @Id() id: string;
  @OneOf(INBOUND_STATES) state: string;
  @Flag({ description: 'it had come before, and nothing was done now' }) repeated: boolean;
}

class InboundMailView {
  @Id() id: string;
  @Text({ nullable: true, example: '<abc@mail.example.com>' }) messageId: string | null;
  @Text({ nullable: true, example: 'maria.anders@example.com' }) sender: string | null;
  @Text() subject: string;
  @OneOf(MAIL_KINDS) kind: string;
  @OneOf(INBOUND_STATES) state: string;
  @Id({ nullable: true }) mailboxId: string | null;
  @Id({ nullable: true, description: 'the message of ours that it answers or is about' }) dispatchId: string | null;
  @Id({ nullable: true }) enrolmentId: string | null;
  @Id({ nullable: true }) contactId: string | null;
  @OneOf(MATCHED_BY, { nullable: true }) matchedBy: string | null;
  @Flag({ description: 'several would have fitted: the latest was taken' }) guessed: boolean;
  @OneOf(VERIFIED_BY, { nullable: true, description: 'what shows that it comes from whom it is matched to' })
  verifiedBy: string | null;
  @OneOf(AUTHENTICATIONS, { nullable: true, description: 'whether the domain in From stands behind it' })
  authentication: string | null;
  @Text({ nullable: true, example: 'dkim=pass header.d=example.com' }) authenticationEvidence: string | null;
  @OneOf(['hard', 'soft', 'policy'], { nullable: true }) bounceClass: string | null;
  @OneOf(MAIL_SUBJECTS, { nullable: true, description: 'whom it is about; null: read before this was judged' })
  about: string | null;
  @OneOf(['certain', 'likely', 'unclear'], { nullable: true }) certainty: string | null;
  @Text({ nullable: true, description: 'what shows it' }) evidence: string | null;
  @Text({ nullable: true, example: '2027-01-04', description: 'of a contact who is out of office' }) returnDate:
    | string
    | null;
  @Text({ nullable: true, lines: true, description: 'the person’s own words' }) replyText: string | null;
  @OneOf(DISPOSITIONS, { nullable: true }) proposedDisposition: string | null;
  @Text({ nullable: true, lines: true, description: 'the whole text' }) text: string | null;
  @Flag({
    description:
      'false: it is not kept as it came: beyond a megabyte only headers and text were, and after mailsKeptDays nothing is',
  })
  whole: boolean;
  @Text({ nullable: true, description: 'why it could not be carried out yet' }) error: string | null;
  @Instant() receivedAt: Date;
  @Instant({ nullable: true }) handledAt: Date | null;
  @Text({ nullable: true }) handledBy: string | null;
  @Text({ nullable: true }) dismissalReason: string | null;

  static of(mail: InboundMail): InboundMailView {
    const { about = null, certainty = null, evidence = null } = mail.reading ?? {};
    return { ...mail, about, certainty, evidence };
  }
}

class NewMatch {
  @Id({ description: 'whose mail it is' }) enrolmentId: string;
}

class Dismissal {
  @Text({ max: 500, example: 'A newsletter.' }) reason: string;
}

const MAILS: Listing = {
  id: 'm.id',
  defaultSort: '-receivedAt',
  sorts: { receivedAt: { column: 'm.receivedAt', kind: 'instant', of: (mail: InboundMail) => mail.receivedAt } },
  filters: {
    state: { column: 'm.state', kind: 'text', values: INBOUND_STATES },
    kind: { column: 'm.kind', kind: 'text', values: MAIL_KINDS },
    bounceClass: { column: 'm.bounceClass', kind: 'text', values: ['hard', 'soft', 'policy'] },
    guessed: { column: 'm.guessed', kind: 'flag' },
    verifiedBy: { column: 'm.verifiedBy', kind: 'text', values: VERIFIED_BY },
    authentication: { column: 'm.authentication', kind: 'text', values: AUTHENTICATIONS },
    matchedBy: { column: 'm.matchedBy', kind: 'text', values: MATCHED_BY },
    sender: { column: 'm.sender', kind: 'text' },
    messageId: { column: 'm.messageId', kind: 'text' },
    mailboxId: { column: 'm.mailboxId', kind: 'id' },
    enrolmentId: { column: 'm.enrolmentId', kind: 'id' },
    dispatchId: { column: 'm.dispatchId', kind: 'id' },
    contactId: { column: 'm.contactId', kind: 'id' },
    receivedAt: { column: 'm.receivedAt', kind: 'instant' },
  },
  search: ['m.subject', 'm.sender', 'm.text'],
};

@ApiTags('channels')
@Controller('inbound-mails')
export class InboundMailsController {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly arrivals: Arrivals,
  ) {}

  /** Mail that came in. A mail without a match waits here for a person: `?state=unmatched`. */
  @Get()
  @Allow('admin', 'sales_ops', 'manager')
  @ListOfPages(MAILS, InboundMailView)
  async list(@Listed(MAILS) query: ListQuery): Promise<Page<InboundMailView>> {
    const { items, ...rest } = await page(this.source.getRepository(InboundMail).createQueryBuilder('m'), MAILS, query);
    return { items: items.map((mail) => InboundMailView.of(mail)), ...rest };
  }

  @Get(':id')
  @Allow('admin', 'sales_ops', 'manager')
  @ApiOkResponse({ type: InboundMailView })
  get(@Param('id') id: string): Promise<InboundMailView> {
    return this.view(id);
  }

  /**
   * A raw mail, from the mail server that receives for us: signed under INBOUND_SECRET (Standard Webhooks), or by a
   * signed-in user. The same mail again answers with what it became.
   */
  @Post()
  @Allow('admin', 'sales_ops')
  @OrSigned('inbound')
  @HttpCode(200)
  @ApiConsumes('message/rfc822')
  @ApiOkResponse({ type: ArrivalView })
  async take(@Req() request: FastifyRequest & ActorRequest): Promise<InboundArrival> {
    const { body, actor } = request;
    if (!Buffer.isBuffer(body) || body.toString('latin1').trim() === '')
      throw new NoMail('Send the raw mail as the body, with content-type message/rfc822.');
    return this.arrivals.take(body, actor!.id);
  }

  /** A user assigns it to a contact: it is processed as if it had been matched. */
  @Post(':id/match')
  @Allow('admin', 'sales_ops', 'manager')
  @HttpCode(200)
  @ApiOkResponse({ type: InboundMailView })
  async match(
    @Param('id') id: string,
    @Body() { enrolmentId }: NewMatch,
    @Writes() write: Write,
  ): Promise<InboundMailView> {
    await write((manager) => this.arrivals.match(manager, id, enrolmentId, write.actor.id));
    return this.view(id);
  }

  /** Nothing is to be done about it; it stays on record with the reason. */
  @Post(':id/dismissal')
  @Allow('admin', 'sales_ops', 'manager')
  @HttpCode(200)
  @ApiOkResponse({ type: InboundMailView })
  async dismiss(
    @Param('id') id: string,
    @Body() { reason }: Dismissal,
    @Writes() write: Write,
  ): Promise<InboundMailView> {
    await write((manager) => this.arrivals.dismiss(manager, id, reason, write.actor.id));
    return this.view(id);
  }

  private async view(id: string): Promise<InboundMailView> {
    const mail = await this.source.getRepository(InboundMail).findOneBy({ id });
    if (!mail) throw new InboundMailNotFound('There is no such mail.');
    return InboundMailView.of(mail);
  }
}
