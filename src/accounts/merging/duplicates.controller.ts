import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, Id, Invalid, Text, Writes, type Write } from '../../platform/index.js';
import { Duplicates } from './duplicates.js';
import { DuplicatesView } from './merge.view.js';

class DuplicatesQuery {
  @Text({ optional: true, max: 200, description: 'nextCursor of the page before' }) cursor?: string;
}

class DuplicateDismissal {
  @Id() contactId: string;
  @Id() otherId: string;
}

class DuplicateCursorInvalid extends Invalid {}

const PAGE = 50;
const CURSOR = /^(\d{1,3})\.([0-9a-f-]{36})\.([0-9a-f-]{36})$/;

/** Contacts that are likely one person; found in the background. */
@ApiTags('accounts')
@Controller('contact-duplicates')
@Allow('sales_ops', 'admin')
export class DuplicatesController {
  constructor(private readonly duplicates: Duplicates) {}

  /** The likeliest first, 50 a page. */
  @Get()
  @ApiOkResponse({ type: DuplicatesView })
  async list(@Query() { cursor }: DuplicatesQuery): Promise<DuplicatesView> {
    const [whole, score, contactId, otherId] = CURSOR.exec(cursor ?? '') ?? [];
    if (cursor !== undefined && !whole) throw new DuplicateCursorInvalid('Take the cursor from the page before.');
    const after = whole ? { score: Number(score), contactId: contactId!, otherId: otherId! } : null;
    const items = await this.duplicates.open(PAGE, after);
    const last = items.length === PAGE ? items.at(-1)! : null;
    return { items, nextCursor: last && `${last.score}.${last.contactId}.${last.otherId}` };
  }

  /** They are two people: they are not listed again. */
  @Post('dismissals')
  @Allow('sales_ops')
  @HttpCode(204)
  dismiss(@Body() { contactId, otherId }: DuplicateDismissal, @Writes() write: Write): Promise<void> {
    return write((manager) => this.duplicates.dismiss(manager, contactId, otherId, write.actor.id));
  }
}
