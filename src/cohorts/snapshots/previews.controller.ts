import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { ROLES, type Role } from '../../../libs/plays/index.js';
import {
  Allow,
  Id,
  Json,
  Listed,
  ListOfPages,
  SomeOf,
  Text,
  Whole,
  type Listing,
  type ListQuery,
  type Page,
} from '../../platform/index.js';
import { RULE_EXAMPLE } from '../cohort.view.js';
import { ExcludedOrganizationView, ExcludedPersonView, PreviewView } from './preview.view.js';
import { Previews } from './previews.js';
import { EXCLUSION_REASONS, PERSON_REASONS } from './snapshot.entity.js';

class PreviewTerms {
  @Json({ optional: true, example: RULE_EXAMPLE, description: 'left out: the version’s' }) rule?: Record<
    string,
    unknown
  >;
  @SomeOf(ROLES, { optional: true, min: 1, description: 'left out: the version’s' }) requiredRoles?: Role[];
  @Id({ optional: true }) versionId?: string;
  @Whole({ optional: true, max: 50, description: 'left out: what the size suggests' }) holdOutPercent?: number;
  @Text({ optional: true, min: 1, max: 100 }) seed?: string;
}

const excludedFor = (reasons: readonly string[]): Listing => ({
  id: 'id',
  defaultSort: 'id',
  sorts: { id: { column: 'id', kind: 'text', of: ({ id }: { id: string }) => id } },
  filters: { reason: { column: 'reason', kind: 'text', values: reasons } },
});
const ORGANIZATIONS = excludedFor(EXCLUSION_REASONS);
const PEOPLE = excludedFor(PERSON_REASONS);

@ApiTags('cohorts')
@Controller()
@Allow('sales_ops', 'executive', 'manager', 'admin')
export class CohortPreviewsController {
  constructor(private readonly previews: Previews) {}

  /** What a cohort with these terms would be. Nothing is kept. */
  @Post('cohort-previews')
  @HttpCode(200)
  @ApiOkResponse({ type: PreviewView })
  preview(@Body() terms: PreviewTerms): Promise<PreviewView> {
    return this.previews.ofTerms(terms);
  }

  @Get('cohorts/:id/preview')
  @ApiOkResponse({ type: PreviewView })
  previewOf(@Param('id') id: string): Promise<PreviewView> {
    return this.previews.ofCohort(id);
  }

  @Get('cohorts/:id/excluded-organizations')
  @ListOfPages(ORGANIZATIONS, ExcludedOrganizationView)
  organizations(
    @Param('id') id: string,
    @Listed(ORGANIZATIONS) query: ListQuery,
  ): Promise<Page<ExcludedOrganizationView>> {
    return this.previews.excludedOrganizations(id, query);
  }

  @Get('cohorts/:id/excluded-contacts')
  @ListOfPages(PEOPLE, ExcludedPersonView)
  people(@Param('id') id: string, @Listed(PEOPLE) query: ListQuery): Promise<Page<ExcludedPersonView>> {
    return this.previews.excludedPeople(id, query);
  }
}
