import { readingOf } from './reading.js';

const read = (text: string, headerLine?: number) => {
  const { header, headerLine: line, delimiter, sample } = readingOf(Buffer.from(text), 'utf-8', { headerLine });
  return { header, line, delimiter, first: sample[0] };
};

test.each([
  ['a plain table', 'Company,City\nA,Rome\n', { header: ['Company', 'City'], line: 1 }],
  [
    'notes of LinkedIn',
    'Notes:\n"Some of the e-mail addresses may be missing from\n this export."\n\nFirst Name,Last Name,Email Address,Company\nRosa,Keller,r@x.example,Nordmühle\n',
    { header: ['First Name', 'Last Name', 'Email Address', 'Company'], line: 5 },
  ],
  [
    'a title and an empty row of Excel',
    'Kundenliste Stand 28.11.2026;;;\n;;;\nFirma;Ansprechpartner;E-Mail;Umsatz\nNordmühle;Rosa;r@x.example;12.500\n',
    { header: ['Firma', 'Ansprechpartner', 'E-Mail', 'Umsatz'], line: 3, delimiter: ';' },
  ],
  [
    'a title of two cells as wide as the table',
    'Customers;28.11.2026;;\nFirma;Ansprechpartner;E-Mail;Umsatz\nNordmühle;Rosa;r@x.example;12.500\n',
    { header: ['Firma', 'Ansprechpartner', 'E-Mail', 'Umsatz'], line: 2 },
  ],
  [
    'many lines of notes, with commas in them, above a short table',
    `${Array.from({ length: 9 }, (_, i) => `Note ${i}: this file, and others, are secret`).join('\n')}\nCompany;City\nA;Rome\nB;Oslo\n`,
    { header: ['Company', 'City'], line: 10, delimiter: ';' },
  ],
  ['one column', 'email\na@b.example\n', { header: ['email'], line: 1 }],
  ['one column with commas in its cells', 'Company\nAcme, Inc\nBolt, Ltd\nCo\n', { header: ['Company'], line: 1 }],
  ['unknown names', 'Foo,Bar\n1,2\n3,4\n', { header: ['Foo', 'Bar'], line: 1 }],
  [
    'addresses without a header',
    'a@b.example\nc@d.example\n',
    { header: ['column 1'], line: 0, first: ['a@b.example'] },
  ],
  [
    'people without a header',
    'Rosa,r@x.example\nTom,t@x.example\n',
    { header: ['column 1', 'column 2'], line: 0, first: ['Rosa', 'r@x.example'] },
  ],
  ['rows that are wider than the header', 'A,B\n1,2,3\n1,2\n1,2\n1,2,3\n', { header: ['A', 'B'], line: 1 }],
  ['Excel’s first line', 'sep=;\nFirma;Ort\nA;Köln\n', { header: ['Firma', 'Ort'], line: 2, delimiter: ';' }],
])('the header of %s', (_, text, found) => expect(read(text)).toMatchObject(found));

test('a person names the line, or says that there is none', () => {
  const text = 'Title,x\nCompany,City\nA,Rome\n';
  expect(read(text, 2)).toMatchObject({ header: ['Company', 'City'], first: ['A', 'Rome'] });
  expect(read(text, 0)).toMatchObject({ header: ['column 1', 'column 2'], first: ['Title', 'x'] });
  expect(() => read(text, 7)).toThrow('No row begins on line 7. The first rows begin on the lines 1, 2, 3.');
});
