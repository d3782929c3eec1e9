import { readdir, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { inProject, readIfThere } from '../project.mjs';
import { stampOf } from './stamp.mjs';

const FOLDER = inProject('dist', 'programs');
const stamp = `${FOLDER}/bundle.json`;
const HERE = fileURLToPath(new URL('.', import.meta.url));
const PROGRAMS = ['api', 'worker', 'cli'];

/** Native, looked for by a path beside them, or loaded only where they are needed: these stay packages. */
const EXTERNAL = [
  /^@node-rs\/argon2/,
  /^i18n-iso-countries/,
  /^@zxcvbn-ts\//,
  /^(mjml-core|mjml-preset-core|imapflow|ics|undici|piscina|sanitize-html)$/,
  // Nest asks for them, and goes on without
  /^@nestjs\/(microservices|websockets|platform-express)/,
  /^@fastify\/(multipart|view)/,
];

/** It asks the package on disk for what TypeORM 1 has no more, and so would load a second one beside the bundled. */
const withoutOldTypeorm = {
  name: 'without-old-typeorm',
  load: {
    filter: { id: /@nestjs[\\/]typeorm[\\/]dist[\\/]common[\\/]typeorm-compat\.js$/ },
    handler: () => 'export const Connection = undefined;\nexport const AbstractRepository = undefined;\n',
  },
};

/** Another text for other programs. */
export const programsStamp = () => last().sources;

/** Bundles the compiled programs, because most of a start was the loading of 3,000 modules; tells whether anything had changed. */
export async function bundlePrograms() {
  const sources = stampOf([...['src', 'libs'].map((folder) => inProject('dist', folder)), HERE]);
  const before = last();
  if (before.sources === sources) return false;
  const { rolldown } = await import('rolldown');
  const bundle = await rolldown({
    input: Object.fromEntries(PROGRAMS.map((name) => [name, inProject('dist', 'src', `main.${name}.js`)])),
    platform: 'node',
    external: EXTERNAL,
    plugins: [withoutOldTypeorm],
    logLevel: 'silent',
  });
  const options = { dir: FOLDER, format: 'esm', keepNames: true, chunkFileNames: 'chunks/[name]-[hash].js' };
  const { output } = await bundle.write(options);
  await bundle.close();
  for (const name of PROGRAMS) await writeFile(`${FOLDER}/main.${name}.js`, entryOf(name));
  const files = output.map(({ fileName }) => fileName);
  await forgetOld(new Set([...files, ...before.files]));
  await writeFile(stamp, JSON.stringify({ sources, files }));
  return true;
}

const last = () => JSON.parse(readIfThere(stamp) ?? '{ "sources": null, "files": [] }');

/** A program that runs may still load parts of the bundle before this one. */
async function forgetOld(kept) {
  for (const file of await readdir(`${FOLDER}/chunks`))
    if (!kept.has(`chunks/${file}`)) await rm(`${FOLDER}/chunks/${file}`, { force: true });
}

/** From Node 22 on what was compiled once is kept; it has to be asked for before the program is loaded. */
const entryOf = (name) =>
  `import module from 'node:module';\n\nmodule.enableCompileCache?.();\nawait import('./${name}.js');\n`;
