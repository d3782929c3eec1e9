import { openDatabase, prepare } from './boot.mjs';
import { address } from './servers/address.mjs';
import { openInstallation } from './servers/installation.mjs';
import { forever, live } from './processes/life.mjs';
import { expectFreePort, onlyHere } from './processes/single-instance.mjs';
import { line } from './say.mjs';
import { keepAlive } from './processes/watchdog.mjs';
import { demoWorld, signIns } from './servers/demo-world.mjs';

/** npm start: from nothing to a running Overture. Ctrl-C stops it, and the next start goes on where it was. */

let serves = false;

async function start() {
  const at = address();
  const { afterCrash } = onlyHere();
  await expectFreePort(at, { patient: afterCrash });
  await prepare();
  const database = await openDatabase();
  if (database.server) keepAlive(database.server);
  const { env, api } = await openInstallation({ database, at });
  serves = true;
  const hasDemo = await demoWorld({ api: local(at), env });
  line();
  line(`Overture serves at ${api.url ?? at.url}`);
  line(`API documentation   ${api.url ?? at.url}/api/v1/docs`);
  if (hasDemo) ['Demo sign-ins (role, e-mail, password):', ...signIns()].forEach((text) => line(text));
  else
    line(
      'The first administrator: npm run cli -- create-user --email … --name … --department … --roles admin --password-stdin',
    );
  line('Ctrl-C stops it; nothing is lost.');
  await forever();
}

/** Where programs on this machine reach the api, whatever its public address. */
function local({ port, host }) {
  const name = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`;
}

await live(start, { codeWhenStopped: () => (serves ? 0 : undefined) });
