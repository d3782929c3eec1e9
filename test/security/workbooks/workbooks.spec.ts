import type { Json, Person } from '../../support/http.js';
import { Programs } from '../../support/programs.js';
import { attack } from '../attack.js';
import { Watch } from '../watch.js';
import { WORKBOOKS } from './workbooks.corpus.js';

let programs: Programs;
let ops: Person;
let watch: Watch;

beforeAll(async () => {
  programs = await Programs.open('postgres');
  ops = await programs.as('sales_ops');
  const { pid } = programs.all.find(({ name }) => name === 'api')!;
  watch = new Watch(programs.origin, pid);
}, 120_000);
afterAll(async () => {
  await watch.close();
  await programs.close();
});

const upload = (bytes: Uint8Array, type = 'application/octet-stream') =>
  ops.post<Json>('/imports?kind=organizations&filename=x.xlsx', Buffer.from(bytes), { 'content-type': type });

attack(
  'a hostile workbook: one clear error, or it is read, and the api answers others meanwhile',
  WORKBOOKS,
  async ({ bytes, rows }) => {
    const file = bytes();
    watch.forget();
    const { status, body } = await upload(file);
    await watch.expectAlive();
    if (rows === undefined) {
      expect([status, body.detail]).toEqual([422, expect.stringMatching(/CSV|columns|xlsx/)]);
      return;
    }
    expect([status, body.columns?.map((each: Json) => each.column)]).toEqual([201, ['Company']]);
    expect((await ops.get<Json>(`/imports/${body.id}`)).body.sample ?? []).toHaveLength(rows);
  },
  600_000,
);

attack(
  'a workbook under the name of another kind of file is read by its bytes',
  ['text/csv', 'application/octet-stream', 'application/zip', 'image/png'],
  async (type) => {
    const { bytes } = WORKBOOKS.find(({ name }) => name === 'formulas with the values they had')!;
    const { status, body } = await upload(bytes(), type);
    expect([status, status === 201 ? body.columns[0].column : 'refused']).toEqual(
      status === 415 ? [415, 'refused'] : [201, 'Company'],
    );
  },
);
