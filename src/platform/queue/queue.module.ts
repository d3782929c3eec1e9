import { BullModule } from '@nestjs/bullmq';
import { Global, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { createPostgresBackend, createRedisBackend, setDefaultBackendFactory, type QueueOptions } from 'bullmq';
import pg from 'pg';
import { Config } from '../config.js';
import { Pooled } from '../database/connection.js';
import { JobQueue } from './job-queue.js';
import { DeadLetters } from './dead-letters.js';
import { Handlers } from './handlers.js';
import { Liveness } from './liveness.js';
import { queues } from './queues.js';

const CONNECTION = Symbol('queue connection');

@Global()
@Module({
  providers: [{ provide: CONNECTION, useFactory: connect, inject: [Config] }],
  exports: [CONNECTION],
})
class QueueConnection implements OnApplicationShutdown {
  constructor(@Inject(CONNECTION) private readonly connection: pg.Pool | { url: string }) {}

  async onApplicationShutdown(): Promise<void> {
    if (this.connection instanceof pg.Pool) await this.connection.end();
  }
}

interface RedisConnection {
  url: string;
  maxRetriesPerRequest: null;
  socketTimeout: number;
}
/**
 * Milliseconds. A worker that waits for work asks again after ten seconds: a Redis that is silent for longer is not
 * there any more.
 */
const SILENT = 15_000;

/** One pool for all queues and workers: each opening its own made 104 connections for eight queues. */
function connect(config: Config): pg.Pool | RedisConnection {
  if (config.redisUrl) {
    setDefaultBackendFactory(createRedisBackend);
    return { url: config.redisUrl, maxRetriesPerRequest: null, socketTimeout: SILENT };
  }
  setDefaultBackendFactory(createPostgresBackend);
  const pool = new pg.Pool({
    connectionString: config.databaseUrl,
    // every worker keeps one for LISTEN, the rest take turns
    max: 2 * queues().length + 4,
    options: '-c search_path=bullmq',
    application_name: 'overture queue',
    keepAlive: true,
    Client: Pooled,
  } as pg.PoolConfig);
  // each queue and each worker listens to it: no leak
  pool.setMaxListeners(4 * queues().length);
  pool.on('error', () => undefined); // a cut idle connection is replaced; BullMQ reports what matters
  return pool;
}

@Global()
@Module({
  imports: [
    DiscoveryModule,
    QueueConnection,
    BullModule.forRootAsync({
      imports: [QueueConnection],
      inject: [CONNECTION],
      useFactory: (connection: QueueOptions['connection']) => ({
        connection,
        // Redis Cluster keeps all keys of a queue in one slot by the tag
        prefix: '{overture}',
      }),
      // handlers run in the worker only: main.worker registers them
      extraOptions: { manualRegistration: true },
    }),
  ],
  providers: [JobQueue, DeadLetters, Handlers, Liveness],
  exports: [JobQueue, DeadLetters, Handlers, Liveness],
})
export class QueueModule {}
