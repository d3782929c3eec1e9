import type { Shape } from '../../../api/client';
import { BUYING_ROLES } from '../../../components/forms/buyingRoles';

export type Version = Shape<'VersionView'>;

/** The editable fields by section, in reading order. */
export const SECTIONS = {
  customer: ['customerProblem'],
  promise: ['promise', 'economics'],
  versus: ['versusCompetitors', 'versusNothing'],
  story: ['narrative', 'lenses'],
  claims: ['claims', 'terms'],
  cohort: ['cohortRule', 'cohortRationale', 'requiredRoles'],
  company: ['requiredDepartments', 'salesRoleImpact', 'mustLearn', 'noObjectionsNote'],
} as const satisfies Record<string, readonly (keyof Version)[]>;
export type SectionName = keyof typeof SECTIONS;
export type ContentField = (typeof SECTIONS)[SectionName][number];
export const CONTENT_FIELDS = Object.values(SECTIONS).flat() as ContentField[];

export type Content = Pick<Version, ContentField>;
export const contentOf = (version: Version): Content =>
  Object.fromEntries(CONTENT_FIELDS.map((field) => [field, version[field]])) as Content;

export const EDITABLE = ['draft', 'changes_requested'];
export const READY = ['approved', 'mobilising'];
export const ENDED = ['superseded', 'retired', 'rejected'];

/** roles that a proposition can be written for */
export const ADDRESSABLE_ROLES = BUYING_ROLES.filter((role) => role !== 'unknown');

export interface FieldInputProps {
  field: ContentField;
  content: Content;
  set: (field: ContentField, value: unknown) => void;
  /** errors by field */
  errors: Record<string, string>;
  disabled: boolean;
}
