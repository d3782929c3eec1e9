export type { Action, Returned } from './bounce.js';
export type { Complaint } from './complaint.js';
export { addressesIn, header, headersNamed, type Header, type Mail, type Part } from './mail.js';
export { MAIL_KINDS, readMail, type MailKind, type Reading } from './read.js';
export { REASONS, type BounceClass, type Reason } from './reasons.js';
