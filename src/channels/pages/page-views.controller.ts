import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import {
  Allow,
  Day,
  Id,
  Listed,
  ListOfPages,
  OneOf,
  page,
  Text,
  Whole,
  type Listing,
  type ListQuery,
  type Page,
} from '../../platform/index.js';
import { PageView, VIEW_KINDS, type ViewKind } from './page-view.entity.js';

class PageViewView {
  @Id() id: string;
  @Id() propositionId: string;
  @Day() day: string;
  @Text({ min: 0, description: 'the lens that was read; empty: none' }) role: string;
  @OneOf(VIEW_KINDS) kind: ViewKind;
  @Whole({ example: 17 }) views: number;
}

const VIEWS: Listing = {
  id: 'w.id',
  defaultSort: '-day',
  sorts: { day: { column: 'w.day', kind: 'instant', of: (view: PageView) => view.day } },
  filters: {
    day: { column: 'w.day', kind: 'instant' },
    role: { column: 'w.role', kind: 'text' },
    kind: { column: 'w.kind', kind: 'text', values: VIEW_KINDS },
  },
};

@ApiTags('channels')
@Controller('propositions/:id/page-views')
export class PageViewsController {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  /**
   * How often the buyer page was viewed, by day and role: `?kind=person` for people. Visitors are not distinguished.
   */
  @Get()
  @Allow('everyone')
  @ListOfPages(VIEWS, PageViewView)
  list(@Param('id') id: string, @Listed(VIEWS) query: ListQuery): Promise<Page<PageViewView>> {
    const qb = this.source.getRepository(PageView).createQueryBuilder('w').where('w.propositionId = :id', { id });
    return page(qb, VIEWS, query);
  }
}
