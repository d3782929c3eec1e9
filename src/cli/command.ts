import { NestFactory } from '@nestjs/core';
import { getDataSourceToken } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { assertMigrated } from '../platform/index.js';

/** One command of the command line; `run` answers with the exit code. */
export interface Command {
  usage: string;
  about: string;
  run(args: string[]): Promise<number>;
}

/**
 * The whole application, without HTTP and without workers, on a migrated database. Loaded only here: it takes seconds.
 */
export async function withApplication(
  work: (source: DataSource, app: Awaited<ReturnType<typeof NestFactory.createApplicationContext>>) => Promise<void>,
): Promise<number> {
  const { AppModule } = await import('../app.module.js');
  const app = await NestFactory.createApplicationContext(AppModule, {
    logger: ['error'],
    bufferLogs: true,
    autoFlushLogs: false,
    abortOnError: false,
  });
  try {
    const source = app.get<DataSource>(getDataSourceToken());
    await assertMigrated(source);
    await work(source, app);
    return 0;
  } finally {
    await app.close();
  }
}

export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
