import { Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Changes } from './changes.js';
import { ChangesController } from './changes.controller.js';
import { Clock } from './clock.js';
import { Config } from './config.js';
import { Dispatching } from './dispatching.js';
import { Shutdown } from './shutdown.js';
import { Housekeeping } from './housekeeping.js';
import { Heartbeat } from './heartbeat.js';
import { databaseOptions } from './database/options.js';
import { SessionLocks } from './database/session-locks.js';
import { DeclaredFields } from './http/declared-fields.js';
import { DepthLimit } from './http/depth.interceptor.js';
import { ProblemFilter } from './http/problem.filter.js';
import { validation } from './http/validation.js';
import { WriteRights } from './http/write-rights.js';
import { QueueModule } from './queue/queue.module.js';
import { Outbound } from './outbound/outbound.js';
import { Settings } from './settings.js';
import { Vault } from './vault.js';

@Global()
@Module({
  providers: [{ provide: Config, useFactory: () => new Config() }],
  exports: [Config],
})
class ConfigModule {}

@Global()
@Module({
  imports: [
    ConfigModule,
    TypeOrmModule.forRootAsync({
      inject: [Config],
      useFactory: (config: Config) => ({ ...databaseOptions(config), autoLoadEntities: true, retryAttempts: 0 }),
    }),
    QueueModule,
  ],
  controllers: [ChangesController],
  providers: [
    Changes,
    Clock,
    Dispatching,
    Shutdown,
    SessionLocks,
    Settings,
    Housekeeping,
    Heartbeat,
    Vault,
    Outbound,
    WriteRights,
    { provide: APP_FILTER, useClass: ProblemFilter },
    { provide: APP_INTERCEPTOR, useClass: DepthLimit },
    { provide: APP_INTERCEPTOR, useClass: DeclaredFields },
    { provide: APP_PIPE, useFactory: validation },
  ],
  exports: [Clock, Dispatching, Shutdown, SessionLocks, Settings, Vault, Outbound, Heartbeat, QueueModule, WriteRights],
})
export class PlatformModule {}
