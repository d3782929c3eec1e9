import { ended, type Member, type Message } from './facts.js';
import type { Model } from './model.js';

const DAY = 86_400_000;

export const reached = (model: Model): Message[] => model.where('sent', 'delivered', 'unknown');
export const midnight = (model: Model, days: number): Date => new Date(Math.ceil(model.now / DAY) * DAY + days * DAY);

/** What an answer does to its member, whoever wrote it down. */
export function answered(model: Model, member: Member, disposition: string, until: number): void {
  if (disposition === 'connected_do_not_call') model.personOf(member).reachable = false;
  if (disposition === 'connected_not_now') model.personOf(member).notBefore = until;
  if (member.is === 'opted_out') return;
  switch (disposition) {
    case 'connected_interested':
      return model.becomes(member, 'finished replied');
    case 'connected_not_interested':
      return model.becomes(member, 'finished declined');
    case 'connected_do_not_call':
      return model.becomes(member, 'opted_out');
    case 'connected_not_now':
      if (ended(member)) return;
      for (const message of model.messagesOf(member)) if (message.is === 'queued') message.may.add('suppressed');
      return model.becomes(member, 'paused not_before', until);
  }
  // nobody was spoken to: the play goes on, or ends with the last attempt
  if (ended(member) || member.is === 'paused colleague_reply') return;
  for (const is of ['pending', 'active', 'finished unreachable']) model.mayEnd(member, is);
  for (const message of model.messagesOf(member)) if (message.is === 'queued') message.may.add('suppressed');
}
