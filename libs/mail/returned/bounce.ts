import { codesIn, isTemporary, type Codes } from './codes.js';
import type { Reason } from './reason.js';
import {
  aboutOf,
  classOf,
  reasonInWords,
  reasonOfReply,
  reasonOfStatus,
  type RefusalSubject,
  type BounceClass,
} from './reasons.js';

export type Action = 'failed' | 'delayed' | 'delivered' | 'relayed' | 'expanded';

/** What became of a mail for one recipient. */
export interface Returned {
  recipient: string | null;
  /** enhanced status code, or the first digit of the reply code and .0.0 */
  status: string | null;
  class: BounceClass;
  reason: Reason;
  about: RefusalSubject;
  /** what the server said, in one line of at most 500 characters */
  words: string;
  action: Action;
}

const LONGEST_WORDS = 500;

export interface BounceEvidence {
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
  /** the diagnosis is a server's reply to us alone: at sending time, or in the Diagnostic-Code field of a report */
  verbatim?: boolean;
  /** what the reporting system itself makes of it, in its own field */
  category?: Reason | null;
  /** the reason that the sender's provider names, who had the whole conversation: it counts unless the words say another */
  hint?: Reason | null;
}

/** Weighs what is known of one recipient: plain words first, then the enhanced code, then the reply code. */
export function judged({
  recipient,
  action,
  status,
  diagnosis,
  context,
  around,
  verbatim = false,
  category = null,
  hint = null,
}: BounceEvidence): Returned {
  const silent = diagnosis.trim() === '';
  const answer = answerIn(silent ? context : diagnosis);
  const said = codesIn(answer);
  const code = pick(status, said.status);
  const codes = { status: code, reply: said.reply };
  const words = silent ? context : diagnosis;
  const stage = stageOf(answer, words, around);
  const named = reasonInWords(answer) ?? reasonInWords(words) ?? reasonOfStatus(code) ?? reasonInWords(context);
  const hinted = hint !== null && (named === null || named === hint) ? hint : null;
  const reason =
    category ?? hinted ?? staged(named ?? reasonOfReply(said.reply) ?? 'undefined', stage, codes, words, verbatim);
  return {
    recipient,
    status: code ?? (said.reply ? `${said.reply[0]}.0.0` : null),
    class: action === 'delayed' ? 'soft' : classOf(reason, isTemporary(codes)),
    reason,
    about: aboutOf(reason),
    words: words.replace(/\s+/g, ' ').trim().slice(0, LONGEST_WORDS),
    action,
  };
}

const REPLY_LINE = /(?<=^|[\s:<>[("'])(?=[45][0-5]\d(?:[ ,:-]|$))/m;

/** The server's answer among all texts: the first permanent refusal, else the first answer, else everything. */
function answerIn(text: string): string {
  const answers: string[] = [];
  for (const rest of text.slice(0, 20_000).split(REPLY_LINE)) {
    // as a value in JSON, which ends with its quote
    const piece = rest.split(/"[,}\]]/)[0]!;
    const code = /^[45]\d\d/.exec(piece)?.[0];
    if (!code) continue;
    // several lines of one answer have the same code
    if (answers.at(-1)?.startsWith(code)) answers[answers.length - 1] += piece;
    else answers.push(piece);
  }
  return answers.find((answer) => answer.startsWith('5')) ?? answers[0] ?? text;
}

type Stage = 'sender' | 'recipient' | 'message' | null;
const STAGES: [Exclude<Stage, null>, RegExp][] = [
  ['message', /(?:end of|final|reply to|response to|>>>|\[|after) ?(?:end of )?DATA\b|end of data|\bsending data\b/i],
  [
    'recipient',
    /\bRCPT\b(?! TO: [^<\s])|not like (?:the )?recipient|rejected recipient|recipient command|no valid recipients/i,
  ],
  ['sender', /(?:after|reply to|>>>|our|\[) ?MAIL(?: FROM|_FROM)?\b/i],
];

/** The command that the server refused, from its answer, else from nearby text; null where unknown. */
function stageOf(...texts: string[]): Stage {
  for (const text of texts) {
    const [stage] = STAGES.find(([, sign]) => sign.test(text.slice(0, 20_000))) ?? [null];
    if (stage) return stage;
  }
  return null;
}

/** A system that looked the name up in a directory of its own needs no code to be sure. */
const DIRECTORY =
  /not listed in|name is not recognized|not in (?:the |our )?(?:directory|address book)|name and address book|recipient name|resolver\.adr/i;

/** Plain words for it. */
const NO_SUCH_USER =
  /\b(?:user|recipient|addressee|account|mailbox)(?: is)? (?:unknown|not (?:found|exist)|does(?: not|n't) exist)|\b(?:unknown|no such) (?:local )?(?:user|recipient|mailbox|account|addressee)|user does(?: not|n't) have an? \S+ account/i;
/** Microsoft's words for it; with a code for policy they are Postfix's, for whom it does not let in. */
const LETS_NO_ONE_IN = /recipient address rejected: access denied/i;

/**
 * "No such user" is certain where the server answers it to RCPT, whatever the code; with an address code (x.1.x); from
 * its directory; or in plain words of its own with a code that says nothing. A server that accepted the recipient and
 * refuses later knows the address, and filters; prose without a code, and a code for mailbox or policy, are treated the
 * same. "No such domain" said to MAIL is about the sender.
 */
function staged(reason: Reason, stage: Stage, { status }: Codes, words: string, verbatim: boolean): Reason {
  if (LETS_NO_ONE_IN.test(words) && /^[45]\.7\./.test(status ?? '')) return 'filtered';
  const unknown = reason === 'userunknown' || reason === 'hostunknown';
  if (unknown && stage === 'sender') return 'rejected';
  if (reason !== 'userunknown' || stage === 'recipient' || /^[45]\.1\./.test(status ?? '')) return reason;
  const silent = status === null || status.endsWith('.0.0');
  const vague = silent || /^[45]\.[27]\.\d+$/.test(status);
  const sure = DIRECTORY.test(words) || (silent && verbatim && NO_SUCH_USER.test(words));
  return stage === 'message' || (vague && !sure) ? 'filtered' : reason;
}

/** A Status that only says "failed" yields to what the server itself said. */
function pick(field: string | null, said: string | null): string | null {
  if (field === null) return said;
  if (said !== null && (field.endsWith('.0.0') || !said.endsWith('.0.0'))) return said;
  return field;
}
