import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { getDataSourceToken } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { AppModule } from './app.module.js';
import { boot, end } from './boot.js';
import {
  assertDurable,
  assertMigrated,
  Config,
  Dispatching,
  Handlers,
  levels,
  Heartbeat,
  warnOfOpenAudit,
} from './platform/index.js';
import { HealthPort } from './operations/index.js';

await boot(async () => {
  const app = await NestFactory.createApplicationContext(AppModule, {
    logger: levels(new Config().logLevel),
    bufferLogs: true,
    autoFlushLogs: false,
    abortOnError: false,
  });
  const source = app.get<DataSource>(getDataSourceToken());
  await assertMigrated(source);
  await assertDurable(source);
  await warnOfOpenAudit(source, app.get(Config));
  await app.get(Dispatching).watch();
  app.get(Handlers).start();
  await app.get(Heartbeat).start('worker');
  await app.get(HealthPort).start();
  app.flushLogs();
  return { close: () => end(app) };
});
