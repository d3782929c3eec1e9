import { phrases } from './phrases/phrases.js';
import { BESIDE_A_WISH, WHOLE_WISH } from './phrases/wish-phrases.js';

/** stop: the whole reply asks to be left alone; perhaps: a part of it may, and a person decides. */
export type Wish = 'stop' | 'perhaps';

/** The longest text that can be nothing but a wish. */
const LONGEST_WISH = 400;
/** Where a wish may stand in a longer one. */
const LONGEST_READ = 4_000;

const WITHIN = phrases(
  String.raw`
  # English
  \bunsubscribe (?:me|us|my|this|from)
  \bunsubscribe\b
  (?:remove|delete|take|drop) (?:me|us|my (?:name|address|e-?mail)|this address|my details)\b.{0,40}\
    (?:from|off|out)
  \btake (?:me|us) off\b
  \bopt(?:ing)? (?:me )?out\b
  stop (?:e-?mailing|contacting|writing|sending|spamming|bothering|these|the|this|mailing)
  (?:do not|don'?t|never) (?:e-?mail|contact|write|send|mail|spam|bother)\b.{0,30}(?:me|us|again|\
    any ?more|mails?|this address)?
  (?:no (?:more|further)|cease(?: all)?) (?:e-?mails?|mails?|messages|contact|communication)
  leave (?:me|us) alone
  # German
  \b(?:bitte|möchte|will|wünsche).{0,60}(?:abmelden|austragen|abbestellen|aus (?:dem|ihrem|der|\
    ihrer|eurem|eurer) .{0,20}(?:verteiler|liste|verteilerliste|datenbank)|keine (?:weiteren )?(?:e-?mails?|\
    mails?|nachrichten|werbung|kontakt))
  (?:nehmen|streichen|löschen|entfernen|tragen|melden) sie (?:mich|uns|meine|diese).{0,60}
  (?:schreiben|kontaktieren|senden|schicken) sie (?:mir|mich|uns) (?:bitte )?(?:nicht|keine|nie)
  keine (?:weiteren )?(?:e-?mails?|mails|nachrichten|werbung) (?:mehr|schicken|senden|an)
  # French
  (?:désinscri\w+|désabonn\w+|retir\w+|supprim\w+|enlev\w+)(?:[ -]moi| me| nous| mon| mes)?.{0,50}\
    (?:liste|fichier|base|adresse|diffusion|mail|moi\b|désabonner|désinscrire)
  ne (?:plus )?(?:me|nous) (?:contact\w+|envoy\w+|écri\w+|sollicit\w+)
  me désinscrire
  me désabonner
  # Spanish
  (?:dar|den|deme|darme|dame|denme) de baja
  darme de baja
  d[eé]n?me de baja
  (?:elim[ií]n\w*|borr\w*|quit\w*|bórr\w*)(?:me|nos|en me)? .{0,40}(?:lista|base|correo)
  no (?:me|nos) (?:escrib\w+|env[ií]\w+|contact\w+)
  no quiero recibir
  # Italian
  (?:cancell\w+|rimuov\w+|toglie\w+|elimin\w+)(?:mi|temi|ci)? .{0,40}(?:lista|elenco|mailing|database|\
    indirizzo)
  non (?:voglio|desidero) (?:più )?ricevere
  non (?:mi |ci )?(?:scriv\w+|contatt\w+|invi\w+)
  # Dutch
  (?:uitschrijven|afmelden|verwijder(?:en)? (?:mij|me|ons)|haal (?:mij|me|ons) (?:van|uit)|schrijf \
    (?:mij|me|ons) uit|meld (?:mij|me|ons) af)
  geen (?:e-?mails?|mails?|berichten) meer
  niet meer (?:mailen|contacteren|benaderen)
  # Portuguese
  retir(?:e|em)(?:-me| meu)
  não (?:quero|desejo) (?:mais )?receber
  # Swedish
  avsluta prenumeration
  ta bort mig
`,
  { flags: 'iu' },
);
const NOT_MEANT = phrases(
  String.raw`
  (?:do not|don'?t|didn'?t|did not|never|no need to|wouldn'?t|not) (?:want to |need to |mean to |\
    wish to )?(?:unsubscribe|be removed|opt out|remove me|take me off)
  please (?:do not|don'?t) stop
  how (?:do|can|could) (?:i|we|our|people|users|customers)
  (?:nicht|kein) (?:abmelden|austragen)
  unsubscribe (?:link|button|rate|page|feature|process|list|function)
  before (?:i|we) (?:unsubscribe|opt)
  if (?:you|we|i) (?:don'?t|stop)
  don'?t (?:contact|write|mail) .{0,20}(?:him|her|them|my colleague)
  until
  before
  next (?:week|month|year)
  erst (?:im|ab|wieder)
  (?:instead|statt ?dessen|stattdessen)
`,
  { flags: 'iu' },
);

/**
 * Whether a reply asks to be left alone; null where nothing in it does. `text` is the person's own words, without
 * quotes; the subject speaks where the mail is empty, as mail programs that unsubscribe send it.
 */
export function wishIn(text: string, subject: string): Wish | null {
  const own = text.trim().slice(0, LONGEST_READ);
  const words = own === '' ? subject.slice(0, LONGEST_WISH).replace(/^(?:(?:re|aw|sv|tr|rv|antw) ?: ?)+/i, '') : own;
  const plain = words.replace(/[’`´]/g, "'").trim();
  if (plain === '') return null;
  if (plain.length <= LONGEST_WISH && isWhole(plain)) return 'stop';
  const line = plain.replace(/\s+/g, ' ');
  if (own === '' || NOT_MEANT.test(line) || (line.includes('?') && line.length <= LONGEST_WISH)) return null;
  return WITHIN.test(line) ? 'perhaps' : null;
}

const GREETING =
  /^(?:hi|hello|hey|dear|good (?:morning|afternoon|day)|hallo|guten (?:tag|morgen)|sehr geehrte[rs]?|liebe[rs]?|bonjour|madame|monsieur|hola|estimad[oa]s?|buenos días|buongiorno|salve|gentile|dag|beste|geachte|olá|prezad[oa]|caro|cara|hej|hei|moi|dzień dobry|dobrý den|dobrý deň|jó napot|bună ziua|γεια σας|merhaba|здравствуйте|добрый день|добрий день|здравейте|dobar dan|pozdravljeni|tere|labdien|laba diena|שלום|مرحبا|您好|你好|안녕하세요)(?![\p{L}])[^,.!\n]{0,40}[,.!\n]\s*/iu;
const SENTENCE = /[.!;。！\n]+/u;
const EDGES = /^[\s*_"'(,:-]+|[\s*_"'),:-]+$/gu;
const NAME = /^(?:\p{Lu}[\p{L}.'-]*(?:\s+|$)){1,4}$/u;

/** One sentence at least is the wish, and every other is greeting, politeness or a name at the end. */
function isWhole(text: string): boolean {
  if (text.includes('?')) return false;
  const sentences = text
    .replace(GREETING, '')
    .split(SENTENCE)
    .map((sentence) => sentence.replace(/\s+/g, ' ').replace(EDGES, ''))
    .filter((sentence) => sentence !== '');
  const isWish = sentences.map((sentence) => WHOLE_WISH.test(sentence) || parts(sentence));
  const last = isWish.lastIndexOf(true);
  return (
    last >= 0 &&
    sentences.every((sentence, i) => isWish[i] || BESIDE_A_WISH.test(sentence) || (i > last && NAME.test(sentence)))
  );
}

/** "Not interested, please unsubscribe me": a comma where others put a full stop. */
function parts(sentence: string): boolean {
  const pieces = sentence.split(/,\s*/).map((piece) => piece.replace(EDGES, ''));
  return (
    pieces.length > 1 &&
    pieces.some((piece) => WHOLE_WISH.test(piece)) &&
    pieces.every((piece) => WHOLE_WISH.test(piece) || BESIDE_A_WISH.test(piece))
  );
}
