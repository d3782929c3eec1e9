import { strToU8, zipSync, type Zippable } from 'fflate';

const NAMESPACE = 'http://schemas.openxmlformats.org';
const MAIN = `${NAMESPACE}/spreadsheetml/2006/main`;
const RELATIONS = `${NAMESPACE}/officeDocument/2006/relationships`;

const sheet = (rows: string): string => `<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData></worksheet>`;
const cell = (place: string, text: string): string => `<c r="${place}" t="str"><v>${text}</v></c>`;
const HEADER = `<row r="1">${cell('A1', 'Company')}</row>`;
const NORMAL = sheet(`${HEADER}<row r="2">${cell('A2', 'Acme')}</row>`);
const many = (count: number, text: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => text(at)).join('');

function packed(main: string, others: Record<string, string | Uint8Array> = {}): Uint8Array {
  const parts: Record<string, string | Uint8Array> = {
    '[Content_Types].xml': `<Types xmlns="${NAMESPACE}/package/2006/content-types"/>`,
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="S" sheetId="1" r:id="s1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${NAMESPACE}/package/2006/relationships"><Relationship Id="s1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="t" Type="${RELATIONS}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    'xl/sharedStrings.xml': `<sst xmlns="${MAIN}"/>`,
    'xl/worksheets/sheet1.xml': main,
    ...others,
  };
  const bytes: Zippable = {};
  for (const [path, part] of Object.entries(parts)) bytes[path] = typeof part === 'string' ? strToU8(part) : part;
  return zipSync(bytes);
}

const withType = (type: string, text: string): Uint8Array =>
  packed(`<?xml version="1.0"?><!DOCTYPE x [${type}]>${sheet(`<row r="1">${cell('A1', text)}</row>`)}`);

/** The size that the archive's directory declares for a part, changed. */
function declaring(bytes: Uint8Array, path: string, size: number): Uint8Array {
  const file = Buffer.from(bytes);
  // the name stands in the directory for the last time, 46 bytes after the entry begins
  file.writeUInt32LE(size, file.lastIndexOf(path) - 46 + 24);
  return file;
}

export interface HostileWorkbook {
  name: string;
  bytes: () => Uint8Array;
  /** the rows that are read; left out: it is refused with one clear error */
  rows?: number;
}

const shared = (length: number): string => `<sst xmlns="${MAIN}"><si><t>${'x'.repeat(length)}</t></si></sst>`;
const repeatedly = (rows: number): string =>
  sheet(many(rows, (at) => `<row r="${at + 1}"><c r="A${at + 1}" t="s"><v>0</v></c></row>`));

export const WORKBOOKS: HostileWorkbook[] = [
  {
    name: 'one part of 1 GB of zeros, as it says',
    bytes: () => declaring(packed(NORMAL), 'xl/sharedStrings.xml', 1024 ** 3),
  },
  {
    name: 'a part of 300 MB of zeros',
    bytes: () => packed(NORMAL, { 'xl/styles.xml': new Uint8Array(300_000_000) }),
  },
  {
    name: 'a part of 300 MB that says it has 100 bytes, and is not read',
    bytes: () =>
      declaring(packed(NORMAL, { 'docProps/app.xml': new Uint8Array(300_000_000) }), 'docProps/app.xml', 100),
    rows: 1,
  },
  {
    name: 'a sheet that says it has 100 bytes',
    bytes: () => declaring(packed(NORMAL), 'xl/worksheets/sheet1.xml', 100),
  },
  {
    name: '480 parts of 530 KB of zeros that are not read',
    bytes: () =>
      packed(
        NORMAL,
        Object.fromEntries(Array.from({ length: 480 }, (_, at) => [`${at}.bin`, new Uint8Array(530_000)])),
      ),
    rows: 1,
  },
  {
    name: '60,000 parts',
    bytes: () => packed(NORMAL, Object.fromEntries(Array.from({ length: 60_000 }, (_, at) => [`${at}.xml`, '<x/>']))),
  },
  { name: 'a workbook in a workbook', bytes: () => packed(NORMAL, { 'xl/styles.xml': packed(NORMAL) }) },
  {
    name: 'entities that multiply',
    bytes: () =>
      withType(
        many(9, (at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`),
        '&l9;',
      ),
  },
  { name: 'an entity that is a file', bytes: () => withType('<!ENTITY x SYSTEM "file:///etc/passwd">', '&x;') },
  { name: 'an entity that is a page', bytes: () => withType('<!ENTITY % x SYSTEM "http://127.0.0.1/">%x;', 'x') },
  {
    name: '16,384 columns',
    bytes: () => packed(sheet(`<row r="1">${cell('A1', 'Company')}${cell('XFD1', 'x')}</row>`)),
  },
  { name: 'a column beyond all', bytes: () => packed(sheet(`<row r="1">${cell('ZZZZZZZ1', 'x')}</row>`)) },
  {
    name: 'a column beyond all, by an entity',
    bytes: () => packed(sheet(`<row r="1">${cell('&#90;ZZZZZZ1', 'x')}</row>`)),
  },
  {
    name: 'a column beyond all, after a sign that ends no tag',
    bytes: () => packed(sheet('<row r="1"><c a=">" r="ZZZZZZZ1" t="str"><v>x</v></c></row>')),
  },
  {
    name: 'a column beyond all, with prefixes',
    bytes: () => packed(sheet('<row r="1"><y:c q:r="ZZZZZZZ1" t="str"><v>x</v></y:c></row>')),
  },
  { name: 'a row beyond all', bytes: () => packed(sheet(`<row r="1000000000">${cell('A1000000000', 'x')}</row>`)) },
  { name: 'a row that has no number', bytes: () => packed(sheet(`<row r="Infinity">${cell('A1', 'x')}</row>`)) },
  {
    name: 'the last row of 900 columns',
    bytes: () => packed(sheet(`<row r="1">${cell('AHP1', 'x')}</row><row r="1048576">${cell('A1048576', 'x')}</row>`)),
  },
  {
    name: 'a million empty rows',
    bytes: () => packed(sheet(HEADER + many(1_000_000, (at) => `<row r="${at + 2}"/>`))),
    rows: 0,
  },
  {
    name: 'a million empty cells',
    bytes: () => packed(sheet(HEADER + many(1_000_000, (at) => `<row r="${at + 2}"><c r="A${at + 2}" s="1"/></row>`))),
    rows: 0,
  },
  { name: 'a shared text that is none', bytes: () => packed(sheet('<row r="1"><c r="A1" t="s"><v>99</v></c></row>')) },
  {
    name: 'a shared text by a negative number',
    bytes: () => packed(sheet('<row r="1"><c r="A1" t="s"><v>-1</v></c></row>')),
  },
  {
    name: 'a shared text of 100 KB in 30,000 cells',
    bytes: () => packed(repeatedly(30_000), { 'xl/sharedStrings.xml': shared(100_000) }),
  },
  {
    name: 'formulas with the values they had',
    bytes: () =>
      packed(sheet(`${HEADER}<row r="2"><c r="A2" t="str"><f>HYPERLINK("http://x")</f><v>=cmd|x</v></c></row>`)),
    rows: 1,
  },
  {
    name: 'a text of 100 MB in one cell',
    bytes: () => packed(sheet(`<row r="1">${cell('A1', '0'.repeat(100_000_000))}</row>`)),
  },
  { name: 'a tag that never ends', bytes: () => packed(sheet('<'.repeat(20_000_000))) },
  { name: 'a comment that never ends', bytes: () => packed(sheet('<!-->'.repeat(5_000_000))) },
  { name: 'an instruction that never ends', bytes: () => packed(sheet(`<?x ${'>'.repeat(10_000_000)}`)) },
  { name: 'three million attributes', bytes: () => packed(sheet(`<row ${many(3_000_000, (at) => `a${at}="1" `)}/>`)) },
  { name: 'rows in rows', bytes: () => packed(sheet('<row>'.repeat(1_000_000))) },
  { name: 'an archive of which the end is missing', bytes: () => packed(NORMAL).subarray(0, 700) },
  {
    name: 'an archive of which the middle is missing',
    bytes: () => Buffer.concat([packed(NORMAL).subarray(0, 300), packed(NORMAL).subarray(500)]),
  },
  {
    name: 'an archive without parts',
    bytes: () => Buffer.concat([Buffer.from('PK\u0003\u0004'), packed(NORMAL).subarray(-22)]),
  },
  { name: 'the first bytes of an archive, and a CSV', bytes: () => Buffer.from('PK\u0003\u0004Company\nAcme\n') },
  {
    name: 'an encrypted workbook',
    bytes: () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(100_000)]),
  },
  { name: 'no workbook inside', bytes: () => zipSync({ 'Company.csv': strToU8('Company\nAcme\n') }) },
];
