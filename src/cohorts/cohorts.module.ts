import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccountsModule } from '../accounts/index.js';
import { PropositionsModule } from '../propositions/index.js';
import { Additions } from './additions.js';
import { Cohort } from './cohort.entity.js';
import { Cohorts } from './cohorts.js';
import { CohortsController } from './cohorts.controller.js';
import { FieldCatalogue } from './field-catalogue.js';
import { Layout } from './layout.js';
import { Overlaps } from './overlaps.js';
import { Previews } from './previews.js';
import { PreviewsController } from './previews.controller.js';
import { RuleBook } from './rule-book.js';
import { RulesController } from './rules.controller.js';
import { Snapshot, SnapshotMember, SnapshotPerson } from './snapshot.entity.js';
import { Snapshots } from './snapshots.js';
import { SnapshotsController } from './snapshots.controller.js';

@Module({
  imports: [
    AccountsModule,
    PropositionsModule,
    TypeOrmModule.forFeature([Cohort, Snapshot, SnapshotMember, SnapshotPerson]),
  ],
  controllers: [CohortsController, PreviewsController, RulesController, SnapshotsController],
  providers: [FieldCatalogue, Overlaps, RuleBook, Layout, Cohorts, Additions, Previews, Snapshots],
  exports: [Additions, FieldCatalogue, Overlaps, Snapshots],
})
export class CohortsModule {}
