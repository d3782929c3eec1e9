import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, Writes, type Write } from '../../platform/index.js';
import { Organizations } from '../organizations/organizations.js';
import { OrganizationMerges } from './organization-merges.js';
import {
  OrganizationMergePreviewView,
  MergesView,
  MergeView,
  NewOrganizationMerge,
  shownPreview,
} from './merge.view.js';

@ApiTags('accounts')
@Controller()
export class OrganizationMergesController {
  constructor(
    private readonly organizations: Organizations,
    private readonly merges: OrganizationMerges,
  ) {}

  /** What was merged into the organization, or what it was merged into, the latest first. */
  @Get('organizations/:id/merges')
  @Allow('everyone')
  @ApiOkResponse({ type: MergesView })
  async list(@Param('id') id: string): Promise<MergesView> {
    await this.organizations.get(id);
    return { items: await this.merges.of(id), nextCursor: null };
  }

  /** What a merge would move, which values differ, and which are kept. Nothing is written. */
  @Post('organizations/:id/merge-previews')
  @Allow('sales_ops')
  @HttpCode(200)
  @ApiOkResponse({ type: OrganizationMergePreviewView })
  preview(
    @Param('id') id: string,
    @Body() body: NewOrganizationMerge,
    @Writes() write: Write,
  ): Promise<OrganizationMergePreviewView> {
    return write(async (manager) =>
      shownPreview(await this.merges.preview(manager, id, body.otherId, body.take ?? [], write.actor.id)),
    );
  }

  /**
   * The other record becomes part of this organization, with its people, roles, history, tasks and suppressions; its
   * enrolments end where both are in a campaign. Its id leads here from then on. Can be undone for 30 days.
   */
  @Post('organizations/:id/merges')
  @Allow('sales_ops')
  @ApiCreatedResponse({ type: MergeView })
  async merge(@Param('id') id: string, @Body() body: NewOrganizationMerge, @Writes() write: Write): Promise<MergeView> {
    const made = await write((manager) =>
      this.merges.merge(manager, id, body.otherId, body.take ?? [], write.actor.id),
    );
    return this.one(id, made.id);
  }

  /** Takes the two apart; what changed since stays with the surviving one, and suppressions with both. */
  @Post('organizations/:id/merges/:mergeId/undo')
  @Allow('sales_ops')
  @HttpCode(200)
  @ApiOkResponse({ type: MergeView })
  async undo(@Param('id') id: string, @Param('mergeId') mergeId: string, @Writes() write: Write): Promise<MergeView> {
    await write((manager) => this.merges.undo(manager, id, mergeId));
    return this.one(id, mergeId);
  }

  private async one(organizationId: string, id: string): Promise<MergeView> {
    return (await this.merges.of(organizationId)).find((merge) => merge.id === id)!;
  }
}
