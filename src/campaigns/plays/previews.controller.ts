import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, Id, Text, Texts, Writes, type Write } from '../../platform/index.js';
import { Mails } from './mails.js';
import { MergeFieldsView, StepPreviewRequest } from './play.view.js';
import { readSteps } from './plays.js';
import { MERGE_FIELDS } from './templates.js';

class PreviewRequest {
  @Text({ max: 40, example: 'intro' }) stepKey: string;
  @Id() contactId: string;
}

class StepPreview {
  @Text({ example: 'economic_buyer' }) role: string;
  @Text() subject: string;
  @Text({ lines: true }) text: string;
  @Text({ lines: true, nullable: true, description: 'show it in a sandboxed frame only' }) html: string | null;
  @Texts({
    example: ['contact.title'],
    description: 'merge fields that the mail names and that are empty for this person',
  })
  missing: string[];
}

class MailPreview extends StepPreview {
  @Text({ example: 'Nancy Davolio <nancy@northwind.example>' }) from: string;
}

@ApiTags('campaigns')
@Controller()
export class MailPreviewsController {
  constructor(private readonly mails: Mails) {}

  /** The mail of one step as this very person would get it. Nothing is sent. */
  @Post('campaigns/:id/mail-previews')
  @Allow('sales_ops', 'executive', 'manager', 'rep')
  @HttpCode(200)
  @ApiOkResponse({ type: MailPreview })
  async show(@Param('id') id: string, @Body() { stepKey, contactId }: PreviewRequest): Promise<MailPreview> {
    const { from, role, subject, text, html, missing } = await this.mails.preview(id, stepKey, contactId);
    return { from: `${from.name} <${from.address}>`, role, subject, text, html, missing };
  }

  /**
   * A mail step, saved or not, as this contact would get it from a campaign with this version. The signed-in user is the
   * sender.
   */
  @Post('plays/mail-previews')
  @Allow('sales_ops', 'executive', 'manager', 'rep')
  @HttpCode(200)
  @ApiOkResponse({ type: StepPreview })
  async showStep(
    @Body() { step, versionId, contactId }: StepPreviewRequest,
    @Writes() { actor }: Write,
  ): Promise<StepPreview> {
    return this.mails.previewOf(await readSteps([step]), versionId, contactId, actor.name);
  }

  /** Everything that the mails of a play may name. */
  @Get('merge-fields')
  @Allow('everyone')
  @ApiOkResponse({ type: MergeFieldsView })
  mergeFields(): MergeFieldsView {
    return { items: MERGE_FIELDS };
  }
}
