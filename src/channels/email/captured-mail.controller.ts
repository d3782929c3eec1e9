import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import {
  Allow,
  Email,
  Instant,
  Json,
  Listed,
  ListOfPages,
  page,
  Text,
  type Listing,
  type ListQuery,
  type Page,
} from '../../platform/index.js';
import { CapturedMail } from './captured-mail.entity.js';

class CapturedMailView {
  @Text({ example: '17' }) id: string;
  @Text({ example: '<0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b@northwind.example>' }) messageId: string;
  @Email() sender: string;
  @Email() recipient: string;
  @Text() subject: string;
  @Text({ lines: true }) text: string;
  @Text({ lines: true, nullable: true }) html: string | null;
  @Text({ nullable: true, description: 'where a bounce goes' }) envelopeFrom: string | null;
  @Json() headers: Record<string, string>;
  @Instant() capturedAt: Date;
}

const MAILS: Listing = {
  id: 'm.id',
  defaultSort: '-id',
  sorts: { id: { column: 'm.id', kind: 'number', of: (mail: CapturedMail) => mail.id } },
  filters: { recipient: { column: 'm.recipient', kind: 'text' }, messageId: { column: 'm.messageId', kind: 'text' } },
  search: ['m.recipient', 'm.subject'],
};

@ApiTags('channels')
@Controller('captured-mails')
export class CapturedMailController {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  /** Mail that would have left, were SMTP_URL set. */
  @Get()
  @Allow('admin', 'sales_ops')
  @ListOfPages(MAILS, CapturedMailView)
  list(@Listed(MAILS) query: ListQuery): Promise<Page<CapturedMailView>> {
    return page(this.source.getRepository(CapturedMail).createQueryBuilder('m'), MAILS, query);
  }
}
