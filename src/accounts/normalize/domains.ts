import { domainToASCII } from 'node:url';

/** Public mail domains: an address there does not show the employer. */
const FREE_MAIL = new RegExp(
  '^(gmail|googlemail|outlook|hotmail|live|msn|yahoo|ymail|aol|icloud|me|mac|proton|protonmail|gmx|web|t-online|freenet|mail|inbox|zoho|' +
    'yandex|qq|163|126|sina|orange|wanadoo|laposte|free|libero|comcast|verizon|att|btinternet|uol|bol|rediffmail|hey|fastmail|tutanota)' +
    '\\.(com?(\\.[a-z]{2})?|net|de|at|ch|fr|it|es|ru|br|me|org|[a-z]{2})$',
);

/** The host of a website, an address or a bare domain, lower case, without www.; null where there is none. */
export function domainOf(text: string): string | null {
  const bare = text.trim().replace(/^[a-z][a-z0-9+.-]*:\/\//i, '');
  const host = bare
    .split(/[/?#\s]/)[0]!
    .split('@')
    .at(-1)!
    .split(':')[0]!;
  const domain = domainToASCII(host)
    .toLowerCase()
    .replace(/\.$/, '')
    .replace(/^www\d?\./, '');
  return /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+([a-z]{2,63}|xn--[a-z0-9-]{2,59})$/.test(domain)
    ? domain
    : null;
}

/** The employer's domain of an e-mail address; null at a free mail provider. */
export function employerDomain(email: string): string | null {
  const domain = domainOf(email);
  return domain === null || FREE_MAIL.test(domain) ? null : domain;
}
