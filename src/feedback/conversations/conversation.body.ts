import {
  BUYING_JOBS,
  DISPOSITIONS,
  INTERESTS,
  OBJECTIONS,
  ROLES,
  SENTIMENTS,
  type BuyingJob,
  type Disposition,
  type Interest,
  type Objection,
  type Role,
  type Sentiment,
} from '../../../libs/plays/index.js';
import { Day, Email, Flag, Id, Instant, ListOf, Nested, OneOf, SomeOf, Text, Whole } from '../../platform/index.js';
import { NewRisk } from '../buying/risks.js';
import type { ConversationInput } from './record.js';
import { PRICE_REACTIONS, type PriceReaction } from './kinds.js';

const WORDS = { optional: true, lines: true, max: 4000 };

export class NewObjection {
  @OneOf(OBJECTIONS) code: Objection;
  @Text({ ...WORDS, description: 'what stood behind it', example: 'fears for his stock planners' }) underlying?: string;
  @Text({ ...WORDS, example: 'We tried that, and the shelves were empty.' }) verbatim?: string;
}

export class NewPersonBody {
  @Text({ example: 'Howard Snyder' }) name: string;
  @Email({ optional: true }) email?: string;
  @Text({ optional: true, example: '+1 503 555 7555' }) phone?: string;
  @Text({ optional: true, example: 'Head of purchasing' }) title?: string;
  @OneOf(ROLES) role: Role;
  @Flag({
    optional: true,
    example: false,
    description: 'true: not the contact who has this address, but another person at the same mailbox',
  })
  sharedMailbox?: boolean;
}

class NewBuyerCommitment {
  @OneOf(['buyer', 'us']) by: 'buyer' | 'us';
  @Text({ max: 1000, example: 'send last year’s stock levels' }) text: string;
  @Day() dueOn: string;
}

class ContactCorrectionBody {
  @OneOf(ROLES, { optional: true, description: 'the part this person really plays' }) role?: Role;
  @Whole({ optional: true, min: -2, max: 2 }) attitude?: number;
  @Whole({ optional: true, min: 1, max: 5 }) influence?: number;
  @Text({ optional: true }) preferredSupplier?: string;
}

class NewMeeting {
  @Instant() at: Date;
  @Whole({ min: 5, max: 1440, example: 45 }) minutes: number;
  @Text({ optional: true, max: 500, example: 'at theirs, or an address to dial in' }) place?: string;
}

/** What one contact answered, and what came of it. */
export class SpokenBody implements ConversationInput {
  @OneOf(DISPOSITIONS) disposition: Disposition;
  @OneOf(SENTIMENTS) sentiment: Sentiment;
  @OneOf(INTERESTS, { optional: true, description: 'required when the contact was reached' }) interest?: Interest;
  @ListOf(() => NewObjection, { optional: true, max: 5 }) objections?: NewObjection[];
  @SomeOf(BUYING_JOBS, { optional: true, description: 'a set, which may go back' }) buyingJobs?: BuyingJob[];
  @Text(WORDS) wants?: string;
  @Text(WORDS) needs?: string;
  @Text(WORDS) aspirations?: string;
  @Text({ optional: true }) competitor?: string;
  @OneOf(PRICE_REACTIONS, { optional: true }) priceReaction?: PriceReaction;
  @Text(WORDS) whatChanged?: string;
  @Text({ ...WORDS, description: 'the person’s own words' }) verbatim?: string;
  @ListOf(() => NewPersonBody, { optional: true, max: 20 }) newPeople?: NewPersonBody[];
  @ListOf(() => NewBuyerCommitment, { optional: true, max: 20 }) commitments?: NewBuyerCommitment[];
  @Instant({ optional: true, description: 'the day they asked for' }) notBefore?: Date;
  @Text({ optional: true, description: 'name of one of newPeople: whom to talk to instead' }) referredTo?: string;
  @Nested(() => ContactCorrectionBody, { optional: true }) contact?: ContactCorrectionBody;
  @Nested(() => NewMeeting, { optional: true, description: 'with connected_meeting_set: for the calendar' })
  meeting?: NewMeeting;
  @ListOf(() => NewRisk, { optional: true, max: 10, description: 'what the person sees at stake' }) risks?: NewRisk[];
  @Whole({ optional: true, max: 86_400, description: 'seconds that logging took' }) seconds?: number;
}

export class NewConversation extends SpokenBody {
  @Id() taskId: string;
  @Whole({ description: 'of the claim', example: 1 }) fence: number;
  @Instant({ optional: true, description: 'when they spoke; now, where left out' }) occurredAt?: Date;
}
