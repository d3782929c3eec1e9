import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, Writes, type Write } from '../../platform/index.js';
import { Contacts } from '../contacts/contacts.js';
import { ContactMerges } from './contact-merges.js';
import { MergePreviewView, MergesView, MergeView, NewContactMerge, shownPreview } from './merge.view.js';

@ApiTags('accounts')
@Controller()
export class ContactMergesController {
  constructor(
    private readonly contacts: Contacts,
    private readonly merges: ContactMerges,
  ) {}

  /** What was merged into the contact, or what it was merged into, the latest first. */
  @Get('contacts/:id/merges')
  @Allow('everyone')
  @ApiOkResponse({ type: MergesView })
  async list(@Param('id') id: string): Promise<MergesView> {
    await this.contacts.get(id);
    return { items: await this.merges.of(id), nextCursor: null };
  }

  /** What a merge would move, which values differ, and which are kept. Nothing is written. */
  @Post('contacts/:id/merge-previews')
  @Allow('sales_ops')
  @HttpCode(200)
  @ApiOkResponse({ type: MergePreviewView })
  preview(@Param('id') id: string, @Body() body: NewContactMerge, @Writes() write: Write): Promise<MergePreviewView> {
    return write(async (manager) =>
      shownPreview(await this.merges.preview(manager, id, body.otherId, body.take ?? [], write.actor.id)),
    );
  }

  /**
   * The other record becomes part of this contact, with its history, enrolments, roles, consents and suppressions. Its
   * id leads here from then on. Can be undone for 30 days.
   */
  @Post('contacts/:id/merges')
  @Allow('sales_ops')
  @ApiCreatedResponse({ type: MergeView })
  async merge(@Param('id') id: string, @Body() body: NewContactMerge, @Writes() write: Write): Promise<MergeView> {
    const made = await write((manager) =>
      this.merges.merge(manager, id, body.otherId, body.take ?? [], write.actor.id),
    );
    return this.one(id, made.id);
  }

  /** Takes the two apart; what changed since stays with the surviving contact, and suppressions with both. */
  @Post('contacts/:id/merges/:mergeId/undo')
  @Allow('sales_ops')
  @HttpCode(200)
  @ApiOkResponse({ type: MergeView })
  async undo(@Param('id') id: string, @Param('mergeId') mergeId: string, @Writes() write: Write): Promise<MergeView> {
    await write((manager) => this.merges.undo(manager, id, mergeId));
    return this.one(id, mergeId);
  }

  private async one(contactId: string, id: string): Promise<MergeView> {
    return (await this.merges.of(contactId)).find((merge) => merge.id === id)!;
  }
}
