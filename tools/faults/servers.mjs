import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { atEnd, pause } from '../processes/life.mjs';
import { removeCluster, startPostgres } from '../postgres/postgres.mjs';
import { alive, gone } from '../processes/processes.mjs';
import { inData } from '../project.mjs';
import { startRedis } from '../servers/redis.mjs';
import { fail } from '../say.mjs';
import { mountDisk } from './disk.mjs';

/** A PostgreSQL and a Redis of their own, since both are going to be hurt. */
export async function startServers(withRedis) {
  mkdirSync(inData('faults'), { recursive: true });
  const dataDir = inData('faults', `${process.pid}`);
  atEnd(() => removeCluster(dataDir));
  const database = await startPostgres({ dataDir, quick: true });
  process.env.TEST_DATABASE_URL = database.adminUrl;
  return {
    postgres: hurtable(database),
    redis: withRedis ? await redisServer() : null,
    smallDisk: () => onSmallDisk(`${dataDir}.disk`),
  };
}

/** One more PostgreSQL, for an attack that fills its disk; null where none can be mounted. */
async function onSmallDisk(folder) {
  const disk = mountDisk(folder, 1024);
  if (!disk) return null;
  const before = process.env.TEST_DATABASE_URL;
  const database = await startPostgres({ dataDir: join(folder, 'postgres'), quick: true });
  process.env.TEST_DATABASE_URL = database.adminUrl;
  return {
    postgres: hurtable(database),
    disk,
    async close() {
      process.env.TEST_DATABASE_URL = before;
      await database.stop();
      await disk.unmount();
    },
  };
}

function hurtable(database) {
  return {
    async down() {
      const pid = database.pid();
      if (!pid || !alive(pid)) return;
      process.kill(pid, 'SIGQUIT');
      await gone(pid, 10_000);
    },
    up: () => database.restart(),
    async restart() {
      await this.down();
      await this.up();
    },
  };
}

async function redisServer() {
  let server = await startRedis();
  if (!server) fail('The faults of Redis need a redis-server on the PATH.', 'Install it, or choose --queue postgres.');
  process.env.TEST_REDIS_URL = server.url;
  return {
    signal: (signal) => process.kill(server.pid, signal),
    command: (...words) => speakTo(server.url, words),
    async restart() {
      const { port } = server;
      process.kill(server.pid, 'SIGKILL');
      await pause(Math.random() * 5_000);
      server = await startRedis({ port });
    },
  };
}

async function speakTo(url, [command, ...rest]) {
  const { Redis } = await import('ioredis');
  const redis = new Redis(url, { maxRetriesPerRequest: 1 });
  redis.on('error', () => undefined);
  try {
    return await redis.call(command, ...rest);
  } finally {
    redis.disconnect();
  }
}
