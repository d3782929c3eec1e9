import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { writeFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openApi } from '../../../src/platform/index.js';
import { House } from '../../support/installation.js';
import { project } from '../../support/project.js';

const CLIENT = `${project}web/src/api/schema.d.ts`;
const GENERATOR = `${project}node_modules/openapi-typescript/bin/cli.js`;

let house: House;
beforeAll(async () => {
  house = await House.open();
});
afterAll(() => house.close());

test('the console’s client is that of this API: npm run client writes it anew', async () => {
  const file = join(tmpdir(), `overture-openapi-${process.pid}.json`);
  await writeFile(file, JSON.stringify(openApi(house.application)));
  try {
    const { stdout } = await promisify(execFile)(process.execPath, [GENERATOR, file], {
      maxBuffer: 64 * 1024 * 1024,
    });
    // the command writes a heading of its own
    const types = stdout.slice(stdout.indexOf('export interface paths'));
    expect(types.trim() === readFileSync(CLIENT, 'utf8').trim()).toBe(true);
  } finally {
    await rm(file, { force: true });
  }
});
