import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { Allow, Listed, ListOfPages, page, type Listing, type ListQuery, type Page } from '../../platform/index.js';
import { PastInteractionView, PastOpportunityView } from './history.view.js';
import { INTERACTION_KINDS, PAST_OUTCOMES, PastInteraction, PastOpportunity } from './past-records.entity.js';

const SHARED: Listing['filters'] = {
  id: { column: 'p.id', kind: 'id' },
  importId: { column: 'p.importId', kind: 'id' },
  organizationId: { column: 'p.organizationId', kind: 'id' },
  contactId: { column: 'p.contactId', kind: 'id' },
};
const listing = (more: Listing['filters'], search: string[]): Listing => ({
  id: 'p.id',
  defaultSort: '-day',
  sorts: { day: { column: 'p.sortDay', kind: 'number', of: ({ sortDay }: { sortDay: number }) => sortDay } },
  filters: { ...SHARED, ...more },
  search,
});

const INTERACTIONS = listing(
  {
    kind: { column: 'p.kind', kind: 'text', values: INTERACTION_KINDS },
    outcome: { column: 'p.outcome', kind: 'text' },
  },
  ['p.note', 'p.organizationName', 'p.contactName'],
);
const OPPORTUNITIES = listing(
  {
    outcome: { column: 'p.outcome', kind: 'text', values: PAST_OUTCOMES },
    product: { column: 'p.product', kind: 'text' },
  },
  ['p.name', 'p.organizationName', 'p.contactName'],
);

/** What an import of kind history brought: `?organizationId=none&contactId=none` lists what waits to be matched. */
@ApiTags('accounts')
@Controller()
export class HistoryController {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  @Get('past-interactions')
  @Allow('everyone')
  @ListOfPages(INTERACTIONS, PastInteractionView)
  async interactions(@Listed(INTERACTIONS) query: ListQuery): Promise<Page<PastInteractionView>> {
    const found = this.source.getRepository(PastInteraction).createQueryBuilder('p');
    const { items, ...rest } = await page(found, INTERACTIONS, query);
    return { items: items.map((each) => PastInteractionView.of(each)), ...rest };
  }

  @Get('past-opportunities')
  @Allow('everyone')
  @ListOfPages(OPPORTUNITIES, PastOpportunityView)
  async opportunities(@Listed(OPPORTUNITIES) query: ListQuery): Promise<Page<PastOpportunityView>> {
    const found = this.source.getRepository(PastOpportunity).createQueryBuilder('p');
    const { items, ...rest } = await page(found, OPPORTUNITIES, query);
    return { items: items.map((each) => PastOpportunityView.of(each)), ...rest };
  }
}
