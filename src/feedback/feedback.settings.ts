import { declareSettings } from '../platform/index.js';

export const FEEDBACK_SETTINGS = declareSettings({
  checkInDaysLarge: {
    default: 60,
    min: 1,
    max: 730,
    about: 'days until a customer of 1,000 people or more is asked again',
  },
  checkInDaysMedium: {
    default: 90,
    min: 1,
    max: 730,
    about: 'days until a customer of 50 to 999 people is asked again',
  },
  checkInDaysSmall: {
    default: 180,
    min: 1,
    max: 730,
    about: 'days until a customer of under 50 people is asked again',
  },
  checkInSilentDays: {
    default: 120,
    min: 1,
    max: 730,
    about: 'days without a talk after which a customer is asked how it is',
  },
  minimumSample: { default: 30, min: 5, max: 1000, about: 'rates under this sample are hidden' },
});
