import { DISPOSITIONS, INTERESTS, ROLES } from '../../../libs/plays/index.js';
import { Flag, Id, Instant, ListOf, OneOf, Text } from '../../platform/index.js';
import { NEXT } from './group-conversation.body.js';

const NULLABLE = { nullable: true };

export class GroupSessionView {
  @Id() id: string;
  @Id() organizationId: string;
  @Text({ example: 'Around the Horn' }) organization: string;
  @Id() campaignId: string;
  @Id(NULLABLE) taskId: string | null;
  @Id() repId: string;
  @Text({ example: 'Nancy Davolio' }) rep: string;
  @Instant() heldAt: Date;
  @Text(NULLABLE) note: string | null;
  @Instant() recordedAt: Date;
  @Flag({ description: 'from a simulated market' }) simulated: boolean;
}

class ParticipantView {
  @Id() conversationId: string;
  @Id(NULLABLE) enrolmentId: string | null;
  @Id() contactId: string;
  @Text({ example: 'Thomas Hardy' }) name: string;
  @OneOf(ROLES, NULLABLE) role: string | null;
  @OneOf(DISPOSITIONS) disposition: string;
  @OneOf([...INTERESTS, 'unknown']) interest: string;
}

class AbsenteeView {
  @Id() enrolmentId: string;
  @Id() contactId: string;
  @Text() name: string;
  @OneOf(NEXT) next: string;
}

export class GroupSessionRecord extends GroupSessionView {
  @ListOf(() => ParticipantView) participants: ParticipantView[];
  @ListOf(() => AbsenteeView, { description: 'invited, and did not come' }) absent: AbsenteeView[];
}

/** $1 sessions */
export const NAMED = `
SELECT s.id, o.name AS organization, u.name AS rep FROM group_session s
  JOIN organization o ON o.id = s.organization_id JOIN app_user u ON u.id = s.rep_id
 WHERE s.id = ANY($1::uuid[])`;

/** $1 session. Risks are no part of it: they are on the buyer map, for users who may read them. */
export const WHO = `
SELECT (SELECT coalesce(jsonb_agg(jsonb_build_object('conversationId', c.id, 'enrolmentId', c.enrolment_id,
    'contactId', p.id, 'name', p.name, 'role', c.role,
                 'disposition', c.disposition, 'interest', c.interest) ORDER BY p.name, c.id), '[]')
          FROM conversation c JOIN contact p ON p.id = c.contact_id WHERE c.session_id = $1) AS participants,
       (SELECT coalesce(jsonb_agg(jsonb_build_object('enrolmentId', e.id, 'contactId', p.id, 'name', p.name, 'next',
           a.next) ORDER BY p.name, e.id), '[]')
          FROM group_absentee a JOIN enrolment e ON e.id = a.enrolment_id JOIN contact p ON p.id = e.contact_id
            WHERE a.session_id = $1) AS absent`;
