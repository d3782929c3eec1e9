export { Experts, type ExpertFacts } from './experts.js';
export { Peers, type OfferedPeer, type ReachablePeer } from './peers.js';
export { Proposition } from './proposition.entity.js';
export { PropositionsModule } from './propositions.module.js';
export { Readiness, type Blocker } from './readiness.js';
export { beyondStory, type SharedStory } from './shared-story.js';
export { Showcase, type Shown, type ShownAsset, type Written } from './showcase.js';
export { PropositionVersion, VERSION_STATES, type Content, type VersionState } from './version.entity.js';
export { Versions } from './versions.js';
