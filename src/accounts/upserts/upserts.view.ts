import { ROLES, type Role } from '../../../libs/plays/index.js';
import { Id, ListOf, Nested, OneOf, SomeOf, Text, Whole, type FieldProblem } from '../../platform/index.js';
import { ContactChange } from '../contacts/contact.view.js';
import { OrganizationChange } from '../organizations/organization.view.js';

export const OUTCOMES = ['created', 'updated', 'unchanged', 'refused'] as const;
const LARGEST_BATCH = 500;

export class EmployerReference {
  @Text({ max: 200, example: 'ALFKI', description: 'the organization’s id in your own system' }) externalId: string;
}

export class ContactUpsert extends ContactChange {
  @Nested(() => EmployerReference, { optional: true, description: 'where the person works now, and nowhere else' })
  organization?: EmployerReference;
  @Text({ optional: true, nullable: true, example: 'Sales Representative' }) title?: string | null;
  @Text({ optional: true, nullable: true }) department?: string | null;
  @SomeOf(ROLES, {
    optional: true,
    example: ['decision_maker'],
    description: 'added to those that the person has there',
  })
  roles?: Role[];
}

export class OrganizationItem extends OrganizationChange {
  @Text({ max: 200, min: 1, example: 'ALFKI', description: 'the id in your own system' }) declare externalId: string;
}

export class ContactItem extends ContactUpsert {
  @Text({ max: 200, min: 1, example: 'C-1001', description: 'the id in your own system' }) declare externalId: string;
}

export class NewOrganizationBatch {
  @ListOf(() => OrganizationItem, { min: 1, max: LARGEST_BATCH }) items: OrganizationItem[];
}

export class NewContactBatch {
  @ListOf(() => ContactItem, { min: 1, max: LARGEST_BATCH }) items: ContactItem[];
}

export class ItemProblemView implements FieldProblem {
  @Text({ example: 'attributes.fleet' }) field: string;
  @Text({ example: 'unknown_attribute' }) code: string;
  @Text() message: string;
}

export class ItemView {
  @Text({ example: 'ALFKI' }) externalId: string;
  @OneOf(OUTCOMES) outcome: (typeof OUTCOMES)[number];
  @Id({ nullable: true, description: 'null where it was refused' }) id: string | null;
  @Text({ nullable: true, example: 'attribute_not_found', description: 'why it was refused' }) code: string | null;
  @Text({ nullable: true }) message: string | null;
  @ListOf(() => ItemProblemView) errors: ItemProblemView[];
}

export class BatchView {
  @Whole({ example: 1 }) created: number;
  @Whole() updated: number;
  @Whole() unchanged: number;
  @Whole() refused: number;
  @ListOf(() => ItemView, { max: LARGEST_BATCH, description: 'in the order of the request' }) items: ItemView[];
}
