import type { MailRoute } from './mail-route.js';

/** Asks once a domain, also when many want to know at the same moment, and remembers the last `most` answers. */
export function remembering(
  ask: (domain: string) => Promise<MailRoute>,
  most = 20_000,
): (domain: string) => Promise<MailRoute> {
  const known = new Map<string, Promise<MailRoute>>();
  return (domain) => {
    const answer = known.get(domain) ?? ask(domain);
    // the most recently used comes last
    known.delete(domain);
    known.set(domain, answer);
    if (known.size > most) known.delete(known.keys().next().value!);
    return answer;
  };
}
