export { FeedbackModule } from './feedback.module.js';
export { Conversations, type RecordedConversation } from './conversations/conversations.js';
export type { FoundPerson } from './conversations/found-people.js';
export type { ContactCorrection, NewPerson, ConversationInput } from './conversations/record.js';
