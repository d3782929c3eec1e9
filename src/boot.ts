import type { INestApplicationContext } from '@nestjs/common';
import { ConfigError, debugging, Shutdown } from './platform/index.js';

/** Starts a program, tells the parent process when it serves, and explains in one line why it cannot. */
export async function boot(start: () => Promise<{ url?: string; close: () => Promise<unknown> }>): Promise<void> {
  try {
    const { url, close } = await start();
    let closing = false;
    const stop = () => {
      if (closing) return;
      closing = true;
      // a module that hangs must not keep the process: unfinished work is in rows
      setTimeout(() => process.exit(0), 9_000).unref();
      void close().finally(() => process.exit(0));
    };
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, stop);
    process.on('disconnect', stop);
    process.send?.({ ready: true, url });
  } catch (error) {
    process.stderr.write(`${explain(error as Error & { code?: string; port?: number })}\n`);
    process.exit(1);
  }
}

/** Long loops are asked to stop before the modules are destroyed. */
export function end(app: INestApplicationContext): Promise<void> {
  app.get(Shutdown).begin();
  return app.close();
}

function explain(error: Error & { code?: string; port?: number }): string {
  if (error instanceof ConfigError) return error.message;
  if (error.code === 'EADDRINUSE')
    return `Port ${error.port} is taken. Stop what uses it, or choose another: PORT=${(error.port ?? 3000) + 1} npm start`;
  if (error.code === 'ECONNREFUSED')
    return `Nothing answers at ${(error as { address?: string }).address ?? 'the address given'}:${error.port}. Is the server running, and is the address right?`;
  if (error.code === '28P01')
    return 'The database refuses the user or the password in DATABASE_URL or DATABASE_OWNER_URL.';
  if (error.code === '3D000') return `${error.message}. Create it, or correct DATABASE_URL.`;
  return debugging() ? (error.stack ?? error.message) : error.message.split('\n')[0]!;
}
