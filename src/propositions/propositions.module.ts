import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Asset } from './materials/asset.entity.js';
import { Assets } from './materials/assets.js';
import { AssetsController } from './materials/assets.controller.js';
import { Approval } from './approvals/approval.entity.js';
import { VersionAuthor } from './versions/author.entity.js';
import { Authors } from './versions/authors.js';
import { VersionCitation } from './versions/citation.entity.js';
import { Citations } from './versions/citations.js';
import { VersionComment } from './versions/comment.entity.js';
import { CommentsController } from './versions/comments.controller.js';
import { Commitment } from './mobilisation/mobilisation-item.entity.js';
import { CommitmentsController } from './mobilisation/mobilisation-items.controller.js';
import { Commitments } from './mobilisation/mobilisation-items.js';
import { Comparison } from './versions/comparison.js';
import { Delegation } from './approvals/delegation.entity.js';
import { DelegationsController } from './approvals/delegations.controller.js';
import { Dossiers } from './approvals/dossiers.js';
import { LifecycleController } from './versions/lifecycle.controller.js';
import { Expert } from './materials/expert.entity.js';
import { Experts } from './materials/experts.js';
import { ExpertsController } from './materials/experts.controller.js';
import { Lifecycle } from './versions/lifecycle.js';
import { ObjectionsController } from './approvals/internal-objections.controller.js';
import { Objections } from './approvals/internal-objections.js';
import { Peer } from './materials/peer.entity.js';
import { Peers } from './materials/peers.js';
import { PeersController } from './materials/peers.controller.js';
import { Proposition } from './versions/proposition.entity.js';
import { PresenceController } from './versions/presence.controller.js';
import { PropositionsController } from './versions/propositions.controller.js';
import { Propositions } from './versions/propositions.js';
import { Readiness } from './mobilisation/readiness.js';
import { Resistance } from './approvals/internal-objection.entity.js';
import { ReviewsController } from './approvals/approvals.controller.js';
import { Reviews } from './approvals/approvals.js';
import { Showcase } from './materials/buyer-page-content.js';
import { VersionTranslation } from './materials/translation.entity.js';
import { Translations } from './materials/translations.js';
import { TranslationsController } from './materials/translations.controller.js';
import { PropositionVersion } from './versions/version.entity.js';
import { VersionsController } from './versions/versions.controller.js';
import { Versions } from './versions/versions.js';

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
