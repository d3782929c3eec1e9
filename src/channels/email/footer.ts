/** What the law wants below a mail: a way out that a person sees, and where its sender is. */
export interface FooterFacts {
  /** the page that stops all mail */
  stop: string;
  /** of the sender's company; null: none was entered */
  postalAddress: string | null;
  /** of the reader, such as de or de-AT; null: unknown */
  language: string | null;
}

const WORDS: Record<string, string> = {
  en: 'No more emails from us',
  de: 'Keine weiteren E-Mails von uns',
  fr: 'Ne plus recevoir nos e-mails',
};

/** The same mail with its footer. A mail that shows the way out already gets no second one. */
export function withFooter<Mail extends { text: string; html: string | null }>(mail: Mail, facts: FooterFacts): Mail {
  const { stop, postalAddress } = facts;
  const words = WORDS[facts.language?.slice(0, 2).toLowerCase() ?? 'en'] ?? WORDS.en!;
  const below = [postalAddress, mail.text.includes(stop) ? null : `${words}: ${stop}`].filter((line) => line !== null);
  const text = below.length > 0 ? `${mail.text}\n\n-- \n${below.join('\n')}` : mail.text;
  return { ...mail, text, html: mail.html === null ? null : htmlWithFooter(mail.html, words, facts) };
}

function htmlWithFooter(html: string, words: string, { stop, postalAddress }: FooterFacts): string {
  const link = html.includes(escaped(stop)) ? null : `<a href="${escaped(stop)}">${words}</a>`;
  const below = [postalAddress && escaped(postalAddress).replace(/\r?\n/g, '<br>'), link].filter(Boolean);
  if (below.length === 0) return html;
  const footer = `<p style="font-size:12px;color:#666666;text-align:center">${below.join('<br>')}</p>`;
  const end = html.toLowerCase().lastIndexOf('</body>');
  return end < 0 ? html + footer : html.slice(0, end) + footer + html.slice(end);
}

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => ESCAPES[sign]!);
