import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Asset } from './asset.entity.js';
import { Assets } from './assets.js';
import { AssetsController } from './assets.controller.js';
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
import { Expert } from './expert.entity.js';
import { Experts } from './experts.js';
import { ExpertsController } from './experts.controller.js';
import { Lifecycle } from './lifecycle.js';
import { ObjectionsController } from './objections.controller.js';
import { Objections } from './objections.js';
import { Peer } from './peer.entity.js';
import { Peers } from './peers.js';
import { PeersController } from './peers.controller.js';
import { Proposition } from './proposition.entity.js';
import { PresenceController } from './presence.controller.js';
import { PropositionsController } from './propositions.controller.js';
import { Propositions } from './propositions.js';
import { Readiness } from './readiness.js';
import { Resistance } from './resistance.entity.js';
import { ReviewsController } from './reviews.controller.js';
import { Reviews } from './reviews.js';
import { Showcase } from './showcase.js';
import { VersionTranslation } from './translation.entity.js';
import { Translations } from './translations.js';
import { TranslationsController } from './translations.controller.js';
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
      VersionTranslation,
      Asset,
      Peer,
      Expert,
    ]),
  ],
  controllers: [
    PropositionsController,
    PresenceController,
    VersionsController,
    ReviewsController,
    DelegationsController,
    ObjectionsController,
    CommentsController,
    CommitmentsController,
    LifecycleController,
    TranslationsController,
    AssetsController,
    PeersController,
    ExpertsController,
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
    Translations,
    Assets,
    Peers,
    Experts,
    Showcase,
  ],
  exports: [Versions, Readiness, Peers, Experts, Showcase],
})
export class PropositionsModule {}
