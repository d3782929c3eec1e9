import type { ChangedEnrolment, EnrolmentChange } from '../enrolments/enrolment-transitions.js';

/** What became of a handover. 'queued': surely not handed over, try again at retryAt; 'unknown': it may have left. */
export interface DeliveryResult {
  id: string;
  state: 'sent' | 'bounced' | 'failed' | 'unknown' | 'queued' | 'suppressed';
  errorClass: string | null;
  response: string | null;
  retryAt?: Date | null;
}

/** A message after its report was written. */
export interface Settled {
  id: string;
  enrolmentId: string;
  contactId: string;
  organizationId: string;
  campaignId: string;
  stepKey: string;
  state: DeliveryResult['state'];
  errorClass: string | null;
  recipient: string | null;
}

export const isReturned = ({ state, errorClass }: Settled): boolean => state === 'failed' && errorClass === 'returned';

export const detailOf = ({ errorClass }: Settled): { error: string } | null =>
  errorClass ? { error: errorClass } : null;

/** Those that are paused for an unknown message make room for colleagues. */
export function held(changes: EnrolmentChange[], changed: ChangedEnrolment[]): ChangedEnrolment[] {
  const ids = new Set(changes.filter(({ transition }) => transition === 'hold_unknown').map(({ id }) => id));
  return changed.filter(({ id }) => ids.has(id));
}

/**
 * The address got its copy of the step through another enrolment. Another person at a shared mailbox goes on behind the
 * step; else it is the same person twice, and this enrolment ends.
 */
export function skipped(message: Settled, shared: boolean): EnrolmentChange {
  const { enrolmentId: id, stepKey } = message;
  const event = { id, eventStep: stepKey, detail: detailOf(message) };
  return shared
    ? { ...event, atStep: stepKey, inFlight: true, transition: 'message_skipped' }
    : { ...event, transition: 'message_duplicate' };
}

/** What became of a message, for its enrolment: the step is done, the enrolment waits or ends, or nothing changes. */
export function consequence(message: Settled, response: string | null, holds: boolean): EnrolmentChange[] {
  const { enrolmentId: id, stepKey, errorClass } = message;
  const event = { id, eventStep: stepKey, detail: detailOf(message) };
  const inFlight = { ...event, atStep: stepKey, inFlight: true };
  switch (message.state) {
    case 'queued':
      return [];
    case 'sent':
      return [{ ...inFlight, transition: 'message_sent' }];
    case 'unknown':
      return [holds ? { ...event, transition: 'hold_unknown' } : { ...inFlight, transition: 'message_unknown' }];
    case 'bounced':
      return [{ ...event, transition: 'message_bounced', error: response }];
    case 'suppressed':
      // one that was only withdrawn says nothing about its contact
      return errorClass === 'suppressed' ? [{ ...event, transition: 'message_suppressed' }] : [];
    case 'failed':
      if (errorClass === 'returned') return [{ ...event, transition: 'message_returned', error: response }];
      // nothing was ever handed over: the message is discarded, and the play asks for the missing address
      return errorClass === 'no_address'
        ? [{ ...inFlight, transition: 'message_without_address' }]
        : [{ ...event, transition: 'message_failed', error: response ?? errorClass }];
  }
}
