export { Additions, type OpenCohort } from './additions.js';
export { CohortsModule } from './cohorts.module.js';
export { FieldCatalogue } from './rules/field-catalogue.js';
export { Overlaps } from './snapshots/overlaps.js';
export { RuleBook, RuleInvalid, type ReadRule } from './rules/rule-book.js';
export {
  Snapshot,
  SnapshotOrganization,
  SnapshotContact,
  type ExclusionReason,
  type PersonReason,
} from './snapshots/snapshot.entity.js';
export { EmptyCohort, Snapshots } from './snapshots/snapshots.js';
