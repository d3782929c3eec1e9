import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ReturnAddresses } from '../../src/channels/email/verp.js';
import { Config } from '../../src/platform/index.js';
import { project } from '../support/project.js';

const cli = `${project}dist/programs/main.cli.js`;
const folder = mkdtempSync(join(tmpdir(), 'overture-mails-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

interface Told {
  code: number;
  lines: Record<string, unknown>[];
  complaints: string;
}

/** The program as built, with no database to be found. */
function inspect(args: string[], input = '', env: NodeJS.ProcessEnv = {}): Promise<Told> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [cli, 'mail', 'inspect', ...args],
      { env: { PATH: process.env.PATH, ...env } },
      (error, out, complaints) =>
        resolve({
          code: Number(error?.code ?? 0),
          lines: out
            .split('\n')
            .filter(Boolean)
            .map((line) => JSON.parse(line) as Record<string, unknown>),
          complaints,
        }),
    );
    child.stdin!.end(input);
  });
}

const OURS = '<0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b@overture>';
const NOTHING = {
  recipient: null,
  status: null,
  class: null,
  reason: null,
  returnDate: null,
  replyText: null,
  matched: null,
  signature: null,
};
const bounce = `From: MAILER-DAEMON@mx.example\nSubject: Undelivered\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\n\n--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx\n\nFinal-Recipient: rfc822; a@x.example\nAction: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 5.1.1 User unknown\n\nFinal-Recipient: rfc822; b@x.example\nAction: delayed\nStatus: 4.4.1\n\n--b\nContent-Type: message/rfc822\n\nMessage-ID: ${OURS}\nSubject: x\n\ny\n--b--\n`;

test('one line of JSON a mail, and a bounce has one for each recipient', async () => {
  const reply = file(
    'reply.eml',
    `From: maria@buyer.example\nSubject: Re: Stock\nIn-Reply-To: ${OURS}\n\nYes.\n\nOn Mon, 14 Dec 2026, Us wrote:\n> Dear Maria\n`,
  );
  const back = file('bounce.eml', bounce);
  const away = file(
    'away.eml',
    'From: maria@buyer.example\nSubject: Automatic reply: Stock\nAuto-Submitted: auto-replied\nDate: Mon, 14 Dec 2026 10:00:00 +0100\nTo: bounces+0199a1b23c4d7e5f8a6b7c8d9e0f1a2b@ours.example\n\nI am away until 4 January 2027.\n',
  );
  expect(await inspect([reply, back, away])).toEqual({
    code: 0,
    complaints: '',
    lines: [
      { file: reply, kind: 'reply', ...NOTHING, replyText: 'Yes.', matched: OURS },
      {
        file: back,
        kind: 'bounce',
        ...NOTHING,
        recipient: 'a@x.example',
        status: '5.1.1',
        class: 'hard',
        reason: 'userunknown',
        matched: OURS,
      },
      {
        file: back,
        kind: 'bounce',
        ...NOTHING,
        recipient: 'b@x.example',
        status: '4.4.1',
        class: 'soft',
        reason: 'expired',
        matched: OURS,
      },
      {
        file: away,
        kind: 'auto_reply',
        ...NOTHING,
        replyText: 'I am away until 4 January 2027.',
        returnDate: '2027-01-04',
        matched: OURS.slice(1, 37),
        signature: 'none',
      },
    ],
  });
});

test('a dash reads standard input', async () => {
  expect((await inspect(['-'], 'From: maria@buyer.example\nSubject: Hello\n\nHi.')).lines).toEqual([
    { file: '-', kind: 'reply', ...NOTHING, replyText: 'Hi.' },
  ]);
});

test('a return address is checked with the key of a configuration, and said not to be checked without one', async () => {
  const id = OURS.slice(1, 37);
  const OVERTURE_SECRET = 'ab'.repeat(32);
  const ours = new ReturnAddresses(new Config({ DATABASE_URL: 'x', OVERTURE_SECRET })).of('b@ours.example', id);
  const told = async (env: NodeJS.ProcessEnv) => {
    const { lines } = await inspect(['-'], `From: maria@buyer.example\nTo: ${ours}\nSubject: Hello\n\nHi.`, env);
    return lines.map(({ matched, signature }) => [matched, signature]);
  };
  expect(await told({ OVERTURE_SECRET })).toEqual([[id, 'valid']]);
  expect(await told({})).toEqual([[id, 'cannot be checked']]);
  // what another installation signed names nothing of ours
  expect(await told({ OVERTURE_SECRET: 'cd'.repeat(32) })).toEqual([[null, null]]);
});

test('an unreadable mail is reported on stderr, and the others are printed', async () => {
  const good = file('good.eml', 'From: maria@buyer.example\nSubject: Hello\n\nHi.');
  const empty = file('empty.eml', ' \n');
  const told = await inspect([join(folder, 'none.eml'), empty, folder, good]);
  expect(told.code).toBe(1);
  expect(told.lines.map(({ file: name }) => name)).toEqual([good]);
  expect(told.complaints.trim().split('\n')).toEqual([
    `${join(folder, 'none.eml')}: there is no such file.`,
    `${empty}: is empty.`,
    `${folder}: is a folder; name the files in it.`,
  ]);
});

test('without a file it says how it is used', async () => {
  expect(await inspect([])).toMatchObject({
    code: 1,
    lines: [],
    complaints: expect.stringContaining('mail inspect FILE'),
  });
});
