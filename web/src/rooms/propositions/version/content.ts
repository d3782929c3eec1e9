import type { Shape } from '../../../api/client';
import { ROLES } from '../../../components/roles';

export type Version = Shape<'VersionView'>;

/** What authors write, section by section, in the order in which one reads it. */
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
export type Field = (typeof SECTIONS)[SectionName][number];
export const FIELDS = Object.values(SECTIONS).flat() as Field[];

export type Content = Pick<Version, Field>;
export const contentOf = (version: Version): Content =>
  Object.fromEntries(FIELDS.map((field) => [field, version[field]])) as Content;

export const EDITABLE = ['draft', 'changes_requested'];
export const READY = ['approved', 'mobilising'];
export const ENDED = ['superseded', 'retired', 'rejected'];

/** Those that a proposition can be written for. */
export const ADDRESSED = ROLES.filter((role) => role !== 'unknown');

/** What the control of a field gets. */
export interface InputOf {
  field: Field;
  content: Content;
  set: (field: Field, value: unknown) => void;
  /** by the place that the API names */
  errors: Record<string, string>;
  disabled: boolean;
}
