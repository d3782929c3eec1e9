import { Id, Instant, ListOf, Nested, OneOf, SomeOf, Text, Whole } from '../../platform/index.js';
import { CHECK_IN_STATES, DROPPED, type CheckIn } from './check-in.entity.js';
import { NEEDS, STATUSES, type Picture } from './gap.js';

export const DUE_REASONS = ['age', 'silence', 'inbound_only'] as const;
export const TIERS = ['small', 'medium', 'large'] as const;
const NULLABLE = { nullable: true };

export class PictureBody implements Picture {
  @OneOf(STATUSES) status: Picture['status'];
  @Id({ ...NULLABLE, description: 'the contact who decides; null: nobody known' }) decidesId: string | null;
  @SomeOf(NEEDS) needs: Picture['needs'];
}

export class CheckInView {
  @Id() id: string;
  @Id() organizationId: string;
  @Id() doneBy: string;
  @Id({ ...NULLABLE, description: 'the owner, who reads what came of it' }) forOwner: string | null;
  @OneOf(CHECK_IN_STATES) state: string;
  @Nested(() => PictureBody) assumption: Picture;
  @Nested(() => PictureBody, NULLABLE) answers: Picture | null;
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

class DueAccountView {
  @Id({ description: 'the organization' }) id: string;
  @Text({ example: 'Alfreds Futterkiste' }) name: string;
  @Whole(NULLABLE) employees: number | null;
  @OneOf(TIERS) tier: string;
  @Id(NULLABLE) ownerId: string | null;
  @Instant({ description: 'when somebody last asked, or when we came to know it' }) since: Date;
  @SomeOf(DUE_REASONS) reasons: string[];
  @Whole({ description: 'hundredths of the time it may wait; 100 more for silence or inbound only' }) urgency: number;
}

export class DueView {
  @ListOf(() => DueAccountView) items: DueAccountView[];
  @Text({ ...NULLABLE, description: 'null on the last page' }) nextCursor: string | null;
}
