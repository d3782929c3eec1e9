import type { BuyingJob, Disposition, Interest, Objection, Role, Sentiment } from '../../../libs/plays/index.js';
import type { NewRisk } from '../buying/risks.js';
import type { PriceReaction } from './kinds.js';

/** What is recorded of a conversation: by a rep, or by a buyer's own answer. */
export interface ConversationInput {
  disposition: Disposition;
  sentiment: Sentiment;
  interest?: Interest;
  objections?: { code: Objection; underlying?: string; verbatim?: string }[] | undefined;
  buyingJobs?: BuyingJob[];
  wants?: string;
  needs?: string;
  aspirations?: string;
  competitor?: string;
  priceReaction?: PriceReaction;
  whatChanged?: string;
  verbatim?: string;
  newPeople?: NewPerson[];
  commitments?: { by: 'buyer' | 'us'; text: string; dueOn: string }[] | undefined;
  notBefore?: Date;
  /** the name of one of newPeople: whom to contact instead */
  referredTo?: string;
  /** the meeting that was booked */
  meeting?: { at: Date; minutes: number; place?: string } | undefined;
  contact?: ContactCorrection;
  /** with connected_do_not_call: out of this campaign; others may still come */
  thisCampaignOnly?: boolean;
  /** the risk that the contact sees, for the organization or for themselves */
  risks?: NewRisk[];
  occurredAt?: Date;
  seconds?: number;
}

export interface NewPerson {
  name: string;
  email?: string;
  phone?: string;
  title?: string;
  role: Role;
  /** another person than the contact who has this address */
  sharedMailbox?: boolean;
}

/** What the conversation showed about the contact's part in the decision. */
export interface ContactCorrection {
  role?: Role;
  attitude?: number;
  influence?: number;
  preferredSupplier?: string;
}
