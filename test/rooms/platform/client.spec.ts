import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { openApi } from '../../../src/platform/index.js';
import { House } from '../../support/installation.js';
import { project } from '../../support/project.js';

let house: House;
beforeAll(async () => {
  house = await House.open();
});
afterAll(() => house.close());

test('the document from which the console’s client is made, without a database, is that of the API as it serves', async () => {
  const { stdout } = await promisify(execFile)(process.execPath, [`${project}dist/programs/main.cli.js`, 'openapi'], {
    env: { PATH: process.env.PATH },
    maxBuffer: 64 * 1024 * 1024,
  });
  const served = JSON.parse(JSON.stringify(openApi(house.application))) as { paths: object };
  expect(Object.keys(served.paths).length).toBeGreaterThan(100);
  expect(JSON.parse(stdout)).toEqual(served);
});
