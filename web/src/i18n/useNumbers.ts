import { useMemo } from 'react';
import { useLanguage } from '.';

/** Numbers in the user's language. */
export function useNumbers() {
  const { language } = useLanguage();
  return useMemo(() => {
    const whole = new Intl.NumberFormat(language, { maximumFractionDigits: 0 });
    const short = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
    const difference = new Intl.NumberFormat(language, { maximumFractionDigits: 1, signDisplay: 'exceptZero' });
    const share = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 });
    return {
      n: (value: number) => whole.format(value),
      x: (value: number) => short.format(value),
      signed: (value: number) => difference.format(value),
      p: (value: number) => share.format(value),
    };
  }, [language]);
}
