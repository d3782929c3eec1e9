export { FeedbackModule } from './feedback.module.js';
export { Conversations, type Recorded } from './conversations.js';
export type { FoundPerson } from './found-people.js';
export type { ContactCorrection, NewPerson, Said } from './said.js';
