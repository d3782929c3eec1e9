import { readMail } from './read.js';
import { mailOf, reply } from './builders.js';

const OWN = 'Please call me on Thursday.\n\nWe have two warehouses.';

test.each([
  ['On Mon, 14 Dec 2026 at 09:00, Us <us@ours.example> wrote:'],
  ['On Mon, 14 Dec 2026 at 09:00, A Rather Long Name Of Ours\n<us@ours.example> wrote:'],
  ['On 14.12.26 09:00, Us wrote:'],
  ['Am 14.12.2026 um 09:00 schrieb Us <us@ours.example>:'],
  ['Am Mo., 14. Dez. 2026 um 09:00 Uhr schrieb Us\n<us@ours.example>:'],
  ['Us schrieb am 14.12.2026 09:00:'],
  ['Le lun. 14 déc. 2026 à 09:00, Us <us@ours.example> a écrit :'],
  ['El lun, 14 dic 2026 a las 9:00, Us (<us@ours.example>) escribió:'],
  ['Il giorno lun 14 dic 2026 alle ore 09:00 Us <us@ours.example> ha scritto:'],
  ['Op ma 14 dec 2026 om 09:00 schreef Us <us@ours.example>:'],
  ['Em seg., 14 de dez. de 2026 às 09:00, Us <us@ours.example> escreveu:'],
  ['Den mån 14 dec. 2026 kl 09:00 skrev Us <us@ours.example>:'],
  ['Den man. 14. dec. 2026 kl. 09.00 skrev Us <us@ours.example>:'],
  ['pon., 14 gru 2026 o 09:00 Us <us@ours.example> napisał(a):'],
  ['2026-12-14 9:00 GMT+01:00 Us <us@ours.example>:'],
  ['пн, 14 дек. 2026 г. в 09:00, Us <us@ours.example> пишет:'],
  ['"Us" <us@ours.example> wrote on 14 December 2026:'],
])('what was quoted goes, with the line above it: %s', (attribution) => {
  expect(readMail(reply(`${OWN}\n\n${attribution}\n\n> Dear Maria,\n> we keep your shelves full.\n`)).replyText).toBe(
    OWN,
  );
  expect(readMail(reply(`${OWN}\n\n${attribution}\n\nDear Maria,\nwe keep your shelves full.\n`)).replyText).toBe(OWN);
});

test.each([
  ['From: Us <us@ours.example>\nSent: Monday, 14 December 2026 09:00\nTo: Maria\nSubject: Stock'],
  ['Von: Us <us@ours.example>\nGesendet: Montag, 14. Dezember 2026 09:00\nAn: Maria\nBetreff: Lager'],
  ['De : Us <us@ours.example>\nEnvoyé : lundi 14 décembre 2026 09:00\nÀ : Maria\nObjet : Stock'],
  ['De: Us <us@ours.example>\nEnviado el: lunes, 14 de diciembre de 2026 9:00\nPara: Maria\nAsunto: Stock'],
  ['Da: Us <us@ours.example>\nInviato: lunedì 14 dicembre 2026 09:00\nA: Maria\nOggetto: Stock'],
  ['Van: Us <us@ours.example>\nVerzonden: maandag 14 december 2026 09:00\nAan: Maria\nOnderwerp: Stock'],
  ['*From:* Us [mailto:us@ours.example]\n*Sent:* Monday\n*To:* Maria\n*Subject:* Stock'],
  ['________________________________\nFrom: Us <us@ours.example>\nDate: Monday\nTo: Maria\nSubject: Stock'],
  ['-----Original Message-----\nFrom: Us'],
  ['-----Ursprüngliche Nachricht-----\nVon: Us'],
  ['-------- Message d’origine --------\nDe : Us'],
  ['---------- Forwarded message ---------\nFrom: Us'],
  ['Begin forwarded message:\n\nFrom: Us'],
])('so does the block that Outlook and others put there: %s', (block) => {
  expect(readMail(reply(`${OWN}\n\n${block}\n\nDear Maria,\nwe keep your shelves full.`)).replyText).toBe(OWN);
});

test.each([
  'Sent from my iPhone',
  'Sent from my phone, please excuse typos',
  'Von meinem iPhone gesendet',
  'Gesendet mit der GMX Mail App',
  'Envoyé de mon iPhone',
  'Enviado desde mi iPhone',
  'Inviato da iPhone',
  'Verstuurd vanaf mijn iPhone',
  'Get Outlook for iOS<https://aka.ms/o0ukef>',
  'Holen Sie sich Outlook für Android',
  '-- \nMaria Anders\nPurchasing',
  '--\nMaria Anders',
  'Best regards,\nMaria Anders\nPurchasing Manager\nAlfreds Futterkiste',
  'Mit freundlichen Grüßen\n\nMaria Anders\nTel. +49 30 0074321',
  'Cordialement,\nMaria Anders\nAcheteuse',
  'Saludos cordiales,\nMaria Anders\nCompras',
  'Cordiali saluti\nMaria Anders\nUfficio acquisti',
  'Met vriendelijke groet,\nMaria Anders\nInkoop',
])('so does a signature: %s', (signature) => {
  expect(readMail(reply(`${OWN}\n\n${signature}\n`)).replyText).toBe(OWN);
});

test.each([
  'Sent from my desk, is much easier than my phone.',
  'On Monday we met and he wrote: no.',
  'From: my point of view it is fine.',
  'I will get back to you -- soon.',
  'Two points:\n- price\n- Delivery',
  'Thanks,\nMaria',
  'a > b is what we need',
])('words that only look alike stay: %s', (text) => {
  expect(readMail(reply(text)).replyText).toBe(text);
});

test('answers between the quoted lines stay, in order', () => {
  const text = 'On Mon, 14 Dec 2026, Us wrote:\n> Is it the price?\n\nNo.\n\n> Is it the time?\n\nYes, next year.\n';
  expect(readMail(reply(text)).replyText).toBe('No.\n\nYes, next year.');
});

test('HTML alone is read as a person sees it, and a blockquote is a quote', () => {
  const html =
    '<html><head><style>p{}</style></head><body><p>Caf&eacute; &amp; mor&ecirc; &Eacute;t&eacute; 5 &euro;</p><p>Second<br>line</p><div>On Mon, 14 Dec 2026 at 09:00, Us &lt;us@ours.example&gt; wrote:<br></div><blockquote><p>Dear Maria</p></blockquote></body></html>';
  expect(readMail(mailOf({ From: 'maria@buyer.example', Subject: 'Re: x' }, '', [], html)).replyText).toBe(
    'Café & morê Été 5 €\n\nSecond\nline',
  );
});

test('hostile text is read in time', () => {
  const before = process.cpuUsage();
  for (const text of [
    '> '.repeat(50_000),
    'On '.repeat(60_000),
    `${'a'.repeat(100_000)}@`,
    '<'.repeat(100_000),
    `${'1.'.repeat(60_000)}`,
    'From: x\n'.repeat(20_000),
  ]) {
    readMail(reply(text));
    readMail(mailOf({ From: 'mailer-daemon@x.example', Subject: 'Undeliverable' }, text));
    readMail(
      mailOf(
        {
          From: 'a@b.example',
          Subject: 'Automatic reply',
          Date: 'Mon, 14 Dec 2026 10:00:00 +0100',
          'Auto-Submitted': 'auto-replied',
        },
        text,
      ),
    );
  }
  expect(process.cpuUsage(before).user / 1_000).toBeLessThan(5_000);
});
