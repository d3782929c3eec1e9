import { Id, Instant, ListOf, OneOf, Text, Whole } from '../../platform/index.js';
import { SpokenBody } from '../conversations/conversation.body.js';

export const NEXT = ['again', 'resume'] as const;

class Participant extends SpokenBody {
  @Id({ description: 'the enrolment of a contact who took part' }) enrolmentId: string;
}

class Absentee {
  @Id() enrolmentId: string;
  @OneOf(NEXT, { description: 'again: they wait for another session; resume: their play goes on' })
  next: (typeof NEXT)[number];
}

export class NewGroupConversation {
  @Id() organizationId: string;
  @Id() campaignId: string;
  @Id({ optional: true, description: 'the task that asked for it, where one did' }) taskId?: string;
  @Whole({ optional: true, description: 'of the claim' }) fence?: number;
  @Instant({ optional: true, description: 'left out: now' }) heldAt?: Date;
  @Text({ optional: true, lines: true, max: 4000 }) note?: string;
  @ListOf(() => Participant, { min: 1, max: 20 }) participants: Participant[];
  @ListOf(() => Absentee, { optional: true, max: 20, description: 'invited, and did not come' }) absent?: Absentee[];
}
