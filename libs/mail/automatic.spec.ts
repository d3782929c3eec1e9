import { readMail } from './read.js';
import { absence, mailOf, reply, WRITTEN } from './builders.js';

// written on a Monday, 14 December 2026
test.each<[string, string, string | null]>([
  ['Automatic reply: x', 'I am out of the office and will be back on Monday, 4 January 2027.', '2027-01-04'],
  ['Automatic reply: x', 'I am out of office from 20 December until 3 January. For urgent matters call.', '2027-01-03'],
  ['Automatic reply: x', 'I am out of the office starting 12/11/2026 and will return on 12/28/2026.', '2026-12-28'],
  [
    'Automatic reply: x',
    'I will be out of the office until January 5th, 2027 with limited access to email.',
    '2027-01-05',
  ],
  ['Automatic reply: x', 'I left on December 1 and have been travelling since.', null],
  ['Automatic reply: x', 'I was away until 10 December 2026.', null],
  ['Automatic reply: x', 'I am out of the office from 21 December 2026.', null],
  ['Automatische Antwort: x', 'Ich bin vom 21.12.2026 bis einschließlich 03.01.2027 nicht im Büro.', '2027-01-04'],
  [
    'Automatische Antwort: x',
    'Vielen Dank für Ihre Nachricht. Ich bin ab dem 4. Januar 2027 wieder im Büro erreichbar.',
    '2027-01-04',
  ],
  ['Automatische Antwort: x', 'Ich bin bis zum 8. Januar im Urlaub.', '2027-01-08'],
  ['Abwesenheitsnotiz', 'Ich bin ab dem 21.12. abwesend und am 07.01. wieder zurück.', '2027-01-07'],
  ['Réponse automatique : x', 'Je suis absente du 21 décembre au 4 janvier 2027. ', '2027-01-04'],
  ['Réponse automatique : x', 'Je suis en congés et serai de retour le 5 janvier 2027.', '2027-01-05'],
  ['Réponse automatique : x', 'Absent jusqu’au 8 janvier inclus.', '2027-01-09'],
  ['Respuesta automática: x', 'Estoy de vacaciones hasta el 7 de enero de 2027.', '2027-01-07'],
  ['Respuesta automática: x', 'Estaré fuera de la oficina y vuelvo el lunes 11 de enero.', '2027-01-11'],
  ['Automatisch antwoord: x', 'Ik ben afwezig tot en met 3 januari 2027.', '2027-01-04'],
  ['Automatisch antwoord: x', 'Ik ben met vakantie en ben maandag 4 januari weer aanwezig.', '2027-01-04'],
  ['Risposta automatica: x', 'Sono in ferie fino al 6 gennaio 2027. Rientro il 7 gennaio.', '2027-01-07'],
  ['Risposta automatica: x', 'Sono assente dal 21 dicembre al 6 gennaio.', '2027-01-06'],
  ['Out of office', 'I am away this week and back next Monday.', '2026-12-21'],
  ['Automatic reply: x', 'Thank you for your email. I am on leave until Monday 28/12.', '2026-12-28'],
  ['Automatic reply: x', 'I am on parental leave and will return in March 2027.', '2027-03-01'],
  [
    'Automatic reply: x',
    'Thank you for your message. I will be out of the office on Thursday, December 17 and Friday, December 18, returning Monday, December 21.',
    '2026-12-21',
  ],
  ['Automatic reply: x', 'I am out of the office from December 21 through January 1, 2027.', '2027-01-02'],
  ['Automatic reply: x', 'Back 2027-01-04.', '2027-01-04'],
  [
    'Re: x',
    'Ich bin bis zum 8. Januar im Urlaub. In dringenden Fällen wenden Sie sich bitte an Frau Meier.',
    '2027-01-08',
  ],
  ['Your ticket', 'We have received your message and will get back to you within 2 days. Ticket 4711.', null],
  ['Automatische Antwort', 'Ich bin derzeit nicht im Haus. Ab Montag bin ich wieder für Sie da.', '2026-12-21'],
  ['Automatic reply', 'I will be on vacation 12/21 - 12/31 and will respond when I return on 1/4/2027.', '2027-01-04'],
  ['Automatic reply', 'I am currently out of the office, returning tomorrow.', '2026-12-15'],
  ['Abwesend', 'Ich bin vom 21.12. bis 3.1. im Urlaub.', '2027-01-03'],
  ['Automatic reply', 'I retired on 30 November 2026. Please contact Bob.', null],
  ['Automatic reply', 'Our office is closed 24 December - 2 January and reopens on 4 January 2027.', '2027-01-04'],
  ['Afwezig', 'Ik ben op vakantie van 20-12-2026 t/m 03-01-2027.', '2027-01-04'],
  [
    'Réponse automatique',
    'Je serai absent(e) à partir du 20 décembre. Je reviendrai le lundi 4 janvier.',
    '2027-01-04',
  ],
  ['Automatic reply', 'I am out until 1 Feb.', '2027-02-01'],
  ['Automatic reply', 'I will return to work Mon 4th of January, 2027', '2027-01-04'],
  ['Automatic reply', 'I will be out 12/21-1/4.', '2027-01-04'],
  ['Réponse automatique', 'Je suis absent du bureau et serai joignable à partir du 11/01/2027.', '2027-01-11'],
  ['Automatic reply', 'I am away from 28 December. I will be back the week of January 11th.', '2027-01-11'],
  ['Automatic reply', 'I am out of office until further notice.', null],
  ['Automatic reply', 'I am on leave since 1 December 2026.', null],
  ['Fuori sede', 'Sarò fuori ufficio fino a lunedì 11 gennaio compreso.', '2027-01-12'],
  ['Autosvar', 'Jag är på semester och är tillbaka den 4 januari.', '2027-01-04'],
  ['Resposta automática', 'Estarei de férias até 4 de janeiro de 2027.', '2027-01-04'],
])('%s: %s', (subject, text, expected) => {
  const read = readMail(absence(subject, text, subject === 'Re: x' ? {} : undefined));
  expect([read.kind, read.returnDate]).toEqual(['auto_reply', expected]);
});

test('3/4 is March the 4th for an American and the 3rd of April for everybody else', () => {
  const written = (date: string) =>
    readMail(
      mailOf(
        { From: 'a@b.example', Subject: 'Automatic reply', Date: date, 'Auto-Submitted': 'auto-replied' },
        'Back on 3/4.',
      ),
    ).returnDate;
  expect(written('Mon, 15 Feb 2027 10:00:00 -0500')).toBe('2027-03-04');
  expect(written('Mon, 15 Feb 2027 10:00:00 +0100')).toBe('2027-04-03');
});

test('a day is counted from where the mail was written', () => {
  const date = 'Sun, 13 Dec 2026 23:30:00 -0800';
  const read = readMail(
    mailOf(
      { From: 'a@b.example', Subject: 'Auto: x', Date: date, 'Auto-Submitted': 'auto-replied' },
      'I am away, back tomorrow.',
    ),
  );
  expect(read.returnDate).toBe('2026-12-14');
});

test('what is quoted below says nothing of the absence', () => {
  const read = readMail(absence('Automatic reply', 'I am on leave.\n\n> we are back on 20 December 2026'));
  expect(read).toMatchObject({ kind: 'auto_reply', away: true, returnDate: null });
});

test.each([
  ['X-Autoreply', 'yes'],
  ['X-Autorespond', 'Stock'],
  ['Precedence', 'auto_reply'],
  ['Delivered-To', 'Autoresponder'],
])('%s makes an automatic reply of it', (name, value) => {
  expect(readMail(absence('Re: Stock', 'I am on vacation.', { [name]: value }))).toMatchObject({
    kind: 'auto_reply',
    away: true,
  });
});

test.each([
  'We have received your message and will get back to you.',
  'Thank you. Your request has been received. Ticket number 4711.',
  'Wir haben Ihre Nachricht erhalten und melden uns in Kürze.',
  'Nous avons bien reçu votre message.',
])('an acknowledgement is automatic, and nobody is away: %s', (text) => {
  expect(readMail(absence('Thank you for your message', text))).toMatchObject({
    kind: 'auto_reply',
    away: false,
    returnDate: null,
  });
});

test('a person who mentions a holiday in an answer is no machine', () => {
  expect(readMail(reply('Sounds good. I am on holiday until 4 January, so let us talk on the 7th?')).kind).toBe(
    'reply',
  );
});

test('a newsletter is neither', () => {
  const news = mailOf(
    {
      From: 'news@shop.example',
      Subject: 'Offers',
      Date: WRITTEN,
      'List-Unsubscribe': '<https://x>',
      Precedence: 'bulk',
    },
    'Buy now.',
  );
  expect(readMail(news).kind).toBe('other');
});
