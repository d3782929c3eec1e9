import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { openApi } from '../../../src/platform/index.js';
import { Installation } from '../../support/installation.js';
import { project } from '../../support/project.js';

let app: Installation;
beforeAll(async () => {
  app = await Installation.open();
});
afterAll(() => app.close());

test('the document from which the console’s client is made, without a database, is that of the API as it serves', async () => {
  const { stdout } = await promisify(execFile)(process.execPath, [`${project}dist/programs/main.cli.js`, 'openapi'], {
    env: { PATH: process.env.PATH },
    maxBuffer: 64 * 1024 * 1024,
  });
  const served = JSON.parse(JSON.stringify(openApi(app.application))) as { paths: object };
  expect(Object.keys(served.paths).length).toBeGreaterThan(100);
  expect(JSON.parse(stdout)).toEqual(served);
});
