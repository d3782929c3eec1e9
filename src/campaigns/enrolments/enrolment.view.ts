import { ENROLMENT_STATES, ROLES } from '../../../libs/plays/index.js';
import { Flag, Id, Instant, Json, ListOf, OneOf, Text, Whole } from '../../platform/index.js';
import { DISPATCH_STATES, type Dispatch } from '../outbox/dispatch.entity.js';
import type { Enrolment } from './enrolment.entity.js';

export type EnrolmentParty = Pick<Enrolment, 'contactId' | 'organizationId'>;
export type Names = { contact: string; organization: string };
/** by the id of an enrolment: the contact through whom the address got a step */
export type AddressTwins = Map<string, string>;

export class EnrolmentView {
  @Id() id: string;
  @Id() campaignId: string;
  @Id() contactId: string;
  @Text({ example: 'Maria Anders' }) contact: string;
  @Id() organizationId: string;
  @Text({ example: 'Alfreds Futterkiste' }) organization: string;
  @OneOf(ROLES) role: string;
  @Whole() wave: number;
  @Flag() holdOut: boolean;
  @Flag() late: boolean;
  @OneOf(ENROLMENT_STATES) state: string;
  @Text({ nullable: true, example: 'not_before' }) reason: string | null;
  @Text({ nullable: true }) step: string | null;
  @OneOf(['due', 'in_flight', 'done']) stepState: string;
  @Whole() attempts: number;
  @Whole() touches: number;
  @Flag() conversed: boolean;
  @Text({ example: 'curious' }) interest: string;
  @Text({ nullable: true }) lastDisposition: string | null;
  @Instant({ nullable: true }) nextActionAt: Date | null;
  @Text({ nullable: true, description: 'why it was put off the last time', example: 'quiet_hours' }) deferred:
    | string
    | null;
  @Text({ nullable: true }) error: string | null;
  @Text({
    nullable: true,
    example: 'Rosa Keller',
    description: 'the contact with the same address, who got a step in place of this one',
  })
  sameAddressAs: string | null;
  @Instant() enrolledAt: Date;
  @Instant({ nullable: true }) endedAt: Date | null;

  static of(
    {
      shard: _shard,
      mergedFrom: _merged,
      fixRequested: _fix,
      firstTouchAt: _touch,
      stepDoneAt: _done,
      ...view
    }: Enrolment,
    names: Names,
    twins: AddressTwins,
  ): EnrolmentView {
    return { ...view, ...names, sameAddressAs: twins.get(view.id) ?? null };
  }
}

export class MessageView {
  @Id() id: string;
  @Id() enrolmentId: string;
  @Id() campaignId: string;
  @Id() contactId: string;
  @Text() contact: string;
  @Id() organizationId: string;
  @Text() organization: string;
  @Text() stepKey: string;
  @OneOf(DISPATCH_STATES) state: string;
  @Id({ nullable: true, description: 'null: the mail server of the workspace' }) senderId: string | null;
  @Text({ nullable: true, description: 'null until it was first taken up' }) messageId: string | null;
  @Text({ nullable: true, example: 'domain_pace', description: 'why it waits' }) deferred: string | null;
  @Text({ nullable: true }) recipient: string | null;
  @Whole() attempts: number;
  @Text({ nullable: true, example: 'deferred' }) errorClass: string | null;
  @Text({ nullable: true, description: 'the provider’s own words' }) response: string | null;
  @Id({ nullable: true, description: 'the enrolment through which the same address got this step' })
  sameAddressAs: string | null;
  @OneOf(['hard', 'soft', 'policy'], { nullable: true, description: 'of the last mail that came back about it' })
  bounceClass: string | null;
  @Text({ nullable: true, example: 'mailboxfull' }) bounceReason: string | null;
  @Text({ nullable: true }) bounceWords: string | null;
  @Instant({ nullable: true }) bouncedAt: Date | null;
  @Instant() queuedAt: Date;
  @Instant({ nullable: true }) sentAt: Date | null;
  @Instant({ nullable: true }) settledAt: Date | null;
  @Instant({ nullable: true }) complainedAt: Date | null;

  static of(
    {
      ownerKey: _key,
      nextAttemptAt: _next,
      sendingAt: _sending,
      settledBy: _by,
      throttleEpoch: _epoch,
      ...view
    }: Dispatch,
    names: Names,
  ): MessageView {
    return { ...view, ...names };
  }
}

export class EnrolmentEventView {
  @Instant() at: Date;
  @Text({ example: 'paused' }) what: string;
  @Text({ nullable: true, example: 'intro' }) step: string | null;
  @OneOf(ENROLMENT_STATES, { nullable: true, description: 'null: it changed no state' }) fromState: string | null;
  @OneOf(ENROLMENT_STATES, { nullable: true, description: 'null: it changed no state' }) toState: string | null;
  @Text({ nullable: true, example: 'colleague_reply', description: 'of the state after it' }) reason: string | null;
  @Text({ nullable: true, example: 'worker', description: 'the id of a user, or the name of a program' }) by:
    | string
    | null;
  @Json({ nullable: true }) detail: Record<string, unknown> | null;
}

export class EnrolmentEventsView {
  @ListOf(() => EnrolmentEventView) items: EnrolmentEventView[];
  @Text({ nullable: true }) nextCursor: null;
}
