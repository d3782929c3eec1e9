import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { prepare, runCli } from './boot.mjs';
import { programsStamp } from './building/bundle.mjs';
import { live } from './processes/life.mjs';
import { inProject, isCommand, readIfThere } from './project.mjs';
import { line, step } from './say.mjs';

const types = inProject('web/src/api/schema.d.ts');
const stamp = inProject('dist/.client');

/** Writes the console's types from the API's own document, when the programs are others than last time; tells whether it did. */
export async function writeClient() {
  const wanted = programsStamp();
  if (existsSync(types) && readIfThere(stamp) === wanted) return false;
  await step('Writing the types of the console', async () => {
    // the settings of a person are no part of it
    const document = await runCli(['openapi'], { PATH: process.env.PATH }, { extendEnv: false });
    const { default: openapiTypes, astToString } = await import('openapi-typescript');
    const text = astToString(await openapiTypes(JSON.parse(document.join('\n'))));
    if (readIfThere(types) !== text) await writeFile(types, text);
    await writeFile(stamp, wanted);
  });
  return true;
}

/** npm run client: by itself, for editors; `npm run build`, `check` and `test` do it too. */
if (isCommand(import.meta.url)) {
  void live(async () => {
    await prepare({ console: false });
    line((await writeClient()) ? 'Written: web/src/api/schema.d.ts' : 'web/src/api/schema.d.ts is that of this API.');
  });
}
