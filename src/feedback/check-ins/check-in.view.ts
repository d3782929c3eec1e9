import { ApiProperty } from '@nestjs/swagger';
import { TOPICS } from './check-in-question.entity.js';
import { Decimal, Id, Instant, ListOf, Nested, OneOf, SomeOf, Text, Whole } from '../../platform/index.js';
import { CHECK_IN_STATES, DROPPED, type CheckIn } from './check-in.entity.js';
import { NEEDS, STATUSES, type AccountPicture } from './gap.js';

export const DUE_REASONS = ['age', 'silence', 'inbound_only', 'change'] as const;
const CHANGES = ['left', 'joined', 'owner', 'industry', 'name', 'size'] as const;
export const TIERS = ['small', 'medium', 'large'] as const;
const NULLABLE = { nullable: true };

export class PictureBody implements AccountPicture {
  @OneOf(STATUSES) status: AccountPicture['status'];
  @Id({ ...NULLABLE, description: 'the contact who decides; null: unknown' }) decidesId: string | null;
  @SomeOf(NEEDS) needs: AccountPicture['needs'];
}

export class CheckInView {
  @Id() id: string;
  @Id() organizationId: string;
  @Id() doneBy: string;
  @Id({ ...NULLABLE, description: 'whom the rep spoke to' }) contactId: string | null;
  @Id({ ...NULLABLE, description: 'the owner, who reads what came of it' }) forOwner: string | null;
  @OneOf(CHECK_IN_STATES) state: string;
  @Nested(() => PictureBody) assumption: AccountPicture;
  @Nested(() => PictureBody, NULLABLE) answers: AccountPicture | null;
  @Whole({ ...NULLABLE, max: 3, description: 'of status, who decides and needs: how many were otherwise' })
  gap: number | null;
  @OneOf(DROPPED, NULLABLE) droppedBecause: string | null;
  @Whole({ example: 1 }) revision: number;
  @Instant() startedAt: Date;
  @Instant(NULLABLE) endedAt: Date | null;

  static of(checkIn: CheckIn): CheckInView {
    return Object.assign(new CheckInView(), checkIn);
  }
}

export class ListedCheckIn extends CheckInView {
  @Text({ example: 'Alfreds Futterkiste' }) organization: string;
}

class SaidView {
  @OneOf(TOPICS) topic: string;
  @Text() question: string;
  @Text({ lines: true }) words: string;
}
class NewcomerView {
  @Id() contactId: string;
  @Text() name: string;
}
export class ToldView {
  @Text({ example: 'Alfreds Futterkiste' }) organization: string;
  @ListOf(() => SaidView) said: SaidView[];
  @ListOf(() => NewcomerView, { description: 'who was not known before' }) people: NewcomerView[];
}
class OpenCohortView {
  @Id() id: string;
  @Text() name: string;
  @Text({ example: 'Vendor Managed Inventory' }) proposition: string;
}
export class OpenCohorts {
  @ListOf(() => OpenCohortView) items: OpenCohortView[];
}
export class CheckInSummaryView {
  @Whole() done: number;
  @Whole() dropped: number;
  @Whole({ description: 'needs that customers named' }) needs: number;
  @Whole({ description: 'of them: nothing of ours is made for it yet' }) unserved: number;
  @Whole({ description: 'people who were not known before' }) people: number;
  @Decimal({ ...NULLABLE, description: 'of three things assumed, how many were otherwise' }) meanGap: number | null;
  @Whole({ description: 'talks that we began with customers, check-ins among them' }) outbound: number;
  @Whole({ description: 'talks that customers began' }) inbound: number;
}

class DueAccountView {
  @Id({ description: 'the organization' }) id: string;
  @Text({ example: 'Alfreds Futterkiste' }) name: string;
  @Whole(NULLABLE) employees: number | null;
  @OneOf(TIERS) tier: string;
  @Id(NULLABLE) ownerId: string | null;
  @Text({ ...NULLABLE, example: 'Nancy Davolio' }) owner: string | null;
  @Instant({ description: 'the last check-in, or when the organization was created' }) since: Date;
  @SomeOf(DUE_REASONS) reasons: string[];
  @SomeOf(CHANGES, { description: 'what changed there since the last check-in; owner: another rep of ours' })
  changes: string[];
  @Whole({
    description:
      'hundredths of the time it may wait; 100 more for silence, inbound only or a change, but not for a new owner alone',
  })
  urgency: number;
}

class DueCountsView {
  @Whole() total: number;
  @ApiProperty({ type: Object, description: 'how many of all that are due, by reason and by tier' })
  by: Record<string, Record<string, number>>;
}

export class DueView {
  @ListOf(() => DueAccountView) items: DueAccountView[];
  @Text({ ...NULLABLE, description: 'null on the last page' }) nextCursor: string | null;
  @Nested(() => DueCountsView, { optional: true, description: 'where counts were asked for' }) counts?: DueCountsView;
}
