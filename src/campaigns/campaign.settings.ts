import { declareSettings } from '../platform/index.js';

export const CAMPAIGN_SETTINGS = declareSettings({
  bouncesPerThousandBeforeStop: {
    default: 50,
    min: 1,
    max: 1000,
    about: 'of a thousand mails, how many may bounce before a campaign or sender stops by itself',
  },
  complaintsPerThousandBeforeStop: {
    default: 3,
    min: 1,
    max: 1000,
    about: 'of a thousand mails, how many may be complained about before a campaign or sender stops by itself',
  },
  groupSessionDays: {
    default: 14,
    min: 1,
    max: 180,
    about: 'days until colleagues who wait for a group conversation are asked after',
  },
  hoursBetweenContactTouches: {
    default: 24,
    min: 0,
    max: 720,
    about: 'hours between two touches of one person, over all campaigns',
  },
  mailsBeforeRatesCount: {
    default: 100,
    min: 10,
    max: 100_000,
    about: 'mails that must have left before rates of bounces and complaints stop anything',
  },
  notNowDays: {
    default: 90,
    min: 1,
    max: 730,
    about: 'days until we come back to a contact who said "not now" without a date',
  },
  refusalsBeforeStop: {
    default: 3,
    min: 1,
    max: 1000,
    about: 'mails refused because of us, where most are, before a campaign or sender stops by itself',
  },
  returnsBeforeTask: {
    default: 3,
    min: 1,
    max: 20,
    about: 'mails in a row that come back from an address without being sure of it, before a rep is asked',
  },
  undecidedColleagueHours: {
    default: 48,
    min: 1,
    max: 720,
    about: 'hours a rep has to decide on colleagues after a reply',
  },
});
