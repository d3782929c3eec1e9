import { readAddress, type AddressProblem } from './address.js';
import type { MailRoute } from './mail-route.js';
import { isDisposable, isFunction, meantDomain } from './risks.js';

export type EmailReason =
  | AddressProblem
  | 'reserved_domain'
  | 'no_such_domain'
  | 'no_mail_server'
  | 'accepts_no_mail'
  | 'no_mx'
  | 'misspelt_domain'
  | 'disposable_domain'
  | 'role_address'
  | 'address_literal'
  | 'needs_smtputf8'
  | 'dns_unavailable';

export interface EmailCheck {
  state: 'valid' | 'risky' | 'invalid' | 'unverified';
  reason: EmailReason | null;
  /** the probable correction of a typing error */
  suggestion: string | null;
  /** lower case, the domain in ASCII; null where it is no address */
  normalised: string | null;
}

/** Names that never lead anywhere (RFC 6761), whatever a resolver makes of them. */
const RESERVED = /(^|\.)(invalid|localhost)$/;

/**
 * What an address shows without writing to it. `routes` tells where mail for a domain goes; left out, nothing is looked
 * up. A risky address stays risky while DNS is out of reach, because no DNS answer would make it valid.
 */
export async function judgeEmail(text: string, routes?: (domain: string) => Promise<MailRoute>): Promise<EmailCheck> {
  const address = readAddress(text);
  if ('problem' in address) return { state: 'invalid', reason: address.problem, suggestion: null, normalised: null };
  const { local, domain, literal, international } = address;
  const normalised = `${local.toLowerCase()}@${domain}`;
  const told = (state: EmailCheck['state'], reason: EmailReason | null): EmailCheck => {
    const meant = literal ? null : meantDomain(domain);
    return { state, reason, suggestion: meant && `${local.toLowerCase()}@${meant}`, normalised };
  };
  if (literal) return told('risky', 'address_literal');
  if (RESERVED.test(domain)) return told('invalid', 'reserved_domain');
  const route = routes ? await routes(domain) : 'unknown';
  const fatal = DEAD_ENDS[route];
  if (fatal) return told('invalid', fatal);
  if (meantDomain(domain)) return told('risky', 'misspelt_domain');
  if (isDisposable(domain)) return told('risky', 'disposable_domain');
  if (isFunction(local)) return told('risky', 'role_address');
  if (international) return told('risky', 'needs_smtputf8');
  if (route === 'address_only') return told('risky', 'no_mx');
  return route === 'mx' ? told('valid', null) : told('unverified', 'dns_unavailable');
}

const DEAD_ENDS: Partial<Record<MailRoute, EmailReason>> = {
  no_such_domain: 'no_such_domain',
  no_mail_server: 'no_mail_server',
  null_mx: 'accepts_no_mail',
};
