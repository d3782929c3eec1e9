import type { ParsedMail, MailPart } from './mail.js';

/** A mail for the specs: headers as an object, where a list stands for several of that name. */
export function mailOf(
  headers: Record<string, string | string[]>,
  text = '',
  parts: MailPart[] = [],
  html = '',
): ParsedMail {
  return {
    headers: Object.entries(headers).flatMap(([name, value]) => [value].flat().map((each) => ({ name, value: each }))),
    text,
    html,
    parts,
  };
}

export const WRITTEN = 'Mon, 14 Dec 2026 10:00:00 +0100';

/** What a server that is away answers. */
export const absence = (
  subject: string,
  text: string,
  more: Record<string, string> = { 'Auto-Submitted': 'auto-replied' },
): ParsedMail => mailOf({ From: 'Maria <maria@buyer.example>', Subject: subject, Date: WRITTEN, ...more }, text);

export const reply = (text: string, subject = 'Re: Stock'): ParsedMail =>
  mailOf({ From: 'Maria <maria@buyer.example>', Subject: subject, Date: WRITTEN, 'In-Reply-To': '<1@ours>' }, text);
