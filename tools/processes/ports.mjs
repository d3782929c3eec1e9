import { createServer } from 'node:net';

/** Can a server listen there? The error code when not. */
export function portProblem(port, host = '127.0.0.1') {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error) => resolve(error.code));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(null)));
  });
}

/** A free port below the range that systems hand out to outgoing connections, so that it is likely free tomorrow. */
export async function freePort() {
  for (;;) {
    const port = 20_000 + Math.floor(Math.random() * 10_000);
    if (!(await portProblem(port))) return port;
  }
}
