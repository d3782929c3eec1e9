import { absence, mailOf, reply } from './builders.js';
import { judgeReply } from './judge.js';
import { readMail } from './read.js';

// written on 14 December 2026
test.each([
  ['en', 'I am on vacation until 4 January 2027.'],
  ['de', 'Ich bin bis 4. Januar 2027 im Urlaub.'],
  ['fr', 'Je suis en congés jusqu’au 4 janvier 2027.'],
  ['es', 'Estoy de vacaciones hasta el 4 de enero de 2027.'],
  ['it', 'Sono in ferie fino al 4 gennaio 2027.'],
  ['nl', 'Ik ben op vakantie tot 4 januari 2027.'],
  ['pt', 'Estou de férias até 4 de janeiro de 2027.'],
  ['sv', 'Jag är på semester och är tillbaka den 4 januari 2027.'],
  ['da', 'Jeg er på ferie og er tilbage den 4. januar 2027.'],
  ['no', 'Jeg har ferie og er tilbake 4. januar 2027.'],
  ['fi', 'Olen lomalla ja palaan 4. tammikuuta 2027.'],
  ['pl', 'Jestem na urlopie do 4 stycznia 2027.'],
  ['cs', 'Jsem na dovolené do 4. ledna 2027.'],
  ['sk', 'Som na dovolenke do 4. januára 2027.'],
  ['hu', 'Szabadságon vagyok 2027. január 4-ig.'],
  ['ro', 'Sunt în concediu până la 4 ianuarie 2027.'],
  ['el', 'Απουσιάζω έως 4 Ιανουαρίου 2027.'],
  ['tr', 'İzindeyim, 4 Ocak 2027 tarihinde döneceğim.'],
  ['ru', 'Я в отпуске до 4 января 2027.'],
  ['uk', 'Я у відпустці до 4 січня 2027.'],
  ['bg', 'В отпуск съм до 4 януари 2027.'],
  ['hr', 'Na godišnjem sam do 4. siječnja 2027.'],
  ['sl', 'Na dopustu sem do 4. januarja 2027.'],
  ['et', 'Olen puhkusel kuni 4. jaanuar 2027.'],
  ['lv', 'Esmu atvaļinājumā līdz 4. janvārim 2027.'],
  ['lt', 'Atostogauju iki sausio 4 d.'],
  ['zh', '我正在休假，2027年1月4日返回。'],
  ['ja', '休暇中です。2027年1月4日に復帰します。'],
  ['ko', '휴가 중이며 2027년 1월 4일에 복귀합니다.'],
])('an absence is read in %s: %s', (_, text) => {
  expect(readMail(absence('Auto: x', text))).toMatchObject({
    kind: 'auto_reply',
    away: true,
    returnDate: '2027-01-04',
  });
});

test.each([
  ['en', 'I have left the company.'],
  ['de', 'Ich bin seit dem 1. Oktober nicht mehr im Unternehmen tätig.'],
  ['fr', "J'ai quitté l'entreprise fin octobre."],
  ['es', 'Ya no trabajo en esta empresa.'],
  ['it', 'Non lavoro più in questa azienda.'],
  ['nl', 'Ik ben niet meer werkzaam bij dit bedrijf.'],
  ['pt', 'Já não trabalho nesta empresa.'],
  ['sv', 'Jag har slutat på företaget.'],
  ['da', 'Jeg er fratrådt min stilling.'],
  ['no', 'Jeg har sluttet i selskapet.'],
  ['fi', 'Olen jäänyt eläkkeelle.'],
  ['pl', 'Nie pracuję już w tej firmie.'],
  ['cs', 'Již ve společnosti nepracuji.'],
  ['sk', 'Už nepracujem v tejto firme.'],
  ['hu', 'Már nem dolgozom a cégnél.'],
  ['ro', 'Nu mai lucrez în această companie.'],
  ['el', 'Δεν εργάζομαι πλέον στην εταιρεία.'],
  ['tr', 'Artık bu şirkette çalışmıyorum.'],
  ['ru', 'Я больше не работаю в компании.'],
  ['uk', 'Я більше не працюю в компанії.'],
  ['bg', 'Вече не работя в компанията.'],
  ['hr', 'Više ne radim u tvrtki.'],
  ['sl', 'Ne delam več v tem podjetju.'],
  ['et', 'Ma ei tööta enam selles ettevõttes.'],
  ['lv', 'Es vairs nestrādāju šajā uzņēmumā.'],
  ['lt', 'Šioje įmonėje nebedirbu.'],
  ['zh', '我已离职。'],
  ['ja', '退職いたしました。'],
  ['ko', '퇴사하였습니다.'],
])('a departure is read in %s, with and without a mark: %s', (language, text) => {
  expect(readMail(absence('Auto: x', text))).toMatchObject({ kind: 'auto_reply', left: true, away: false });
  if (!['vi'].includes(language)) expect(readMail(reply(text))).toMatchObject({ left: true });
});

test.each([
  ['Please write to Tom Brandt, tom@x.example.', { name: 'Tom Brandt', email: 'tom@x.example' }],
  [
    'Bitte wenden Sie sich an Frau Dr. Eva Maria Groß (eva@x.example).',
    { name: 'Eva Maria Groß', email: 'eva@x.example' },
  ],
  ['Please contact Ana Lima.', { name: 'Ana Lima', email: null }],
  ['Write to sales@x.example from now on.', { name: null, email: 'sales@x.example' }],
  ['Goodbye.', null],
])('whom it names instead: %s', (text, successor) => {
  expect(readMail(absence('Auto: x', `I have left the company. ${text}`)).successor).toEqual(successor);
});

test.each([
  'Our buyer has left. I have taken over.',
  'I left early yesterday, sorry. Call me?',
  'Have you left the company?',
  'We no longer work with that supplier.',
])('a person who says something else has not left: %s', (text) => {
  expect(readMail(reply(text))).toMatchObject({ kind: 'reply', left: false });
});

test.each([
  'Please unsubscribe me. Thanks, Bob',
  'Hallo Frau Davolio,\nbitte nehmen Sie mich aus Ihrem Verteiler.\nViele Grüße\nEva Groß',
  'Bonjour, merci de me désabonner.',
  'No me escriban más, gracias.',
  'Non voglio più ricevere le vostre email.',
  'Stuur mij geen mails meer',
  'Não quero mais receber seus e-mails.',
  'Ta bort mig från er lista, tack',
  'Afmeld mig',
  'Fjern meg fra listen',
  'Poistakaa minut listalta',
  'Proszę o usunięcie mnie z listy.',
  'Odhlaste mě, děkuji',
  'Nepíšte mi už',
  'Kérem töröljenek a listáról.',
  'Vă rog, ștergeți-mă din listă.',
  'Διαγράψτε με από τη λίστα σας',
  'Beni listeden çıkarın lütfen',
  'Удалите меня из рассылки, пожалуйста.',
  'Видаліть мене зі списку.',
  'Отпишете ме, моля.',
  'Uklonite me s liste, hvala',
  'Izbrišite me s seznama.',
  'Eemaldage mind nimekirjast, palun',
  'Izņemiet mani no saraksta',
  'Išbraukite mane iš sąrašo',
  '请取消订阅',
  '配信を停止してください',
  '구독 취소해 주세요',
  'הסירו אותי מרשימת התפוצה',
  'إلغاء الاشتراك من فضلك',
])('a whole reply that asks to be left alone: %s', (text) => expect(readMail(reply(text)).wish).toBe('stop'));

test.each([
  "Please don't send me a brochure, just call me.",
  'We want to stop this manual counting. Call me.',
  'Do not contact purchasing again, contact me directly.',
  'We are opting out of our supplier contract.',
  'Stop. That is a great idea, tell me more.',
  'Please remove me from your list, and add my colleague.',
  'Bitte nehmen Sie mich aus dem Verteiler und rufen Sie mich an.',
])('any other text opts nobody out: %s', (text) => expect(readMail(reply(text)).wish).not.toBe('stop'));

test('our own text below an answer never counts', () => {
  const quoted =
    'Call me.\n\nOn Mon, 14 Dec 2026 at 09:00, Us <us@ours.example> wrote:\n> Unsubscribe: reply "stop"\n> Stop';
  expect(readMail(reply(quoted)).wish).toBeNull();
});

test.each([
  ['450 4.2.2 mailbox full', 'RCPT TO', 'soft', 'recipient'],
  ['550 5.7.1 Your IP is on our blacklist', 'RCPT TO', 'policy', 'us'],
  ['550 5.7.1 Message rejected due to DKIM failure', 'DATA', 'policy', 'us'],
  ['554 5.7.1 Your message looks like spam', 'DATA', 'policy', 'message'],
  ['550 5.4.5 Daily sending quota exceeded', 'RCPT TO', 'soft', 'us'],
  ['550 5.7.1 We do not accept mail from your network', 'RCPT TO', 'policy', 'us'],
  ['550 User unknown', 'RCPT TO', 'hard', 'recipient'],
  ['553 5.0.0 no such user', 'RCPT TO', 'hard', 'recipient'],
])('a server that answers "%s" to %s means it: %s, %s', (response, command, bounceClass, about) => {
  expect(judgeReply({ recipient: 'a@b.example', response, command })).toMatchObject({ class: bounceClass, about });
});

test('what is said of one recipient is not said of another', () => {
  const text = '<a@x.example>: 550 5.1.1 User unknown\n\n<b@x.example>: something went wrong\n';
  const daemon = { From: 'MAILER-DAEMON@mx.example', Subject: 'Undelivered Mail Returned to Sender' };
  expect(readMail(mailOf(daemon, text)).returned.map((each) => [each.recipient, each.class])).toEqual([
    ['a@x.example', 'hard'],
    ['b@x.example', 'soft'],
  ]);
});

test.each([
  ['auth-failure', 'us'],
  ['dmarc', 'us'],
  ['not-spam', 'us'],
])('a feedback report of type %s is about %s', (type, about) => {
  const parts = [{ type: 'message/feedback-report', text: `Feedback-Type: ${type}\n` }];
  expect(readMail(mailOf({ From: 'fbl@isp.example', Subject: 'x' }, 'x', parts))).toMatchObject({
    kind: 'other',
    about,
  });
});
