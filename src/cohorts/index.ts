export { Additions, type OpenCohort } from './additions.js';
export { CohortsModule } from './cohorts.module.js';
export { FieldCatalogue } from './field-catalogue.js';
export { Overlaps } from './overlaps.js';
export { RuleBook, RuleInvalid, type ReadRule } from './rule-book.js';
export { Snapshot, SnapshotMember, SnapshotPerson, type MemberReason, type PersonReason } from './snapshot.entity.js';
export { EmptyCohort, Snapshots } from './snapshots.js';
