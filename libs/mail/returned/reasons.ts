import { BOUNCE_PHRASES } from '../phrases/bounce-phrases.js';
import type { Reason } from './reason.js';

/** hard: the address is no good; soft: try later; policy: it is about who sends, or about what the mail says. */
export type BounceClass = 'hard' | 'soft' | 'policy';

const HARD: readonly Reason[] = ['userunknown', 'hostunknown', 'hasmoved', 'notaccept'];
const POLICY: readonly Reason[] = [
  'filtered',
  'rejected',
  'blocked',
  'authfailure',
  'badreputation',
  'requireptr',
  'spamdetected',
  'virusdetected',
  'policyviolation',
  'securityerror',
  'norelaying',
  'notcompliantrfc',
  'contenterror',
  'failedstarttls',
];

/**
 * Whom a refusal is about. recipient: this person's mailbox; us: the sender, its server, domain, reputation or rate;
 * message: what this mail says or how it is made; route: the way there, which nobody's mailbox is to blame for.
 */
export const ABOUT = ['recipient', 'us', 'message', 'route'] as const;
export type RefusalSubject = (typeof ABOUT)[number];

const ABOUT_OF: Partial<Record<Reason, RefusalSubject>> = {
  userunknown: 'recipient',
  hostunknown: 'recipient',
  hasmoved: 'recipient',
  notaccept: 'recipient',
  mailboxfull: 'recipient',
  suspend: 'recipient',
  filtered: 'recipient',
  onhold: 'recipient',
  rejected: 'us',
  blocked: 'us',
  authfailure: 'us',
  badreputation: 'us',
  requireptr: 'us',
  securityerror: 'us',
  norelaying: 'us',
  failedstarttls: 'us',
  toomanyconn: 'us',
  spamdetected: 'message',
  virusdetected: 'message',
  policyviolation: 'message',
  contenterror: 'message',
  notcompliantrfc: 'message',
  mesgtoobig: 'message',
  exceedlimit: 'message',
};

export const aboutOf = (reason: Reason): RefusalSubject => ABOUT_OF[reason] ?? 'route';

/** What is only put off is soft, whatever the reason given meanwhile. */
export function classOf(reason: Reason, temporary: boolean): BounceClass {
  if (POLICY.includes(reason)) return 'policy';
  return HARD.includes(reason) && !temporary ? 'hard' : 'soft';
}

/** A diagnosis is short; what goes on for longer is a quoted mail. */
const MOST_READ = 4_000;

/** @returns the reason that the words name, or null */
export function reasonInWords(words: string): Reason | null {
  // the recipient's own address is no diagnosis: spam@blocked.example
  const plain = words
    .slice(0, MOST_READ)
    .replace(/https?:\/\/\S+/g, ' ')
    .replace(/(?<![\w.+=-])[\w.+=-]{0,200}@[\w.-]+/g, '@')
    .replace(/\s+/g, ' ')
    .toLowerCase();
  return BOUNCE_PHRASES.find(([, phrase]) => phrase.test(plain))?.[0] ?? null;
}

/** RFC 3463 and the registry that grew from it. Subject and detail only: 4.x.x and 5.x.x name the same thing. */
const BY_STATUS: Record<string, Reason> = {
  '1.0': 'userunknown',
  '1.1': 'userunknown',
  '1.2': 'hostunknown',
  '1.3': 'userunknown',
  '1.4': 'filtered',
  '1.5': 'userunknown',
  '1.6': 'hasmoved',
  '1.7': 'rejected',
  '1.8': 'rejected',
  '1.9': 'systemerror',
  '1.10': 'notaccept',
  '2.0': 'filtered',
  '2.1': 'suspend',
  '2.2': 'mailboxfull',
  '2.3': 'exceedlimit',
  '2.4': 'filtered',
  '3.0': 'systemerror',
  '3.1': 'systemfull',
  '3.2': 'notaccept',
  '3.3': 'systemerror',
  '3.4': 'mesgtoobig',
  '3.5': 'systemerror',
  '4.0': 'networkerror',
  '4.1': 'expired',
  '4.2': 'networkerror',
  '4.3': 'systemerror',
  '4.4': 'hostunknown',
  '4.5': 'systemerror',
  '4.6': 'networkerror',
  '4.7': 'expired',
  '4.8': 'networkerror',
  '4.14': 'networkerror',
  '5.0': 'mailererror',
  '5.1': 'syntaxerror',
  '5.2': 'syntaxerror',
  '5.3': 'toomanyconn',
  '5.4': 'syntaxerror',
  '5.5': 'systemerror',
  '5.6': 'syntaxerror',
  '6.0': 'contenterror',
  '6.1': 'contenterror',
  '6.2': 'contenterror',
  '6.3': 'contenterror',
  '6.5': 'contenterror',
  '6.6': 'contenterror',
  '6.7': 'contenterror',
  '7.0': 'securityerror',
  '7.1': 'rejected',
  '7.2': 'filtered',
  '7.3': 'securityerror',
  '7.4': 'securityerror',
  '7.5': 'securityerror',
  '7.6': 'securityerror',
  '7.7': 'securityerror',
  '7.8': 'securityerror',
  '7.9': 'policyviolation',
  '7.13': 'suspend',
  '7.17': 'hasmoved',
  '7.18': 'hasmoved',
  '7.19': 'policyviolation',
  '7.20': 'authfailure',
  '7.21': 'authfailure',
  '7.22': 'authfailure',
  '7.23': 'authfailure',
  '7.24': 'authfailure',
  '7.25': 'requireptr',
  '7.26': 'authfailure',
  '7.27': 'notaccept',
  '7.28': 'toomanyconn',
  '7.30': 'failedstarttls',
};

export function reasonOfStatus(status: string | null): Reason | null {
  const [, subject, detail] = /^[45]\.(\d+)\.(\d+)$/.exec(status ?? '') ?? [];
  return BY_STATUS[`${subject}.${detail}`] ?? null;
}

/** RFC 5321: what a bare reply code says where nothing else does. */
const BY_REPLY: Record<string, Reason> = {
  '421': 'expired',
  '450': 'systemerror',
  '451': 'systemerror',
  '452': 'systemfull',
  '521': 'notaccept',
  '525': 'suspend',
  '550': 'userunknown',
  '551': 'userunknown',
  '552': 'mailboxfull',
  '553': 'userunknown',
  '554': 'rejected',
  '556': 'notaccept',
};

export const reasonOfReply = (reply: string | null): Reason | null =>
  reply === null ? null : (BY_REPLY[reply] ?? null);
