import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { MeetingAnswer } from '../../../libs/mail/index.js';
import { row } from '../../platform/index.js';
import { MeetingAnswerRow } from './meeting-answer.entity.js';

export interface AnsweredMeeting {
  at: Date;
  /** it is surely this one: by its UID or its time; else it is the person's next meeting */
  exact: boolean;
}

/** The UID of a meeting in the calendars that `Meetings` writes. */
const OUR_UID = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@overture$/i;

/** Keeps what a person's calendar answered with the meeting. The meeting itself stays as it was booked. */
@Injectable()
export class MeetingAnswers {
  /** Null, and nothing is kept, where the person has no such meeting and none to come. */
  async keep(
    manager: EntityManager,
    contactId: string,
    { answer, uid, start, end, comment }: MeetingAnswer,
    verified: boolean,
  ): Promise<AnsweredMeeting | null> {
    const named = OUR_UID.exec(uid ?? '')?.[1] ?? null;
    const countered = answer === 'countered';
    const meeting = await row<{ id: string; at: Date }>(manager, MEETING_OF, [
      contactId,
      named,
      countered ? null : (start ?? null),
    ]);
    if (!meeting) return null;
    const { id: conversationId, at } = meeting;
    await manager.insert(MeetingAnswerRow, {
      conversationId,
      answer,
      proposedAt: countered && start ? new Date(start) : null,
      proposedUntil: countered && start && end ? new Date(end) : null,
      words: comment,
      verified,
    });
    return { at, exact: named !== null || (!countered && start === at.toISOString()) };
  }

  /** Newest first. */
  async of(manager: EntityManager, conversationId: string): Promise<MeetingAnswerRow[]> {
    return manager.find(MeetingAnswerRow, { where: { conversationId }, order: { id: 'DESC' } });
  }
}

/** $1 contact, $2 conversation that the answer names, or null, $3 when the answered meeting begins, or null */
const MEETING_OF = `
SELECT id, meeting_at AS at
  FROM conversation
 WHERE contact_id = $1
   AND meeting_at IS NOT NULL
   AND (id = $2::uuid OR $2::uuid IS NULL AND meeting_at >= app_now())
 ORDER BY meeting_at = $3::timestamptz DESC NULLS LAST, meeting_at, id
 LIMIT 1`;
