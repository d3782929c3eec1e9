import validator from 'validator';

/** An address as it is sent to, without the display name and brackets of "Maria <maria@example.com>"; null where it is none. */
export function toEmail(text: string): string | null {
  const address = (/<([^<>]+)>\s*$/.exec(text)?.[1] ?? text).trim().replace(/^mailto:/i, '');
  return address.length <= 254 && validator.isEmail(address) ? address : null;
}

/** What two spellings of one address share. Providers' own rules (dots, plus signs) are theirs and not applied. */
export function emailKey(email: string): string {
  return email.trim().toLowerCase();
}
