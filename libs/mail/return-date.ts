import { phrases } from './phrases/phrases.js';
import { daysIn, type Mention } from './calendar.js';

const DAY = 86_400_000;
const FURTHEST = 550 * DAY;

/** Words before a day that make it the day of the return; German and Dutch may say so behind it. */
const BACK_BEFORE = phrases(
  String.raw`
  (?<!\b(?:not|nicht|niet|pas|non|no|peu) )(?:\bavailable|reachable|joignable|disponible|disponibile|\
    raggiungibile|erreichbar|verfügbar|bereikbaar)
  # English
  \bback\b
  reopen\w*
  return(?:ing|s)?\b
  available again
  reachable again
  resum\w+
  again (?:from|on|as of)
  # German
  zurück
  wieder
  rückkehr
  # French
  retour
  reviens
  reviendr\w+
  de nouveau
  à nouveau
  rentr\w+
  reprend\w+
  # Spanish
  vuelv\w*
  vuelta
  regres\w*
  volver\w*
  reincorpor\w*
  nuevamente
  de nuevo
  # Dutch
  terug
  weer
  # Italian
  rientr\w+
  torn\w+
  ritorn\w+
  di nuovo
  nuovamente
  # Portuguese
  volt\w+
  # Finnish, Estonian, Latvian, Lithuanian
  pala(?:an|ttua|amme)
  takaisin
  tavoitettavissa
  tagasi
  naasen
  atgriez\w*
  atpakaļ
  grįš\w*
  grįžt\w*
  # Polish, Czech, Slovak, Croatian, Slovenian
  wracam
  wrócę
  powr\w+
  ponownie
  vrá[tc]\w*
  zpět
  zpátky
  návrat\w*
  späť
  naspäť
  vra[ćt]\w*
  natrag
  ponovno
  vrnem
  nazaj
  spet
  # Hungarian, Romanian, Turkish, Greek
  vissza\p{L}*
  ismét
  revin
  voi reveni
  întor\p{L}*
  înapoi
  dön\p{L}*
  επιστρ[έε]\p{L}*
  επιστροφ\p{L}*
  ξανά
  # Russian, Ukrainian, Bulgarian
  верн\p{L}*
  возвра\p{L}*
  снова
  поверн\p{L}*
  знову
  върн\p{L}*
  връщ\p{L}*
  отново
  # Hebrew, Arabic
  אחזור
  אשוב
  חוזר
  سأعود
  أعود
  العودة
  # Scandinavian languages
  tillbaka
  åter
  tilbage
  tilbake
  igen
`,
  { after: String.raw`[^.!?;]{0,70}$`, flags: 'iu' },
);
const BACK_AFTER = phrases(
  String.raw`
  \bback\b
  return
  available again
  reachable again
  again available
  i will be (?:available|in the office|able)
  zurück
  wieder
  retour
  de nouveau
  à nouveau
  disponible
  joignable
  vuelta
  de nuevo
  nuevamente
  regres
  terug
  weer
  rientr
  di nuovo
  nuovamente
  torner
  tillbaka
  tilbage
  pala(?:an|amme)
  takaisin
  dön\p{L}*
  vissza\p{L}*
  (?:に|から|より)?.{0,6}(?:戻|復帰|出社|返|恢复|回)
  .{0,6}(?:복귀|돌아|업무)
  erreichbar
  bereikbaar
`,
  { before: String.raw`^[^.!?;\n]{0,45}?`, flags: 'iu' },
);
/** The last day of the absence. */
const UNTIL =
  /(?:\b(?:until|til|till|untill|through|thru|to|bis|jusqu['’]?(?:au|à|en)?|hasta|tot|fino|sino|ate|até|t\/m|al|au|a|m|til|to|und|and|y|et|en|e)\b|[-–—])[\s\S]{0,25}$/iu;
const THROUGH =
  /(?:\bthrough\b|\bthru\b|einschlie(?:ß|ss)lich|inclu(?:s|sive|ding|ido|ding)|t\/m|tot en met|compreso|incluso)/iu;
const THROUGH_AFTER = /^[\s,(]{0,3}(?:inclu(?:s|sive|ding|ido|ded)|einschlie(?:ß|ss)lich|compreso)/iu;
/** Until then, in languages that say it behind the day; in Japanese and Korean that day is the last one away. */
const UNTIL_AFTER = /^[^\s]{0,4}\s{0,2}(?:asti|saakka|kadar|-?ig(?!\p{L})|まで|까지)/iu;
const LAST_DAY_AFTER = /^.{0,3}(?:まで|까지)/u;
/** The first day of the absence, which is no return. */
const FROM =
  /(?:\b(?:from|starting|beginning|as of|since|vom|von|ab|seit|du|à partir|dès|depuis|desde|del|a partir|vanaf|van|sinds|dal|da|dall)\b)[\s\S]{0,25}$/iu;

/**
 * When a person who is away is back, as midnight UTC; null where the mail does not say, or names only days that are
 * over or begin the leave. `today` is midnight UTC of the day on which the mail was written.
 */
export function returnDate(text: string, today: number, monthFirst: boolean): number | null {
  const sentences = text.replace(/\r/g, '').replace(/([^\n])\n(?=[^\n])/g, '$1 ');
  const days = daysIn(sentences, today, monthFirst);
  const backs: number[] = [];
  const ends: number[] = [];
  days.forEach((mention, i) => {
    const before = contextBefore(sentences, mention, days[i - 1]);
    const after = contextAfter(sentences, mention, days[i + 1]);
    if (mention.day <= today || mention.day > today + FURTHEST) return;
    const until = UNTIL.test(before) && !/(?:back|zurück|wieder|retour|terug|vuelvo|regreso)\s*$/iu.test(before);
    const explicit = EXPLICIT.test(before.slice(-40)) || UNTIL_AFTER.test(after);
    if (BACK_BEFORE.test(before) && !explicit) backs.push(mention.day);
    else if (explicit || (until && afterStart(sentences, days[i - 1], mention)))
      ends.push(
        THROUGH.test(before.slice(-45)) || THROUGH_AFTER.test(after) || LAST_DAY_AFTER.test(after)
          ? mention.day + DAY
          : mention.day,
      );
    else if (BACK_AFTER.test(after) && !startsLeave(before, after)) backs.push(mention.day);
  });
  return backs[0] ?? ends.at(-1) ?? null;
}

/** "from the 5th": the leave begins, unless the same breath says that they are back from then on. */
const startsLeave = (before: string, after: string): boolean =>
  FROM.test(before) &&
  !/wieder|zurück|again|nouveau|retour|joignable|disponible|weer|terug|nuevo|nuovo|erreichbar|bereikbaar|back|available/iu.test(
    after.slice(0, 50),
  );

/** The second day of a range: "22 to 27 December", "vom 22. bis 27." */
function afterStart(text: string, before: Mention | undefined, mention: Mention): boolean {
  return (
    before !== undefined && mention.at - before.end < 25 && !/[.!?]\s+\p{Lu}/u.test(text.slice(before.end, mention.at))
  );
}

/** "Until", beside which nothing else says when the absence ends. */
const EXPLICIT =
  /(?<!\p{L})(?:until|till?|through|thru|bis|jusqu(?:['’]\p{L}+)?|hasta|tot|t\/m|fino|até|do|kuni|līdz|iki|până|до|έως|μέχρι|עד|حتى|to och med)(?!\p{L})|(?:至|到|直到)\s?$/iu;

const STOP = /[!?;\n]|\.(?=\s+(?:\p{Lu}|\n))|\.$/u;

function contextBefore(text: string, mention: Mention, previous: Mention | undefined): string {
  const near = text.slice(Math.max(previous?.end ?? 0, mention.at - 110), mention.at);
  return near.split(STOP).at(-1)!;
}

function contextAfter(text: string, mention: Mention, next: Mention | undefined): string {
  return text.slice(mention.end, Math.min(next?.at ?? text.length, mention.end + 80)).split(STOP)[0]!;
}
