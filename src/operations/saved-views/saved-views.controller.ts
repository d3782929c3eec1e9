import { Body, Controller, Delete, Get, HttpCode, Param, Post, Req } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, Flag, Id, Json, ListOf, Text, Writes, type ActorRequest, type Write } from '../../platform/index.js';
import type { SavedView } from './saved-view.entity.js';
import { SavedViews } from './saved-views.js';

class NewSavedView {
  @Text({ min: 1, max: 100, example: 'organizations', description: 'which list it is of' }) list: string;
  @Text({ min: 1, max: 100, example: 'Customers in Berlin' }) name: string;
  @Json({ example: { city: 'Berlin', relationship: 'customer' }, description: 'a text for each filter' })
  filters: Record<string, unknown>;
  @Flag({ optional: true, description: 'true: everybody sees it' }) shared?: boolean;
}

class SavedViewView {
  @Id() id: string;
  @Text() list: string;
  @Text() name: string;
  @Json() filters: Record<string, string>;
  @Flag() shared: boolean;
  @Id() ownerId: string;

  static of({ id, list, name, filters, shared, ownerId }: SavedView): SavedViewView {
    return { id, list, name, filters, shared, ownerId };
  }
}

class SavedViewsView {
  @ListOf(() => SavedViewView) items: SavedViewView[];
  @Text({ nullable: true }) nextCursor: null;
}

@ApiTags('identity')
@Controller('saved-views')
@Allow('everyone')
export class SavedViewsController {
  constructor(private readonly views: SavedViews) {}

  /** One's own and the shared views of one list. */
  @Get(':list')
  @ApiOkResponse({ type: SavedViewsView })
  async of(@Param('list') list: string, @Req() { actor }: ActorRequest): Promise<SavedViewsView> {
    const found = await this.views.of(list, actor!.id);
    return { items: found.map((view) => SavedViewView.of(view)), nextCursor: null };
  }

  /** Keeps filters under a name; the same name again replaces them. */
  @Post()
  @ApiCreatedResponse({ type: SavedViewView })
  save(@Body() body: NewSavedView, @Writes() write: Write): Promise<SavedViewView> {
    const view = { ...body, shared: body.shared ?? false };
    return write(async (manager) => SavedViewView.of(await this.views.save(manager, view, write.actor.id)));
  }

  @Delete(':id')
  @HttpCode(204)
  forget(@Param('id') id: string, @Writes() write: Write): Promise<void> {
    return write((manager) => this.views.forget(manager, id, write.actor));
  }
}
