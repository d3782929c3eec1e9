export { FeedbackModule } from './feedback.module.js';
export { Conversations, type RecordedConversation } from './conversations/conversations.js';
export { MeetingAnswers } from './conversations/meeting-answers.js';
export type { FoundPerson } from './conversations/found-people.js';
export type { ContactCorrection, NewPerson, ConversationInput } from './conversations/record.js';
