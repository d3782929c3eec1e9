import { Redis } from 'ioredis';

export type Backend = 'postgres' | 'redis';

/** The same stories with the queue on PostgreSQL and on Redis. Without a Redis that half is skipped, and says so. */
export function onEachBackend(stories: (backend: Backend) => void): void {
  describe('queue on PostgreSQL', () => stories('postgres'));
  const redis = Boolean(process.env.TEST_REDIS_URL);
  if (!redis) console.warn('\n*** NO TEST_REDIS_URL: THE REDIS HALF OF THESE STORIES IS SKIPPED ***\n');
  (redis ? describe : describe.skip)('queue on Redis', () => stories('redis'));
}

const MINE = 'overture:taken by a test';

/** An empty database of the Redis for one file, given back empty. One that holds anything is somebody's, and is never flushed. */
export class RedisDatabase {
  private constructor(
    readonly url: string,
    private readonly redis: Redis,
  ) {}

  static async take(): Promise<RedisDatabase> {
    for (let number = 1; number < 16; number++) {
      const url = new URL(process.env.TEST_REDIS_URL!);
      url.pathname = `/${number}`;
      const redis = new Redis(url.href, { maxRetriesPerRequest: 1 });
      const mine = await redis.set(MINE, process.pid, 'EX', 600, 'NX');
      if (mine && (await redis.dbsize()) === 1) return new RedisDatabase(url.href, redis);
      if (mine) await redis.del(MINE);
      redis.disconnect();
    }
    throw new Error('The Redis of TEST_REDIS_URL has no empty database left (1 to 15): empty one of them.');
  }

  /** What a restart without persistence, or a hasty hand, does. */
  async wipe(): Promise<void> {
    await this.redis.flushdb();
    await this.redis.set(MINE, process.pid, 'EX', 600);
  }

  async giveBack(): Promise<void> {
    await this.redis.flushdb();
    this.redis.disconnect();
  }
}
