import { end, pause, stopping } from './life.mjs';
import { backoff } from './programs.mjs';
import { complain, line } from '../say.mjs';

/** Starts the embedded database again when it dies; ends everything when it keeps dying. */
export function keepAlive(server) {
  const next = backoff();
  const again = async () => {
    if (stopping.aborted) return undefined;
    const delay = next();
    if (!delay) {
      line('The database stopped too often within a minute: everything stops. .data/postgres.log says why.');
      return end(1);
    }
    line('The database stopped unexpectedly; it starts again.');
    await pause(delay.wait);
    await server.restart();
    server.onDeath(told);
    return line('The database answers again.');
  };
  const told = () =>
    again().catch((error) => {
      if (stopping.aborted) return;
      complain(error);
      void end(1);
    });
  server.onDeath(told);
}
