export { Experts, type ExpertFacts } from './materials/experts.js';
export { Peers, type OfferedPeer, type ReachablePeer } from './materials/peers.js';
export { Proposition } from './versions/proposition.entity.js';
export { PropositionsModule } from './propositions.module.js';
export { Readiness, type ReadinessBlocker } from './mobilisation/readiness.js';
export { beyondStory, type SharedNarrative } from './versions/shared-narrative.js';
export {
  BuyerPageContent,
  type BuyerPageVersion,
  type ShownAsset,
  type LocalizedText,
} from './materials/buyer-page-content.js';
export { PropositionVersion, VERSION_STATES, type Content, type VersionState } from './versions/version.entity.js';
export { Versions } from './versions/versions.js';
