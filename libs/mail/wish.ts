import { phrases } from './phrases/phrases.js';
/** The longest text that can be an opt-out wish: a longer one needs a person. */
const MOST_WORDS = 30;

const ALONE = phrases(
  String.raw`
  # English
  stop
  unsubscribe
  unsubscribe me
  remove
  remove me
  opt[ -]?out
  take me off
  # German
  abmelden
  abbestellen
  austragen
  löschen
  # French
  désinscri(?:re|ption)
  désabonne(?:r|ment)
  se désabonner
  # Spanish
  baja
  darme de baja
  cancelar
  # Italian
  cancella(?:mi|zione|temi)?
  disiscriv\w+
  # Dutch
  uitschrijven
  afmelden
  # Portuguese
  remover
  descadastrar
  # Scandinavian languages
  avregistrera
  afmeld
  stopp
  # German
  keine (?:weiteren )?(?:e-?)?mails?(?: mehr)?
  # English
  no more (?:e-?)?mails?
  not interested,? (?:please )?(?:unsubscribe|remove me|stop)
`,
  {
    before: String.raw`^(?:please |bitte |s'il vous pla[iî]t,? |por favor,? |per favore,? |graag )?`,
    after: String.raw`(?: me| me out| mich| bitte| please| now| immediately| all| thanks| thank you| danke| merci| gracias| grazie)*$`,
    flags: 'iu',
  },
);
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
 * 'stop' where a reply only asks to be left alone; null where it says anything else, or too much. `text` is the
 * person's own words, without quotes; the subject speaks where the mail is empty, as mail programs that unsubscribe
 * send it.
 */
export function wishIn(text: string, subject: string): 'stop' | null {
  const own = text.trim();
  const words = own === '' ? subject.replace(/^(?:(?:re|aw|sv|tr|rv|antw) ?: ?)+/i, '').trim() : own;
  const plain = words.replace(/[’`´]/g, "'").replace(/\s+/g, ' ');
  if (plain === '' || plain.length > 400 || plain.split(' ').length > MOST_WORDS) return null;
  const bare = plain
    .replace(/^(?:hi|hello|dear|hallo|guten tag|bonjour|hola|buongiorno|dag|beste)\b[^,.!]{0,25}[,.!]\s*/iu, '')
    .replace(/[\s.!,;:*_"'()-]+$/u, '')
    .replace(/^[\s*_"'(]+/u, '');
  if (ALONE.test(bare)) return 'stop';
  if (own === '' || NOT_MEANT.test(plain) || plain.includes('?')) return null;
  return WITHIN.test(plain) ? 'stop' : null;
}
