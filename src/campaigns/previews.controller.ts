import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, Id, Text } from '../platform/index.js';
import { Mails } from './mails.js';

class PreviewRequest {
  @Text({ max: 40, example: 'intro' }) stepKey: string;
  @Id() contactId: string;
}

class MailPreview {
  @Text({ example: 'Nancy Davolio <nancy@northwind.example>' }) from: string;
  @Text({ example: 'economic_buyer' }) role: string;
  @Text() subject: string;
  @Text({ lines: true }) text: string;
  @Text({ lines: true, nullable: true, description: 'show it in a sandboxed frame only' }) html: string | null;
}

@ApiTags('campaigns')
@Controller('campaigns/:id/mail-previews')
export class PreviewsController {
  constructor(private readonly mails: Mails) {}

  /** The mail of one step as this very person would get it. Nothing is sent. */
  @Post()
  @Allow('sales_ops', 'executive', 'manager', 'rep')
  @HttpCode(200)
  @ApiOkResponse({ type: MailPreview })
  async show(@Param('id') id: string, @Body() { stepKey, contactId }: PreviewRequest): Promise<MailPreview> {
    const { from, role, subject, text, html } = await this.mails.preview(id, stepKey, contactId);
    return { from: `${from.name} <${from.address}>`, role, subject, text, html };
  }
}
