import type { ReturnAddresses } from './verp.js';

interface WaysOut {
  dispatchId: string;
  /** the page that stops all mail */
  stop: string;
  /** null: the sender has none */
  bounceAddress: string | null;
  answersTo: string;
}

/**
 * The ways out that mail programs show. By mail: to the message's own return address, whose mailbox Overture reads, else
 * with its token in the subject. RFC 8058 has mail programs prefer the link.
 */
export function listUnsubscribe(addresses: ReturnAddresses, facts: WaysOut): Record<string, string> {
  const { dispatchId, stop, bounceAddress, answersTo } = facts;
  const to = bounceAddress ? addresses.of(bounceAddress, dispatchId) : answersTo;
  const subject = `unsubscribe%20${addresses.token(dispatchId)}`;
  return {
    'List-Unsubscribe': `<${stop}>, <mailto:${encodeURI(to).replaceAll('?', '%3F')}?subject=${subject}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  };
}
