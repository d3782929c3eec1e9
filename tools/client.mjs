import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { openDatabase, prepare, program } from './boot.mjs';
import { programEnvironment } from './environment.mjs';
import { live } from './life.mjs';
import { inProject } from './project.mjs';
import { line } from './say.mjs';

/** npm run client: the console's types, from the API's own document. Run it after a change to the API. */
await live(async () => {
  await prepare({ console: false });
  const { url } = await openDatabase();
  const { stdout } = await promisify(execFile)(process.execPath, program('dist/programs/main.cli.js', 'openapi'), {
    env: { ...process.env, ...programEnvironment(url) },
    maxBuffer: 64 * 1024 * 1024,
  });
  const { default: openapiTypes, astToString } = await import('openapi-typescript');
  const types = astToString(await openapiTypes(JSON.parse(stdout)));
  await writeFile(inProject('web', 'src', 'api', 'schema.d.ts'), types);
  line('Written: web/src/api/schema.d.ts');
});
