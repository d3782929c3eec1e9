import { fail, line } from '../say.mjs';

const known = [
  [
    /No space left on device|Check free disk space|Disk quota exceeded/,
    'The disk is full.',
    'Free some space and try again; nothing is lost.',
  ],
  [
    /could not (create|map|resize) .*shared memory/,
    'There is not enough shared memory for the database.',
    'Give the machine or container more memory (PostgreSQL asks for 256 MB), or set DATABASE_URL.',
  ],
  [
    /Cannot allocate memory|out of memory/i,
    'There is not enough memory for the database.',
    'Free some (PostgreSQL asks for 256 MB), or set DATABASE_URL.',
  ],
  [
    /Read-only file system/,
    'The project lies on a read-only file system.',
    'Put it where it may write, or set DATABASE_URL.',
  ],
  [
    /has wrong ownership/,
    'The data of the database belong to another account.',
    'Run this as the one who made them (root?), or move .data/postgres away.',
  ],
  [
    /Permission denied|Operation not permitted/,
    'PostgreSQL may not use the folder of its data.',
    'Make the project your own (chown), or set DATABASE_URL.',
  ],
  [
    /cannot execute|ENOENT|ENOEXEC|error while loading shared libraries|GLIBC_/,
    'The embedded PostgreSQL does not run on this machine.',
    'Set DATABASE_URL to a PostgreSQL 15 or newer.',
  ],
];

/** Turns the last words of PostgreSQL into one line, and ends the command with it. */
export function explain(lines, what) {
  const all = lines.join('\n');
  if (process.env.DEBUG) for (const text of lines) line(`postgres │ ${text}`);
  const match = known.find(([pattern]) => pattern.test(all));
  if (match) fail(match[1], match[2]);
  const last = lines.find((text) => /FATAL|PANIC|ERROR|error:/.test(text)) ?? lines.at(-1) ?? 'it said nothing';
  fail(`${what}: ${last.replace(/^.*?(FATAL|PANIC|ERROR|error):\s*/, '')}`, '(DEBUG=1 shows more.)');
}
