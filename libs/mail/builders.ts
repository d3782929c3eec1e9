import type { Mail, Part } from './mail.js';

/** A mail for the specs: headers as an object, where a list stands for several of that name. */
export function mailOf(headers: Record<string, string | string[]>, text = '', parts: Part[] = [], html = ''): Mail {
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
): Mail => mailOf({ From: 'Maria <maria@buyer.example>', Subject: subject, Date: WRITTEN, ...more }, text);

export const reply = (text: string, subject = 'Re: Stock'): Mail =>
  mailOf({ From: 'Maria <maria@buyer.example>', Subject: subject, Date: WRITTEN, 'In-Reply-To': '<1@ours>' }, text);
