import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { NotFound, row } from '../../platform/index.js';

class NoMeeting extends NotFound {}

interface Meeting {
  at: Date;
  minutes: number;
  place: string | null;
  proposition: string | null;
  organization: string;
  contact: string | null;
  contactEmail: string | null;
  rep: string | null;
  repEmail: string | null;
}

const MEETING = `
SELECT c.meeting_at AS at, c.meeting_minutes AS minutes, c.meeting_place AS place, p.title AS proposition,
    o.name AS organization,
       t.name AS contact, t.email AS contact_email, u.name AS rep, u.email AS rep_email
  FROM conversation c
  JOIN organization o ON o.id = c.organization_id
  LEFT JOIN contact t ON t.id = c.contact_id
  LEFT JOIN app_user u ON u.id = c.rep_id
  LEFT JOIN proposition_version v ON v.id = c.version_id
  LEFT JOIN proposition p ON p.id = v.proposition_id
 WHERE c.id = $1 AND c.meeting_at IS NOT NULL`;

/** The meeting that a conversation booked, as any calendar reads it. */
@Injectable()
export class Meetings {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  /**
   * An iCalendar file (RFC 5545). The same meeting has the same UID, so that a calendar replaces it and never shows it
   * twice.
   */
  async calendar(conversationId: string): Promise<string> {
    const meeting = await row<Meeting>(this.source, MEETING, [conversationId]);
    if (!meeting) throw new NoMeeting('This conversation booked no meeting.');
    const { at, minutes, place, proposition, organization, contact, contactEmail, rep, repEmail } = meeting;
    const { createEvent } = await import('ics');
    const { error, value } = createEvent({
      uid: `${conversationId}@overture`,
      productId: 'Overture',
      start: at.getTime(),
      startInputType: 'utc',
      startOutputType: 'utc',
      duration: { hours: Math.floor(minutes / 60), minutes: minutes % 60 },
      title: [proposition, organization].filter(Boolean).join(' – '),
      ...(place ? { location: place } : {}),
      ...(rep && repEmail ? { organizer: { name: rep, email: repEmail } } : {}),
      ...(contact && contactEmail ? { attendees: [{ name: contact, email: contactEmail }] } : {}),
      status: 'CONFIRMED',
    });
    if (error) throw error;
    return value!;
  }
}
