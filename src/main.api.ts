import 'reflect-metadata';
import { fileURLToPath } from 'node:url';
import { getDataSourceToken } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { AppModule } from './app.module.js';
import { boot, end } from './boot.js';
import {
  assertDurable,
  assertMigrated,
  Config,
  Dispatching,
  publishConsole,
  publishDocs,
  Heartbeat,
  serve,
  warnOfOpenAudit,
} from './platform/index.js';

const BUILT_CONSOLE = fileURLToPath(new URL('../web', import.meta.url));

await boot(async () => {
  const config = new Config();
  const app = await serve(AppModule, config);
  publishDocs(app);
  await publishConsole(app, BUILT_CONSOLE);
  const source = app.get<DataSource>(getDataSourceToken());
  await assertMigrated(source);
  await assertDurable(source);
  await warnOfOpenAudit(source, config);
  await app.get(Dispatching).watch();
  await app.get(Heartbeat).start('api');
  await app.listen(config.port, config.host);
  app.flushLogs();
  return { url: config.publicUrl, close: () => end(app) };
});
