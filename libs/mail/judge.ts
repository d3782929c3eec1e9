import { judged, type Returned } from './returned/bounce.js';
import { codesIn } from './returned/codes.js';
import type { Reason } from './returned/reason.js';

/** How sure a judgement is: what may follow by itself, what a rep should look at, and what nobody can tell. */
export type Certainty = 'certain' | 'likely' | 'unclear';

export interface SmtpReply {
  recipient: string;
  /** all lines of the reply, each with its code */
  response: string;
  /** the command that it answers, such as RCPT TO; '' where unknown */
  command: string;
}

/**
 * A refusal at sending time, by the rules for mails that came back. 4xx and 5xx are weighed alike: the class says
 * whether the address is no good, `about` whether the recipient is meant at all.
 */
export function judgeReply({ recipient, response, command }: SmtpReply): Returned {
  const { reply } = codesIn(response.slice(0, 200));
  return judged({
    recipient,
    action: reply?.startsWith('4') ? 'delayed' : 'failed',
    status: null,
    diagnosis: asOneReply(response),
    verbatim: true,
    context: '',
    around: AT[command.split(' ')[0]!.toUpperCase()] ?? '',
  });
}

export interface EventEvidence {
  recipient: string | null;
  /** what the receiving server said, as the provider passes it on */
  words: string;
  /** enhanced status code that the provider names beside them, or null */
  status: string | null;
  /** the provider says that the address may be good */
  temporary: boolean;
  /** the reason that the provider's own class names; null where it is too broad for one */
  category: Reason | null;
}

/** A mail that did not arrive, as the provider who sends it says: the server's words first, then the provider's class. */
export function judgeEvent({ recipient, words, status, temporary, category }: EventEvidence): Returned {
  const action = temporary ? 'delayed' : 'failed';
  const diagnosis = asOneReply(words);
  return judged({ recipient, action, status, diagnosis, verbatim: true, context: '', around: '', hint: category });
}

/** The words by which a report tells the command. */
const AT: Record<string, string> = {
  MAIL: 'in reply to MAIL FROM command',
  RCPT: 'in reply to RCPT TO command',
  DATA: 'in reply to end of DATA command',
};

/** `550-5.7.1 one` and `550 5.7.1 two` are one text: a code in mid-sentence would part what a phrase looks for. */
const asOneReply = (response: string): string => {
  const [first = '', ...more] = response.split(/\r?\n/);
  return [first, ...more.map((line) => line.replace(/^\d{3}[- ](?:\d\.\d{1,3}\.\d{1,3}[ ])?/, ''))].join(' ');
};

export function certaintyOf({ class: bounceClass, reason }: Returned): Certainty {
  if (reason === 'undefined') return 'unclear';
  return bounceClass === 'hard' ? 'certain' : 'likely';
}
