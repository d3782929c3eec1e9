import { withFooter } from './footer.js';

const stop = 'https://overture.test/r/abc';
const facts = { stop, postalAddress: 'Northwind GmbH\n1 Main Street & Co', language: null };

test('text and HTML show the way out and where the sender is', () => {
  const { text, html } = withFooter({ text: 'Dear Maria', html: '<html><body><p>Dear</p></body></html>' }, facts);
  expect(text).toBe(`Dear Maria\n\n-- \nNorthwind GmbH\n1 Main Street & Co\nNo more emails from us: ${stop}`);
  expect(html).toMatch(
    /Northwind GmbH<br>1 Main Street &amp; Co<br><a href="https:\/\/overture.test\/r\/abc">.*<\/p><\/body>/,
  );
});

test('a mail that shows it already gets no second one', () => {
  const mail = { text: `Stop: ${stop}`, html: `<a href="${stop}">Stop</a>` };
  expect(withFooter(mail, { ...facts, postalAddress: null })).toEqual(mail);
});

test('in the language of the reader, else in English', () => {
  const textIn = (language: string) => withFooter({ text: 'x', html: null }, { ...facts, language }).text;
  expect(textIn('de-AT')).toContain('Keine weiteren E-Mails von uns');
  expect(textIn('fi')).toContain('No more emails from us');
});

test('a postal address adds no markup', () => {
  const { html } = withFooter(
    { text: 'x', html: '<p>x</p>' },
    { ...facts, postalAddress: '<script>alert(1)</script>' },
  );
  expect(html).not.toContain('<script');
});
