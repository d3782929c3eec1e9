import { randomBytes } from 'node:crypto';
import { lstatSync, mkdirSync, readlinkSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { askDatabase } from '../servers/database.mjs';
import { atEnd, pause } from '../processes/life.mjs';
import { withLock } from '../processes/locks.mjs';
import { freePort, portProblem } from '../processes/ports.mjs';
import { alive } from '../processes/processes.mjs';
import { inData } from '../project.mjs';
import { fail, line, step } from '../say.mjs';
import { chooseAccount } from './account.mjs';
import { postgresBinaries } from './binaries.mjs';
import { prepareCluster, remember } from './cluster.mjs';
import { holdersOf } from './holders.mjs';
import { runningServer, startServer, stopServer } from './server.mjs';

/**
 * The embedded PostgreSQL on `dataDir` (default: .data/postgres): started, or joined when a command of this project runs it
 * already. Beside the folder lie its passwords (.json), messages (.log) and the list of its users (.users/).
 *
 * Tells `{ url, ownerUrl, adminUrl, pid(), stop(), restart(), onDeath(told) }`: `url` is Overture's database as the application's role
 * `overture_app`, `ownerUrl` as the owner of its tables, `overture`; `adminUrl` is the superuser's. All for 127.0.0.1 only. `stop()` stops the server when no other command uses it, and is called at the end of
 * this command in any case. `quick` is for data that will be thrown away.
 */
export async function startPostgres({ dataDir = inData('postgres'), quick = false } = {}) {
  mkdirSync(dirname(dataDir), { recursive: true });
  const lockName = `postgres-${dataDir.replace(inData(), '').replaceAll(/[\\/]/g, '-').replace(/^-/, '')}`;
  const locked = (work) =>
    withLock(lockName, work, (pid) => line(`Waiting for process ${pid}, which is busy with the database.`));
  const holders = holdersOf(`${dataDir}.users`);
  const binaries = await postgresBinaries();
  const account = chooseAccount({ dataDir, native: binaries.native });
  const logFile = `${dataDir}.log`;
  const secrets = `${dataDir}.json`;
  let server = null;
  let known;

  const stop = () =>
    locked(async () => {
      if (holders.leave() && server) await step('Stopping the database', () => stopServer(server));
      server = null;
    });
  const up = async () => {
    server = await settled(account.dataDir);
    known = await prepareCluster({ dataDir: account.dataDir, secrets, account, binaries, quick });
    for (let attempt = 0; !server && attempt < 5; attempt += 1) {
      // Once they hold this address, the programs cannot follow to another.
      const fixed = api?.port;
      const port = fixed ?? (known.port && !(await portProblem(known.port)) ? known.port : await freePort());
      server = await startServer({ account, port, logFile, quick });
      if (!server && fixed) await pause(500);
    }
    if (!server) fail('No port is free for the database.', 'Set DATABASE_URL, or close what listens on 127.0.0.1.');
    if (known.port !== server.port) remember(secrets, (known = { ...known, port: server.port }));
    await expectOurs(adminUrl(known), account.dataDir);
    // here, and not with the others: clusters of earlier versions have no such role
    if (!known.application) {
      const application = randomBytes(18).toString('hex');
      await askDatabase(adminUrl(known), APPLICATION_ROLE);
      await askDatabase(adminUrl(known), `ALTER ROLE overture_app LOGIN PASSWORD '${application}'`);
      remember(secrets, (known = { ...known, application }));
    }
  };

  let api = null;
  holders.join();
  const forget = atEnd(stop);
  await locked(up);
  api = {
    port: known.port,
    url: `postgresql://overture_app:${known.application}@127.0.0.1:${known.port}/overture`,
    ownerUrl: `postgresql://overture:${known.password}@127.0.0.1:${known.port}/overture`,
    adminUrl: adminUrl(known),
    pid: () => server?.pid,
    stop: () => (forget(), stop()),
    restart: () => locked(up),
    onDeath: (told) => watch(() => server, told),
  };
  return api;
}

const APPLICATION_ROLE = `
DO $$ BEGIN IF to_regrole('overture_app') IS NULL THEN CREATE ROLE overture_app; END IF; END $$`;

const adminUrl = ({ admin, port }) => `postgresql://postgres:${admin}@127.0.0.1:${port}/postgres`;

/** A server that is just starting or stopping is waited for. */
async function settled(dataDir) {
  let server = runningServer(dataDir);
  if (!server || server.status === 'ready') return server;
  return step('Waiting for the database', async () => {
    while (server && server.status !== 'ready') {
      await pause(50);
      server = runningServer(dataDir);
    }
    return server;
  });
}

async function expectOurs(url, dataDir) {
  const [row] = await askDatabase(url, "SELECT current_setting('data_directory') AS folder");
  if (row.folder !== dataDir)
    fail(`Another database than that of ${dataDir} answers on its port.`, 'Stop it and try again.');
}

function watch(current, told) {
  const timer = setInterval(() => {
    const server = current();
    if (!server || alive(server.pid)) return;
    clearInterval(timer);
    told();
  }, 500);
  timer.unref();
  return () => clearInterval(timer);
}

/** Removes a cluster that was made to be thrown away, after its server has stopped. */
export async function removeCluster(dataDir) {
  const server = runningServer(dataDir);
  if (server) await stopServer(server);
  const link = lstatSync(dataDir, { throwIfNoEntry: false })?.isSymbolicLink() && readlinkSync(dataDir);
  if (link) rmSync(dirname(link), { recursive: true, force: true });
  for (const ending of ['', '.new', '.json', '.log', '.users'])
    rmSync(`${dataDir}${ending}`, { recursive: true, force: true });
}
