export const AUTHENTICATIONS = ['pass', 'fail', 'none', 'unknown'] as const;

/**
 * Whether the domain in From stands behind a mail. pass: by DMARC, or by a DKIM signature of that domain; fail: it was
 * signed in that name, and the signature or the policy fails; none: nothing shows it; unknown: it could not be found
 * out.
 */
export type AuthenticationResult = (typeof AUTHENTICATIONS)[number];

export interface Authentication {
  result: AuthenticationResult;
  /** as RFC 8601 writes it, such as dkim=pass header.d=example.com */
  evidence: string;
}

export const LONGEST_EVIDENCE = 500;

/** The domain of an address, lower case; '' where it has none. */
export const domainOfAddress = (address: string): string => address.slice(address.lastIndexOf('@') + 1).toLowerCase();
