import {
  BUYING_JOBS,
  DISPOSITIONS,
  INTERESTS,
  OBJECTIONS,
  ROLES,
  SENTIMENTS,
  type Objection,
} from '../../../libs/plays/index.js';
import { Day, Flag, Id, Instant, ListOf, OneOf, SomeOf, Text, Whole } from '../../platform/index.js';
import { MEETING_ANSWERS } from '../../../libs/mail/index.js';
import { objectionSeen } from '../buying/personal-risk.sql.js';
import type { Conversation } from './conversation.entity.js';
import { PRICE_REACTIONS, SOURCES } from './kinds.js';

const NULLABLE = { nullable: true };

export class ConversationView {
  @Id() id: string;
  @Id(NULLABLE) versionId: string | null;
  @Id(NULLABLE) campaignId: string | null;
  @Id(NULLABLE) enrolmentId: string | null;
  @Id(NULLABLE) taskId: string | null;
  @Id({ ...NULLABLE, description: 'the group conversation that it was a part of' }) sessionId: string | null;
  @Id() organizationId: string;
  @Id(NULLABLE) contactId: string | null;
  @Id(NULLABLE) repId: string | null;
  @OneOf(SOURCES) source: string;
  @Text(NULLABLE) stepKey: string | null;
  @OneOf(ROLES, { ...NULLABLE, description: 'as it was when they spoke' }) role: string | null;
  @OneOf(DISPOSITIONS) disposition: string;
  @OneOf(SENTIMENTS) sentiment: string;
  @OneOf([...INTERESTS, 'unknown']) interest: string;
  @SomeOf(BUYING_JOBS) buyingJobs: string[];
  @Text(NULLABLE) wants: string | null;
  @Text(NULLABLE) needs: string | null;
  @Text(NULLABLE) aspirations: string | null;
  @Text(NULLABLE) competitor: string | null;
  @OneOf(PRICE_REACTIONS, NULLABLE) priceReaction: string | null;
  @Text(NULLABLE) whatChanged: string | null;
  @Text(NULLABLE) verbatim: string | null;
  @Instant(NULLABLE) notBefore: Date | null;
  @Instant({ ...NULLABLE, description: 'of the meeting that was booked: /conversations/{id}/meeting.ics' })
  meetingAt: Date | null;
  @Whole(NULLABLE) meetingMinutes: number | null;
  @Text(NULLABLE) meetingPlace: string | null;
  @Whole(NULLABLE) seconds: number | null;
  @Instant() occurredAt: Date;
  @Instant() recordedAt: Date;
  @Flag({ description: 'from a simulated market' }) simulated: boolean;

  static of(conversation: Conversation): ConversationView {
    return conversation;
  }
}

/** With names, for people who read a list. */
export class ListedConversation extends ConversationView {
  @Text({ example: 'Around the Horn' }) organization: string;
  @Text({ ...NULLABLE, example: 'Thomas Hardy' }) contact: string | null;
  @Text({ ...NULLABLE, example: 'Nancy Davolio' }) rep: string | null;
  @SomeOf(OBJECTIONS) objections: string[];
  @Text({ ...NULLABLE, description: 'the verbatim, or else that of an objection' }) quote: string | null;
}

class ObjectionView {
  @OneOf(OBJECTIONS) code: Objection;
  @Text(NULLABLE) underlying: string | null;
  @Text(NULLABLE) verbatim: string | null;
}

class BuyerCommitmentView {
  @Id() id: string;
  @OneOf(['buyer', 'us']) by: string;
  @Text() text: string;
  @Day() dueOn: string;
  @Instant(NULLABLE) keptAt: string | null;
}

class FoundPersonView {
  @Id() contactId: string;
  @Text({ example: 'Howard Snyder' }) name: string;
  @Flag({ description: 'whom to talk to instead' }) referred: boolean;
}

class MeetingAnswerView {
  @OneOf(MEETING_ANSWERS, { description: 'countered: another time is proposed' }) answer: string;
  @Instant({ ...NULLABLE, description: 'the time that is proposed; null: none, or its time zone is not known' })
  proposedAt: Date | null;
  @Instant(NULLABLE) proposedUntil: Date | null;
  @Text({ ...NULLABLE, description: 'what the person wrote beside it' }) words: string | null;
  @Flag({ description: 'false: nothing shows that the person sent it, and it does not count' }) verified: boolean;
  @Instant() answeredAt: Date;
}

export class ConversationRecord extends ConversationView {
  @ListOf(() => ObjectionView) objections: ObjectionView[];
  @ListOf(() => BuyerCommitmentView) commitments: BuyerCommitmentView[];
  @ListOf(() => FoundPersonView) people: FoundPersonView[];
  @ListOf(() => MeetingAnswerView, { description: 'to the meeting that was booked; newest first' })
  meetingAnswers: MeetingAnswerView[];
}

export type ConversationParts = Pick<ConversationRecord, 'objections' | 'commitments' | 'people'>;

/** $1 conversation, $2 viewer or null: what belongs to it, in one question. */
export const PARTS = `
SELECT (SELECT coalesce(jsonb_agg(jsonb_build_object('code', o.code, 'underlying', o.underlying, 'verbatim',
    o.verbatim) ORDER BY o.position), '[]')
          FROM objection o JOIN conversation c ON c.id = o.conversation_id
            WHERE o.conversation_id = $1 AND ${objectionSeen('$2')}) AS objections,
       (SELECT coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'by', p.by, 'text', p.text, 'dueOn', p.due_on,
           'keptAt', p.kept_at) ORDER BY p.due_on, p.id), '[]')
          FROM buyer_commitment p WHERE p.conversation_id = $1) AS commitments,
       (SELECT coalesce(jsonb_agg(jsonb_build_object('contactId', c.id, 'name', c.name, 'referred', f.referred)
         ORDER BY c.name), '[]')
          FROM found_person f JOIN contact c ON c.id = f.contact_id WHERE f.conversation_id = $1) AS people`;

/** $1 conversations, $2 viewer or null: contact, rep, and objections. */
export const NAMED = `
SELECT c.id, g.name AS organization, p.name AS contact, u.name AS rep,
       ARRAY(SELECT o.code FROM objection o
         WHERE o.conversation_id = c.id AND ${objectionSeen('$2')} ORDER BY o.position) AS objections,
       coalesce(c.verbatim, (SELECT o.verbatim FROM objection o
         WHERE o.conversation_id = c.id AND o.verbatim IS NOT NULL AND ${objectionSeen('$2')} ORDER BY o.position
         LIMIT 1)) AS quote
  FROM conversation c JOIN organization g ON g.id = c.organization_id LEFT JOIN contact p ON p.id = c.contact_id LEFT
    JOIN app_user u ON u.id = c.rep_id
 WHERE c.id = ANY($1::uuid[])`;
