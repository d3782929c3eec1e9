import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, Id, Text, Writes, type Write } from '../../platform/index.js';
import { Duplicates } from './duplicates.js';
import { DuplicatesView, OrganizationDuplicatesView } from './merge.view.js';
import { OrganizationDuplicates } from './organization-duplicates.js';

class DuplicatesQuery {
  @Text({ optional: true, max: 200, description: 'nextCursor of the page before' }) cursor?: string;
}

class DuplicateDismissal {
  @Id() contactId: string;
  @Id() otherId: string;
}

class OrganizationDuplicateDismissal {
  @Id() organizationId: string;
  @Id() otherId: string;
}

/** Contacts that are likely one person; found in the background. */
@ApiTags('accounts')
@Controller('contact-duplicates')
@Allow('sales_ops', 'admin')
export class DuplicatesController {
  constructor(private readonly duplicates: Duplicates) {}

  /** The likeliest first, 50 a page. */
  @Get()
  @ApiOkResponse({ type: DuplicatesView })
  list(@Query() { cursor }: DuplicatesQuery): Promise<DuplicatesView> {
    return this.duplicates.page(cursor);
  }

  /** They are two people: they are not listed again. */
  @Post('dismissals')
  @Allow('sales_ops')
  @HttpCode(204)
  dismiss(@Body() { contactId, otherId }: DuplicateDismissal, @Writes() write: Write): Promise<void> {
    return write((manager) => this.duplicates.dismiss(manager, contactId, otherId, write.actor.id));
  }
}

/** Organizations that are likely the same; found in the background. */
@ApiTags('accounts')
@Controller('organization-duplicates')
@Allow('sales_ops', 'admin')
export class OrganizationDuplicatesController {
  constructor(private readonly duplicates: OrganizationDuplicates) {}

  /** The likeliest first, 50 a page. */
  @Get()
  @ApiOkResponse({ type: OrganizationDuplicatesView })
  list(@Query() { cursor }: DuplicatesQuery): Promise<OrganizationDuplicatesView> {
    return this.duplicates.page(cursor);
  }

  /** They are two organizations: they are not listed again. */
  @Post('dismissals')
  @Allow('sales_ops')
  @HttpCode(204)
  dismiss(@Body() { organizationId, otherId }: OrganizationDuplicateDismissal, @Writes() write: Write): Promise<void> {
    return write((manager) => this.duplicates.dismiss(manager, organizationId, otherId, write.actor.id));
  }
}
