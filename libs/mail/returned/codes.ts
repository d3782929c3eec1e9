/** What a diagnosis says in numbers. */
export interface Codes {
  /** enhanced status code (RFC 3463), such as 5.1.1 */
  status: string | null;
  /** SMTP reply code, such as 550 */
  reply: string | null;
}

// never inside of an address of a host or a version number
const STATUS = /(?<![\d.])([245])\.(\d{1,3})\.(\d{1,3})(?![\d.]*\d)/g;
const REPLY = /(?<![\d.:#/-])([45][0-5]\d)(?=[ -]|[:;,.)]|$)(?![.]\d)/gm;

/**
 * Numbers in a diagnosis. 5.0.0 says nothing, so a better one further on is preferred; of reply codes the last that
 * refuses counts, because a transcript ends with what ended it.
 */
export function codesIn(text: string): Codes {
  const plain = text
    .slice(0, 20_000)
    .replace(/https?:\/\/\S+/g, ' ')
    .replace(/\[[\d.]+\]/g, ' ');
  const found = [...plain.matchAll(STATUS)].map(([code]) => code).filter((code) => !code.startsWith('2.'));
  const status = found.find((code) => !code.endsWith('.0.0')) ?? found[0] ?? null;
  const replies = [...plain.matchAll(REPLY)].map(([code]) => code);
  const reply = replies.find((code) => code.startsWith('5')) ?? replies[0] ?? null;
  return { status, reply };
}

/** Put off, and not refused. Of two that disagree the reply of the server counts. */
export function isTemporary({ status, reply }: Codes): boolean {
  return reply ? reply.startsWith('4') : (status ?? '').startsWith('4');
}
