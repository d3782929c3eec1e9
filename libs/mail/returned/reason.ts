/**
 * Why a mail came back. The words are those of the Sisimai project, which the field's open bounce analysers share.
 * `undefined`: nothing in the mail says it.
 */
export const REASONS = [
  'userunknown',
  'hostunknown',
  'hasmoved',
  'notaccept',
  'mailboxfull',
  'expired',
  'networkerror',
  'systemerror',
  'systemfull',
  'mailererror',
  'suspend',
  'mesgtoobig',
  'exceedlimit',
  'toomanyconn',
  'syntaxerror',
  'onhold',
  'filtered',
  'rejected',
  'blocked',
  'authfailure',
  'badreputation',
  'requireptr',
  'spamdetected',
  'virusdetected',
  'policyviolation',
  'securityerror',
  'norelaying',
  'notcompliantrfc',
  'contenterror',
  'failedstarttls',
  'undefined',
] as const;
export type Reason = (typeof REASONS)[number];
