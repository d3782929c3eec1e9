export {
  currencyOf,
  isCurrency,
  isRounded,
  minorDigits,
  toMinorUnits,
  WITH_THREE_DIGITS,
  WITHOUT_DIGITS,
} from './currencies.js';
