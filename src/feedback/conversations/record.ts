import type { BuyingJob, Disposition, Interest, Objection, Role, Sentiment } from '../../../libs/plays/index.js';
import type { NewRisk } from '../buying/risks.js';
import type { PriceReaction } from './kinds.js';

/** What is recorded of a conversation: by a rep, or by a buyer's own answer. */
export interface ConversationInput {
  disposition: Disposition;
  sentiment: Sentiment;
  interest?: Interest | undefined;
  objections?: { code: Objection; underlying?: string | undefined; verbatim?: string | undefined }[] | undefined;
  buyingJobs?: BuyingJob[] | undefined;
  wants?: string | undefined;
  needs?: string | undefined;
  aspirations?: string | undefined;
  competitor?: string | undefined;
  priceReaction?: PriceReaction | undefined;
  whatChanged?: string | undefined;
  verbatim?: string | undefined;
  newPeople?: NewPerson[] | undefined;
  commitments?: { by: 'buyer' | 'us'; text: string; dueOn: string }[] | undefined;
  notBefore?: Date | undefined;
  /** the name of one of newPeople: whom to contact instead */
  referredTo?: string | undefined;
  /** the meeting that was booked */
  meeting?: { at: Date; minutes: number; place?: string | undefined } | undefined;
  contact?: ContactCorrection | undefined;
  /** with connected_do_not_call: out of this campaign; others may still come */
  thisCampaignOnly?: boolean | undefined;
  /** the risk that the contact sees, for the organization or for themselves */
  risks?: NewRisk[] | undefined;
  occurredAt?: Date | undefined;
  seconds?: number | undefined;
}

export interface NewPerson {
  name: string;
  email?: string | undefined;
  phone?: string | undefined;
  title?: string | undefined;
  role: Role;
}

/** What the conversation showed about the contact's part in the decision. */
export interface ContactCorrection {
  role?: Role | undefined;
  attitude?: number | undefined;
  influence?: number | undefined;
  preferredSupplier?: string | undefined;
}
