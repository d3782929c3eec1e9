import { execFile, spawn, type ChildProcess, type StdioOptions } from 'node:child_process';
import { access, constants, readdir, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { ConfigError, type Config } from '../../platform/index.js';

const NAMES = ['pg_dump', 'pg_restore', 'psql'] as const;
const DEBIAN = '/usr/lib/postgresql';

export type ToolName = (typeof NAMES)[number];

/** A running tool. `done` resolves with how it ended. */
export interface Running {
  child: ChildProcess;
  /** @throws ConfigError with the tool's own words */
  done: Promise<void>;
}

/** PostgreSQL's own programs, of one version. */
export class Tools {
  private constructor(
    private readonly folder: string,
    private readonly env: NodeJS.ProcessEnv,
  ) {}

  /**
   * Those that fit the server: pg_dump refuses a server that is newer than itself.
   * @throws ConfigError that tells what to install
   */
  static async find(config: Config, serverMajor: number): Promise<Tools> {
    const { folders, given } = config.programFolders;
    const found: string[] = [];
    for (const folder of given ? folders : [...folders, ...(await debianFolders())]) {
      const major = await majorIn(folder);
      // in English, because their words are read here
      if (major && major >= serverMajor)
        return new Tools(folder, { ...config.libpq, LC_ALL: 'C', PGCLIENTENCODING: 'UTF8' });
      if (major) found.push(`${major} in ${folder}`);
    }
    const seen =
      found.length > 0
        ? `there is only ${found.join(', ')}`
        : `there are none ${given ? `in ${folders[0]}` : 'on the PATH'}`;
    throw new ConfigError(
      `This needs pg_dump, pg_restore and psql of PostgreSQL ${serverMajor} or newer, because the server is ${serverMajor}; ${seen}. ` +
        `Install them (apt-get install postgresql-client-${serverMajor}, from https://apt.postgresql.org where Debian has only older ones; ` +
        `brew install postgresql@${serverMajor}), or say where they are: PG_BIN=/path/to/bin`,
    );
  }

  /** It is stopped when this process is; `onLine` gets each line of its stderr. */
  start(
    name: ToolName,
    args: string[],
    stdio: StdioOptions,
    onLine: (line: string) => void = () => undefined,
  ): Running {
    const child = spawn(join(this.folder, name), ['--no-password', ...args], { stdio, env: this.env });
    const words: string[] = [];
    if (child.stderr)
      createInterface({ input: child.stderr }).on('line', (line) => {
        onLine(line);
        if (/error:|ERROR:|FATAL:|DETAIL:|detail:/.test(line)) words.push(line);
      });
    const stop = () => void child.kill('SIGTERM');
    for (const signal of SIGNALS) process.on(signal, stop);
    const done = new Promise<void>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (code, signal) => {
        for (const each of SIGNALS) process.off(each, stop);
        if (code === 0) resolve();
        else reject(new ConfigError(words.slice(0, 3).join(' ') || `${name} was stopped (${signal ?? code}).`));
      });
    });
    // the caller gets the rejection; it may not be awaiting yet
    done.catch(() => undefined);
    return { child, done };
  }
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Newest first. */
async function debianFolders(): Promise<string[]> {
  const versions = await readdir(DEBIAN).catch(() => []);
  return versions.sort((a, b) => Number(b) - Number(a)).map((version) => join(DEBIAN, version, 'bin'));
}

/** Null where not all of them are. */
async function majorIn(folder: string): Promise<number | null> {
  try {
    for (const name of NAMES) await access(join(folder, name), constants.X_OK);
    const file = join(folder, 'pg_dump');
    // Debian's wrapper takes the version of a cluster that it finds, and the next one another
    if ((await realpath(file)).endsWith('pg_wrapper')) return null;
    const { stdout } = await promisify(execFile)(file, ['--version']);
    return Number(/\(PostgreSQL\) (\d+)/.exec(stdout)?.[1]) || null;
  } catch {
    return null;
  }
}
