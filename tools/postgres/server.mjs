import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, rmSync, statSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import { atEnd, hurried, pause } from '../processes/life.mjs';
import { alive, commandOf, gone } from '../processes/processes.mjs';
import { readIfThere } from '../project.mjs';
import { fail, line, step } from '../say.mjs';
import { postgresEnvironment } from './cluster.mjs';
import { explain } from './failures.mjs';

const settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '200',
  shared_buffers: '256MB',
  TimeZone: 'UTC',
  log_timezone: 'UTC',
  synchronous_commit: 'on',
  log_checkpoints: 'off',
};

// For a cluster that is thrown away: a lost machine may lose it. A lost server may not: what is committed stays committed.
const quickSettings = { fsync: 'off', full_page_writes: 'off' };

/** What postmaster.pid says of a server that really runs on this data folder: `{ pid, port, status }`, or null. */
export function runningServer(dataDir) {
  const file = join(dataDir, 'postmaster.pid');
  const text = readIfThere(file);
  if (text === null) return null;
  const [pid, , , port, , , , status] = text.split('\n');
  const command = commandOf(Number(pid));
  if (alive(Number(pid)) && (command === null || /postgres/.test(command))) {
    return { pid: Number(pid), port: Number(port), status: status?.trim() ?? '' };
  }
  // The number may belong to somebody else by now (after a restart of the machine, or in a container), which PostgreSQL itself
  // takes for a running server. What still uses the data would be found by its shared memory.
  rmSync(file, { force: true });
  return null;
}

/** Starts the server and waits until it answers: `{ pid, port }`, or null when the port was taken meanwhile. */
export async function startServer({ account, port, logFile, quick }) {
  for (let attempt = 1; ; attempt += 1) {
    const { child, ending, words } = launch({ account, port, logFile, quick });
    // Registered before anything is awaited: no signal may fall between a server and its end.
    const forget = atEnd(() => stopServer(child));
    const isReady = () => {
      const server = runningServer(account.dataDir);
      return server?.pid === child.pid && server.status === 'ready';
    };
    await step('Starting the database', async () => {
      while (!ending.how && !isReady()) await pause(25);
    });
    forget();
    if (!ending.how) return { pid: child.pid, port };
    const all = [...words(), ending.how].join('\n');
    if (/could not create any TCP\/IP sockets|Address already in use/.test(all)) return null;
    // The processes of a server that was killed need a moment to notice.
    if (attempt > 40 || !/pre-existing shared memory block|lock file ".*" already exists/.test(all)) {
      explain([...words(), ending.how], 'The database does not start');
    }
    await pause(250);
  }
}

/** Its messages go to a file and not to us, since it may outlive this process for a moment. */
function launch({ account, port, logFile, quick }) {
  const { dataDir } = account;
  const memory = smallSharedMemory() && { dynamic_shared_memory_type: 'mmap' };
  const all = { ...settings, ...memory, ...(quick && quickSettings), port };
  const flags = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const { file, args, options } = account.command(join(account.native, 'bin', 'postgres'), ['-D', dataDir, ...flags]);
  const log = openSync(logFile, sizeOf(logFile) > 10_000_000 ? 'w' : 'a', 0o600);
  const before = sizeOf(logFile);
  // In a session of its own: Ctrl-C reaches the whole foreground group, and the database has to be the last to stop.
  const child = spawn(file, args, {
    ...options,
    cwd: '/',
    env: postgresEnvironment,
    detached: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  const ending = { how: null };
  child.once('exit', (code, signal) => (ending.how = signal ?? `exit code ${code}`));
  child.once('error', (error) => (ending.how = error.code));
  const words = () => readFileSync(logFile).subarray(before).toString().trim().split('\n').slice(-20);
  return { child, ending, words };
}

function sizeOf(file) {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

/** Containers often have 64 MB in /dev/shm, which one parallel query can fill. */
function smallSharedMemory() {
  if (process.platform !== 'linux') return false;
  try {
    const { bavail, bsize } = statfsSync('/dev/shm');
    return bavail * bsize < 256 * 1024 * 1024;
  } catch {
    return true;
  }
}

/** Fast shutdown: sessions are cut, everything committed is kept. Waits; insists when told to hurry or after a minute. */
export async function stopServer({ pid }) {
  if (!pid || !alive(pid)) return;
  const tell = (signal) => {
    try {
      process.kill(pid, signal);
    } catch (error) {
      if (error.code !== 'ESRCH') fail(`The database (process ${pid}) cannot be stopped: ${error.code}.`);
    }
  };
  const insist = () => tell('SIGQUIT');
  hurried.addEventListener('abort', insist, { once: true });
  tell(hurried.aborted ? 'SIGQUIT' : 'SIGINT');
  if (!(await gone(pid, 60_000))) {
    line('The database takes too long to stop; it will repair itself at the next start.');
    insist();
    await gone(pid, 10_000);
  }
  hurried.removeEventListener('abort', insist);
}
