import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { assertNotMerged } from '../../accounts/index.js';
import { Allow, Id, Instant, ListOf, row, Text, Writes, type Write } from '../../platform/index.js';
import { OrganizationNotFound, Ownerships, type OwnershipChange } from './ownerships.js';

class Reassignment {
  @Id() repId: string;
  @Text({ example: 'Nancy moves to another region' }) reason: string;
}

class OwnershipChangeView {
  @Id({ nullable: true }) fromRep: string | null;
  @Id() toRep: string;
  @Text() reason: string;
  @Id() changedBy: string;
  @Instant() changedAt: Date;
}

class OwnershipView {
  @Id() organizationId: string;
  @Id({ nullable: true }) repId: string | null;
  @ListOf(() => OwnershipChangeView, { description: 'latest first' }) history: OwnershipChange[];
}

@ApiTags('work')
@Controller('organizations/:id/ownership')
export class OwnershipsController {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly ownerships: Ownerships,
  ) {}

  @Get()
  @Allow('everyone')
  @ApiOkResponse({ type: OwnershipView })
  get(@Param('id') id: string): Promise<OwnershipView> {
    return this.view(this.source.manager, id);
  }

  /** Gives the organization to another rep, with its open tasks and its history. */
  @Post()
  @Allow('manager', 'sales_ops', 'admin')
  @HttpCode(200)
  @ApiOkResponse({ type: OwnershipView })
  reassign(@Param('id') id: string, @Body() body: Reassignment, @Writes() write: Write): Promise<OwnershipView> {
    return write(async (manager) => {
      if (!(await row(manager, 'SELECT id FROM organization WHERE id = $1', [id])))
        throw new OrganizationNotFound('There is no such organization.');
      await assertNotMerged(manager, id);
      await this.ownerships.reassign(manager, [id], { ...body, changedBy: write.actor.id });
      return this.view(manager, id);
    });
  }

  private async view(manager: EntityManager, organizationId: string): Promise<OwnershipView> {
    return {
      organizationId,
      repId: await this.ownerships.ownerOf(manager, organizationId),
      history: await this.ownerships.history(manager, organizationId),
    };
  }
}
