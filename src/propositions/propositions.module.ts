import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Approval } from './approval.entity.js';
import { VersionAuthor } from './author.entity.js';
import { Authors } from './authors.js';
import { VersionCitation } from './citation.entity.js';
import { Citations } from './citations.js';
import { VersionComment } from './comment.entity.js';
import { CommentsController } from './comments.controller.js';
import { Commitment } from './commitment.entity.js';
import { CommitmentsController } from './commitments.controller.js';
import { Commitments } from './commitments.js';
import { Comparison } from './comparison.js';
import { Delegation } from './delegation.entity.js';
import { DelegationsController } from './delegations.controller.js';
import { Dossiers } from './dossiers.js';
import { LifecycleController } from './lifecycle.controller.js';
import { Lifecycle } from './lifecycle.js';
import { ObjectionsController } from './objections.controller.js';
import { Objections } from './objections.js';
import { Proposition } from './proposition.entity.js';
import { PropositionsController } from './propositions.controller.js';
import { Propositions } from './propositions.js';
import { Readiness } from './readiness.js';
import { Resistance } from './resistance.entity.js';
import { ReviewsController } from './reviews.controller.js';
import { Reviews } from './reviews.js';
import { PropositionVersion } from './version.entity.js';
import { VersionsController } from './versions.controller.js';
import { Versions } from './versions.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([
      Proposition,
      PropositionVersion,
      VersionAuthor,
      VersionCitation,
      Approval,
      Delegation,
      Resistance,
      Commitment,
      VersionComment,
    ]),
  ],
  controllers: [
    PropositionsController,
    VersionsController,
    ReviewsController,
    DelegationsController,
    ObjectionsController,
    CommentsController,
    CommitmentsController,
    LifecycleController,
  ],
  providers: [
    Propositions,
    Versions,
    Authors,
    Citations,
    Comparison,
    Dossiers,
    Reviews,
    Objections,
    Commitments,
    Readiness,
    Lifecycle,
  ],
  exports: [Versions, Readiness],
})
export class PropositionsModule {}
