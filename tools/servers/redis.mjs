import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { begin, stopChild } from '../processes/child.mjs';
import { atEnd, pause } from '../processes/life.mjs';
import { onPath } from './path.mjs';
import { freePort } from '../processes/ports.mjs';
import { fail, firstLine } from '../say.mjs';

/** Ends the command with one line unless a Redis answers there. */
export async function expectRedis(url) {
  if (!/^rediss?:\/\//.test(url) || !URL.canParse(url))
    fail('REDIS_URL is not an address of a Redis.', 'It looks like redis://localhost:6379.');
  const where = new URL(url).host;
  const problem = await redisProblem(url);
  if (!problem) return;
  const reason = {
    ECONNREFUSED: 'refuses the connection',
    ENOTFOUND: 'cannot be found',
    EAI_AGAIN: 'cannot be found',
    ETIMEDOUT: 'does not answer',
  }[problem.code];
  const todo = 'Start it or check REDIS_URL; without REDIS_URL the queue runs on PostgreSQL.';
  if (/NOAUTH|WRONGPASS|invalid (username|password)/i.test(problem.message))
    fail(`The Redis at ${where} refuses the password.`, todo);
  fail(`The Redis at ${where} ${reason ?? `does not work: ${firstLine(problem)}`}.`, todo);
}

async function redisProblem(url) {
  const { Redis } = await import('ioredis');
  const redis = new Redis(url, {
    lazyConnect: true,
    retryStrategy: null,
    connectTimeout: 5000,
    maxRetriesPerRequest: 0,
  });
  let seen = null;
  redis.on('error', (error) => (seen ??= error));
  try {
    await redis.connect();
    await redis.ping();
    return null;
  } catch (error) {
    return seen ?? error;
  } finally {
    redis.disconnect();
  }
}

/**
 * Starts the `redis-server` of the PATH on this or a free port, keeping nothing: `{ url, port, pid, stop() }`, or null when there is
 * none.
 */
export async function startRedis({ port: wanted } = {}) {
  const program = onPath('redis-server');
  if (!program) return null;
  const port = wanted ?? (await freePort());
  const folder = await mkdtemp(join(tmpdir(), 'overture-redis-'));
  const settings = {
    port,
    bind: '127.0.0.1',
    save: '',
    appendonly: 'no',
    dir: folder,
    daemonize: 'no',
    'maxmemory-policy': 'noeviction',
  };
  const args = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, String(value)]);
  const { child } = await begin(program, args, { stdio: 'ignore', detached: true });
  const stop = async () => {
    await stopChild(child);
    await rm(folder, { recursive: true, force: true });
  };
  const forget = atEnd(stop);
  const url = `redis://127.0.0.1:${port}`;
  for (let attempt = 0; await redisProblem(url); attempt += 1) {
    if (attempt > 200 || child.exitCode !== null)
      fail(`${program} was started but does not answer.`, 'Set REDIS_URL to one that does.');
    await pause(50);
  }
  return { url, port, pid: child.pid, stop: () => (forget(), stop()) };
}
