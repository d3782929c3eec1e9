export { CampaignsModule } from './campaigns.module.js';
export { Colleagues } from './colleagues.js';
export { dispatchOf, messageIdOf } from './dispatch.entity.js';
export { Enrolments, type EnrolmentFacts } from './enrolments.js';
export { Outbox, type Claimed, type Mail, type Outcome } from './outbox.js';
export { Progress, type Answer } from './progress.js';
export { Reconciler, type Mended } from './reconciler.js';
export { TemplateInvalid } from './templates.js';
export { Transitions } from './transitions.js';
