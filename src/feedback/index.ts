export { FeedbackModule } from './feedback.module.js';
export { Conversations, type Recorded } from './conversations/conversations.js';
export type { FoundPerson } from './conversations/found-people.js';
export type { ContactCorrection, NewPerson, Said } from './conversations/record.js';
