import { readMail } from './read.js';
import { reply } from './builders.js';

test.each<[string, 'stop' | 'perhaps' | null]>([
  ['Please unsubscribe me.', 'stop'],
  ['unsubscribe', 'stop'],
  ['STOP', 'stop'],
  ['Bitte abmelden', 'stop'],
  ['Bitte nehmen Sie mich aus Ihrem Verteiler.', 'stop'],
  ['Remove me from your list', 'stop'],
  ['Hi, please take me off your mailing list. Thanks, Bob', 'stop'],
  ['Merci de me désabonner de votre liste', 'stop'],
  ['Por favor, denme de baja.', 'stop'],
  ['Cancellatemi dalla lista per favore', 'stop'],
  ['Graag uitschrijven', 'stop'],
  ['Do not contact me again.', 'stop'],
  ['Not interested, thanks.', null],
  ["Please don't stop sending these, they are useful", null],
  ['How do our customers unsubscribe?', null],
  ['Stop by our office next week', null],
  ['Please call me next Tuesday, we want to remove our old supplier from the list.', null],
  ['Ne me contactez plus.', 'stop'],
  ['Bitte senden Sie mir keine E-Mails mehr.', 'stop'],
  ['I am not the right person, please write to Ana.', null],
  ['We cannot stop production now, write again in May.', null],
  ['Leave me alone!', 'stop'],
  ['Please delete my address from your database', 'stop'],
  ['No me escriban más', 'stop'],
  ['Non voglio più ricevere email', 'stop'],
  ['Stop sending me emails', 'stop'],
  ["Don't contact me, contact my colleague Ana instead", null],
  ['please remove', 'stop'],
  ['opt out', 'stop'],
])('%s', (text, expected) => expect(readMail(reply(text)).wish).toBe(expected));

test('a mail program that unsubscribes sends a subject and no text', () => {
  expect(readMail(reply('', 'unsubscribe')).wish).toBe('stop');
  expect(readMail(reply('', 'Re: Stop the shortages')).wish).toBeNull();
});

test('the wish counts with a signature and our own text quoted below it', () => {
  const text =
    'Please remove me from your list.\n\nBest regards,\nMaria Anders\nPurchasing Manager\n\nOn Mon, 14 Dec 2026 at 09:00, Us <us@ours.example> wrote:\n> Dear Maria';
  expect(readMail(reply(text))).toMatchObject({ replyText: 'Please remove me from your list.', wish: 'stop' });
});

test('a longer text wants to be read by a person', () => {
  expect(
    readMail(reply(`Please unsubscribe me. ${'But first let me tell you about our plans for the spring. '.repeat(4)}`))
      .wish,
  ).toBe('perhaps');
});
