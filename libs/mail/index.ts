export type { Action, Returned } from './bounce.js';
export { judgeReply, type Certainty } from './judge.js';
export type { Complaint } from './complaint.js';
export { addressesIn, fieldsOf, header, headersNamed, type Header, type ParsedMail, type MailPart } from './mail.js';
export { MAIL_KINDS, readMail, type MailKind, type MailReading } from './read.js';
export { REASONS, type Reason } from './reason.js';
export { type RefusalSubject, type BounceClass } from './reasons.js';
