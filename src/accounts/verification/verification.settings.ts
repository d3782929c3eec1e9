import { declareSettings } from '../../platform/index.js';

export const VERIFICATION_SETTINGS = declareSettings({
  contactVerifiedDays: {
    default: 90,
    min: 1,
    max: 730,
    about: 'days after which an address and a number are checked again',
  },
  mailDomainDays: { default: 7, min: 1, max: 90, about: 'days that what DNS says of a mail domain is believed' },
});
