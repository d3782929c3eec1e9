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
import { MobilisationItem } from './mobilisation/mobilisation-item.entity.js';
import { MobilisationItemsController } from './mobilisation/mobilisation-items.controller.js';
import { MobilisationItems } from './mobilisation/mobilisation-items.js';
import { Comparison } from './versions/comparison.js';
import { Delegation } from './approvals/delegation.entity.js';
import { DelegationsController } from './approvals/delegations.controller.js';
import { Dossiers } from './approvals/dossiers.js';
import { LifecycleController } from './versions/lifecycle.controller.js';
import { Expert } from './materials/expert.entity.js';
import { Experts } from './materials/experts.js';
import { ExpertsController } from './materials/experts.controller.js';
import { Lifecycle } from './versions/lifecycle.js';
import { InternalObjectionsController } from './approvals/internal-objections.controller.js';
import { InternalObjections } from './approvals/internal-objections.js';
import { Peer } from './materials/peer.entity.js';
import { Peers } from './materials/peers.js';
import { PeersController } from './materials/peers.controller.js';
import { Proposition } from './versions/proposition.entity.js';
import { PresenceController } from './versions/presence.controller.js';
import { PropositionsController } from './versions/propositions.controller.js';
import { Propositions } from './versions/propositions.js';
import { Readiness } from './mobilisation/readiness.js';
import { InternalObjection } from './approvals/internal-objection.entity.js';
import { ApprovalsController } from './approvals/approvals.controller.js';
import { Approvals } from './approvals/approvals.js';
import { BuyerPageContent } from './materials/buyer-page-content.js';
import { VersionTranslation } from './materials/translation.entity.js';
import { Translations } from './materials/translations.js';
import { TranslationsController } from './materials/translations.controller.js';
import { PropositionVersion } from './versions/version.entity.js';
import { VersionsController } from './versions/versions.controller.js';
import { Versions } from './versions/versions.js';
import { AccountsModule } from '../accounts/index.js';
import { PeerMerging } from './merge-peers.js';

@Module({
  imports: [
    AccountsModule,
    TypeOrmModule.forFeature([
      Proposition,
      PropositionVersion,
      VersionAuthor,
      VersionCitation,
      Approval,
      Delegation,
      InternalObjection,
      MobilisationItem,
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
    ApprovalsController,
    DelegationsController,
    InternalObjectionsController,
    CommentsController,
    MobilisationItemsController,
    LifecycleController,
    TranslationsController,
    AssetsController,
    PeersController,
    ExpertsController,
  ],
  providers: [
    PeerMerging,
    Propositions,
    Versions,
    Authors,
    Citations,
    Comparison,
    Dossiers,
    Approvals,
    InternalObjections,
    MobilisationItems,
    Readiness,
    Lifecycle,
    Translations,
    Assets,
    Peers,
    Experts,
    BuyerPageContent,
  ],
  exports: [Versions, Readiness, Peers, Experts, BuyerPageContent],
})
export class PropositionsModule {}
