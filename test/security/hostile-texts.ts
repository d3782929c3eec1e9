/** What texts that are meant to stop their reader consist of: each is repeated up to the size that is asked for. */
export const REPEATED = [
  ['*', '>', ' ', '\t', '\n', '\r', '<', '(', '[', '"', '=', ':', '-', '_', '.', '@', 'a', '1', '|', '\\', '\u00a0'],
  [
    'a@',
    '<@',
    'a@a.',
    '"<(',
    '* ',
    '> ',
    '\n>',
    '\n ',
    ' \n',
    '_=',
    '1(',
    '1.1.',
    '5.1.1',
    '&#',
    '&#x',
    '\n\n\n',
    ' x',
  ],
  ['On ', '-----', '----- ', 'a wrote:', 'wrote:\n', 'On 1.1.2026 a@b.example wrote:\n', '1 <@ <@:\n', 're: '],
  ['On 1.1.2026 a@b.example wrote:\n> x\n', 'From: a\n', 'From: a\nTo: b\nSubject: c\n', 'Received: x\nX-A: b\n'],
  ['<a', '<a b="', '<a b=\'"', '<!', '<!--', '</', '<div>', '<blockquote>', '<br>x', '<b> </b>', '<a\n', '&amp;'],
  ['mail-to-', 'sent to ', 'mail to mail ', 'deliver', 'recipient: ', 'user ', 'mail@', 'mail "', 'mail @@', 'user<'],
  [
    'not listed in ',
    'not listed in a ',
    'copy of the message\n',
    'Sent from my iPhone\n',
    'Best regards\nx\n',
    '- Ab\n',
  ],
  ['Final-Recipient: rfc822;a@b.example\n\n', 'Aa-', '  Aa: b\n', '"complainedRecipients"', '"userAgent" : "'],
  [
    'may 1 ',
    'in may ',
    '1/1/',
    'until ',
    'on annual ',
    'bitte ',
    'remove me ',
    '=?utf-8?q?a?= ',
    '--b\n',
    '不在',
    '😀',
  ],
].flat();

/** The same with a number in each, so that no two are alike. */
export const NUMBERED = [
  'a#@b.example\n',
  'Final-Recipient: rfc822;a#@b.example\nAction: failed\n\n',
  'X-#: a\n',
  '<#@b> ',
];

/** `size` characters of it, with what makes most patterns fail at the end. */
export function hostileText(piece: string, size: number): string {
  let count = 0;
  const next = () => piece.replace('#', () => String(count++));
  const text = piece.includes('#')
    ? Array.from({ length: size / piece.length }, next).join('')
    : piece.repeat(size / piece.length);
  return `${text}\u2028!`;
}

/** Milliseconds of computing, whatever else the machine does: the least of up to eight. */
export async function costOf(work: () => unknown, enough: number): Promise<number> {
  let least = Infinity;
  for (let turn = 0; turn < 8 && least > enough; turn++) {
    const before = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, (user + system) / 1_000);
  }
  return least;
}
