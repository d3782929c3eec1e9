import { declareSettings } from '../platform/index.js';

export const CHANNEL_SETTINGS = declareSettings({
  checkBlockLists: {
    default: 1,
    min: 0,
    max: 1,
    about: '1: the check of a sender’s domain asks block lists (Spamhaus, SURBL, SpamCop) by DNS; 0: it does not',
  },
  checkSignatures: {
    default: 1,
    min: 0,
    max: 1,
    about: '1: DNS is asked for the keys of DKIM signatures on mail that comes in; 0: it is not',
  },
  eventsKeptDays: { default: 30, min: 1, max: 400, about: 'days that webhook events are kept for replay' },
  expertReplyHours: {
    default: 24,
    min: 1,
    max: 720,
    about: 'hours until a buyer’s question is overdue, where no expert is named who promises another time',
  },
  mailsKeptDays: {
    default: 365,
    min: 7,
    max: 3_650,
    about: 'days that a mail which came in, and is done with, is kept as it came; what was recorded of it stays',
  },
  mailsPerMinutePerDomain: {
    default: 120,
    min: 1,
    max: 10_000,
    about: 'mails a minute from one sender to one recipient domain',
  },
  outOfOfficeDays: {
    default: 7,
    min: 1,
    max: 90,
    about: 'days until we come back to a contact who is out of office without a return date',
  },
  providerEventsKeptDays: {
    default: 90,
    min: 2,
    max: 3_650,
    about: 'days that events of mail providers are kept; what was recorded of them stays',
  },
  refusalsBeforeBreak: {
    default: 5,
    min: 1,
    max: 100,
    about: 'refusals in a row after which a recipient domain or mail server gets a break',
  },
  sendErrorsBeforePause: { default: 20, min: 1, max: 1000, about: 'consecutive send errors that pause a campaign' },
});
