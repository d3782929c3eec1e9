import { installedPostgres } from '../postgres/installed.mjs';
import { onPath } from '../servers/path.mjs';

/** What some tests need and this machine may not have: what is skipped without it, and what to do. */
export const REDIS = {
  find: () => process.env.TEST_REDIS_URL || process.env.REDIS_URL || onPath('redis-server'),
  skipped: 'NO REDIS: QUEUE TESTS ON REDIS',
  advice: 'Put redis-server on the PATH (apt-get or brew install redis) or set REDIS_URL.',
};
const OPTIONAL = [
  REDIS,
  {
    find: () => onPath('dovecot'),
    skipped: 'NO DOVECOT: THE STORIES OF MAILBOXES',
    advice: 'Install a real IMAP server (apt-get install dovecot-imapd, brew install dovecot).',
  },
  {
    find: installedPostgres,
    skipped: 'NO PG_DUMP: THE STORIES OF BACKUPS',
    advice: 'Install a PostgreSQL with its tools (apt-get or brew install postgresql); it need not run.',
  },
];

export const whatIsMissing = () => OPTIONAL.filter(({ find }) => !find());
