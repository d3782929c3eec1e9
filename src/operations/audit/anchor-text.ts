/** A seal as it was when it left the database. */
export interface Anchor {
  /** number of the seal */
  seal: string;
  /** hexadecimal */
  hash: string;
}

const ANCHOR = /\baudit seal (\d{1,18}) sha256:([0-9a-f]{64})\b/g;

/** The line that is logged, mailed and kept. */
export const anchorLine = ({ seal, hash }: Anchor, at: Date): string =>
  `${at.toISOString()} audit seal ${seal} sha256:${hash}`;

/** All anchors of a text, be it the file of AUDIT_ANCHORS, a log or mails. */
export const anchorsIn = (text: string): Anchor[] =>
  [...text.matchAll(ANCHOR)].map(([, seal, hash]) => ({ seal: seal!, hash: hash! }));
