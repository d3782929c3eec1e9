import { codesIn, isTemporary, type Codes } from './codes.js';
import { classOf, reasonInWords, reasonOfReply, reasonOfStatus, type BounceClass, type Reason } from './reasons.js';

export type Action = 'failed' | 'delayed' | 'delivered' | 'relayed' | 'expanded';

/** What became of a mail for one recipient. */
export interface Returned {
  recipient: string | null;
  /** enhanced status code, or the first digit of the reply code and .0.0 */
  status: string | null;
  class: BounceClass;
  reason: Reason;
  /** what the server said, in one line of at most 500 characters */
  words: string;
  action: Action;
}

const LONGEST_WORDS = 500;

export interface Evidence {
  recipient: string | null;
  action: Action;
  /** the Status field of a delivery status */
  status: string | null;
  /** what a server said about this recipient */
  diagnosis: string;
  /** what else the report says, asked only where the diagnosis is silent */
  context: string;
  /** where the report may tell at which command the server refused */
  around: string;
}

/** Weighs what is known of one recipient: plain words first, then the enhanced code, then the reply code. */
export function judged({ recipient, action, status, diagnosis, context, around }: Evidence): Returned {
  const silent = diagnosis.trim() === '';
  const answer = answerIn(silent ? context : diagnosis);
  const said = codesIn(answer);
  const code = pick(status, said.status);
  const codes = { status: code, reply: said.reply };
  const words = silent ? context : diagnosis;
  const stage = stageOf(answer, words, around);
  const reason = staged(
    reasonInWords(answer) ?? reasonInWords(words) ?? reasonOfStatus(code) ?? reasonInWords(context) ?? reasonOfReply(said.reply) ?? 'undefined',
    stage,
    codes,
  );
  return {
    recipient,
    status: code ?? (said.reply ? `${said.reply[0]}.0.0` : null),
    class: action === 'delayed' ? 'soft' : classOf(reason, isTemporary(codes)),
    reason,
    words: words.replace(/\s+/g, ' ').trim().slice(0, LONGEST_WORDS),
    action,
  };
}

const REPLY_LINE = /(?<=^|[\s:<>[("'])(?=[45][0-5]\d(?:[ :-]|$))/m;

/** Of all that is told, what the server answered: the first refusal for good, else the first answer, else everything. */
function answerIn(text: string): string {
  const answers: string[] = [];
  for (const piece of text.split(REPLY_LINE)) {
    const code = /^[45]\d\d/.exec(piece)?.[0];
    if (!code) continue;
    // several lines of one answer bear the same code
    if (answers.at(-1)?.startsWith(code)) answers[answers.length - 1] += piece;
    else answers.push(piece);
  }
  return answers.find((answer) => answer.startsWith('5')) ?? answers[0] ?? text;
}

type Stage = 'sender' | 'recipient' | 'message' | null;
const STAGES: [Exclude<Stage, null>, RegExp][] = [
  ['message', /(?:end of|final|reply to|response to|>>>|\[|after) ?(?:end of )?DATA\b|end of data|\bsending data\b/i],
  ['recipient', /\bRCPT\b(?! TO: [^<\s])|not like (?:the )?recipient|rejected recipient|recipient command/i],
  ['sender', /(?:after|reply to|>>>|our|\[) ?MAIL(?: FROM|_FROM)?\b/i],
];

/** The command that the server refused, as told in its answer, else nearby; null where nobody says. */
function stageOf(...texts: string[]): Stage {
  for (const text of texts) {
    const [stage] = STAGES.find(([, sign]) => sign.test(text)) ?? [null];
    if (stage) return stage;
  }
  return null;
}

/**
 * "No such user" is sure where the server says it to RCPT, or by a code for addresses (x.1.x); a server that took the recipient
 * and refuses later knows the address, and filters. "No such domain" said to MAIL is about the sender.
 */
function staged(reason: Reason, stage: Stage, { status, reply }: Codes): Reason {
  const unknown = reason === 'userunknown' || reason === 'hostunknown';
  if (unknown && stage === 'sender') return 'rejected';
  if (reason !== 'userunknown' || stage === 'recipient' || /^[45]\.1\./.test(status ?? '')) return reason;
  const vague = status === null || /^[45]\.(?:0\.0|2\.\d+)$/.test(status);
  return stage === 'message' || (vague && reply !== null) ? 'filtered' : reason;
}

/** A Status that only says "failed" yields to what the server itself said. */
function pick(field: string | null, said: string | null): string | null {
  if (field === null) return said;
  if (said !== null && (/\.0\.0$/.test(field) || !/\.0\.0$/.test(said))) return said;
  return field;
}
