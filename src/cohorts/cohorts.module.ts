import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccountsModule } from '../accounts/index.js';
import { PropositionsModule } from '../propositions/index.js';
import { Additions } from './additions.js';
import { Cohort } from './cohort.entity.js';
import { Cohorts } from './cohorts.js';
import { CohortsController } from './cohorts.controller.js';
import { AdditionMerging } from './merge-additions.js';
import { FieldCatalogue } from './rules/field-catalogue.js';
import { CohortLayouts } from './snapshots/layout.js';
import { Overlaps } from './snapshots/overlaps.js';
import { Previews } from './snapshots/previews.js';
import { CohortPreviewsController } from './snapshots/previews.controller.js';
import { RuleBook } from './rules/rule-book.js';
import { RulesController } from './rules/rules.controller.js';
import { Snapshot, SnapshotOrganization, SnapshotContact } from './snapshots/snapshot.entity.js';
import { Snapshots } from './snapshots/snapshots.js';
import { SnapshotsController } from './snapshots/snapshots.controller.js';

@Module({
  imports: [
    AccountsModule,
    PropositionsModule,
    TypeOrmModule.forFeature([Cohort, Snapshot, SnapshotOrganization, SnapshotContact]),
  ],
  controllers: [CohortsController, CohortPreviewsController, RulesController, SnapshotsController],
  providers: [
    FieldCatalogue,
    Overlaps,
    RuleBook,
    CohortLayouts,
    Cohorts,
    Additions,
    AdditionMerging,
    Previews,
    Snapshots,
  ],
  exports: [Additions, FieldCatalogue, Overlaps, Snapshots],
})
export class CohortsModule {}
