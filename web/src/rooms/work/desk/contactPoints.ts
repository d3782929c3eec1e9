import type { TaskCard } from './form/draft';

export const isWrong = (state: string): boolean => state === 'invalid' || state === 'bounced';

/** What a shortcut may dial or email: invalid contact points are excluded. */
export const callable = (card: TaskCard | null): boolean =>
  Boolean(card?.contact?.phone) && !isWrong(card!.contact!.phoneState);
export const writable = (card: TaskCard | null): boolean =>
  Boolean(card?.contact?.email) && !isWrong(card!.contact!.emailState);
