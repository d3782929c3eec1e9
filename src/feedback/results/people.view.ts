import { DISPOSITIONS, ENROLMENT_STATES, INTERESTS, ROLES } from '../../../libs/plays/index.js';
import { Flag, Id, Instant, OneOf, Text, Whole } from '../../platform/index.js';

export const COUNTED = [
  'enrolled',
  'held_out',
  'mailed',
  'reached',
  'replied',
  'conversed',
  'interested',
  'meeting',
  'influential',
] as const;
export type CountedMeasure = (typeof COUNTED)[number];

/** One decision maker in one campaign, as the scoreboard and the verdict count people. */
export class CountedPersonView {
  @Id({ description: 'the enrolment' }) id: string;
  @Id() campaignId: string;
  @Text({ example: 'VMI spring' }) campaign: string;
  @Id() contactId: string;
  @Text({ example: 'Maria Anders' }) contact: string;
  @Id() organizationId: string;
  @Text({ example: 'Alfreds Futterkiste' }) organization: string;
  @OneOf(ROLES) role: string;
  @Flag({ description: 'drawn to wait until the verdict' }) holdOut: boolean;
  @OneOf(ENROLMENT_STATES) state: string;
  @Text({ nullable: true, example: 'not_before' }) reason: string | null;
  @Whole({ description: 'mails and calls' }) touches: number;
  @Instant({ nullable: true }) firstTouchAt: Date | null;
  @OneOf([...INTERESTS, 'unknown']) interest: string;
  @OneOf(DISPOSITIONS, { nullable: true }) lastDisposition: string | null;
}
