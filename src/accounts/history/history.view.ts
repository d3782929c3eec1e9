import { Day, Id, Instant, Json, OneOf, Text, Whole } from '../../platform/index.js';
import {
  INTERACTION_KINDS,
  PAST_OUTCOMES,
  type InteractionKind,
  type OptOut,
  type PastInteraction,
  type PastOpportunity,
  type PastOutcome,
} from './past-records.entity.js';

/** An imported record; its organization and contact are null until they are known. */
class PastRecordView {
  @Id() id: string;
  @Id({ nullable: true }) importId: string | null;
  @Text({ nullable: true, description: 'its id in the system it came from' }) externalId: string | null;
  @Id({ nullable: true }) organizationId: string | null;
  @Text({ nullable: true, description: 'as the file names it' }) organizationName: string | null;
  @Text({ nullable: true, description: 'as the file names it' }) organizationExternalId: string | null;
  @Id({ nullable: true }) contactId: string | null;
  @Text({ nullable: true, description: 'as the file names the person' }) contactName: string | null;
  @Text({ nullable: true, description: 'who of us it was' }) rep: string | null;
  @Text({ nullable: true, lines: true }) note: string | null;
  @Json({ description: 'columns of the file that have no field' }) attributes: Record<string, unknown>;
  @OneOf(['unsubscribe', 'do_not_call'], { nullable: true, description: 'a cell was exactly this wish' })
  optOut: OptOut | null;
  @Instant({ nullable: true, description: 'when the wish was applied' }) optOutAppliedAt: Date | null;
  @Instant() createdAt: Date;
}

export class PastInteractionView extends PastRecordView {
  @Day({ nullable: true, description: 'null: the file does not give the whole date' }) occurredOn: string | null;
  @OneOf(INTERACTION_KINDS) kind: InteractionKind;
  @OneOf(['in', 'out'], { nullable: true }) direction: 'in' | 'out' | null;
  @Text({ nullable: true, example: 'interested' }) outcome: string | null;

  static of(record: PastInteraction): PastInteractionView {
    const { sortDay: _day, ...view } = record;
    return view;
  }
}

export class PastOpportunityView extends PastRecordView {
  @Text({ nullable: true }) name: string | null;
  @Text({ nullable: true, example: 'Negotiation', description: 'as the other system calls it' }) stage: string | null;
  @OneOf(PAST_OUTCOMES) outcome: PastOutcome;
  @Whole({
    nullable: true,
    min: Number.MIN_SAFE_INTEGER,
    max: Number.MAX_SAFE_INTEGER,
    description: 'in the minor unit of the currency',
  })
  valueMinor: number | null;
  @Text({ nullable: true, example: 'EUR' }) currency: string | null;
  @Day({ nullable: true }) openedOn: string | null;
  @Day({ nullable: true }) closedOn: string | null;
  @Text({ nullable: true }) product: string | null;
  @Text({ nullable: true, description: 'why it was lost or won' }) reason: string | null;

  static of(record: PastOpportunity): PastOpportunityView {
    const { sortDay: _day, startsCheckIns: _starts, ...view } = record;
    return view;
  }
}
