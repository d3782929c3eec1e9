import { ended, type Enrolment, type Message } from './facts.js';
import type { Model } from './model.js';

const DAY = 86_400_000;

export const reached = (model: Model): Message[] => model.where('sent', 'delivered', 'unknown');
export const midnight = (model: Model, days: number): Date => new Date(Math.ceil(model.now / DAY) * DAY + days * DAY);

/** What an answer does to its enrolment, recorded by a rep or given by the buyer. */
export function answered(model: Model, enrolment: Enrolment, disposition: string, until: number): void {
  if (disposition === 'connected_do_not_call') model.personOf(enrolment).reachable = false;
  if (disposition === 'connected_not_now') model.personOf(enrolment).notBefore = until;
  if (enrolment.is === 'opted_out') return;
  switch (disposition) {
    case 'connected_interested':
      return model.becomes(enrolment, 'finished replied');
    case 'connected_not_interested':
      return model.becomes(enrolment, 'finished declined');
    case 'connected_do_not_call':
      return model.becomes(enrolment, 'opted_out');
    case 'connected_not_now':
      if (ended(enrolment)) return;
      for (const message of model.messagesOf(enrolment)) if (message.is === 'queued') message.may.add('suppressed');
      return model.becomes(enrolment, 'paused not_before', until);
  }
  // nobody was spoken to: the play goes on, or ends with the last attempt
  if (ended(enrolment) || enrolment.is === 'paused colleague_reply') return;
  for (const is of ['pending', 'active', 'finished unreachable']) model.mayEnd(enrolment, is);
  for (const message of model.messagesOf(enrolment)) if (message.is === 'queued') message.may.add('suppressed');
}
