/** Names of months and days, and how people in several languages write a date. */

const MONTHS: string[] = [
  'january januar jänner janvier enero januari gennaio janeiro jan janv ene gen janner jän',
  'february februar février fevrier febrero februari febbraio fevereiro feb fév fev févr febr',
  'march märz maerz mars marzo maart março marco mar mär mrz mrt',
  'april avril abril aprile apr avr abr',
  'may mai mayo mei maggio maio maj mag',
  'june juni juin junio giugno junho jun giu',
  'july juli juillet julio luglio julho jul juil lug',
  'august août aout agosto augustus augusti aug ago',
  'september septembre septiembre settembre setembro sep sept set',
  'october oktober octobre octubre ottobre outubro oct okt ott out',
  'november novembre noviembre novembro nov',
  'december dezember décembre decembre diciembre dicembre dezembro dec dez déc dic',
];

/** The same in the other languages of Europe, and in Hebrew and Arabic; in the cases in which dates stand. */
const MORE_MONTHS: string[] = [
  'stycznia styczeń ledna leden januára január ianuarie tammikuuta tammikuu jaanuar jaanuaril janvārī janvāris janvārim sausio sausis ιανουαρίου ιανουάριος ocak января январь січня січень януари siječnja siječanj januarja januara בינואר ינואר يناير janúar',
  'lutego luty února únor februára február februarie helmikuuta helmikuu veebruar veebruaril februārī februāris februārim vasario vasaris φεβρουαρίου şubat февраля февраль лютого лютий февруари veljače veljača februarja februara בפברואר פברואר فبراير',
  'marca marzec března březen március martie maaliskuuta maaliskuu märtsil märts martā marts martam kovo kovas μαρτίου mart марта март березня березень ožujka ožujak במרץ מרץ مارس',
  'kwietnia kwiecień dubna duben apríla április aprilie huhtikuuta huhtikuu aprill aprillil aprīlī aprīlis aprīlim balandžio balandis απριλίου nisan апреля апрель квітня квітень април travnja travanj aprila באפריל אפריל أبريل',
  'maja května květen mája máj május toukokuuta toukokuu mail maijā maijs maijam gegužės gegužė μαΐου mayıs мая май травня травень svibnja svibanj במאי מאי مايو',
  'czerwca czerwiec června červen júna jún június iunie kesäkuuta kesäkuu juunil juuni jūnijā jūnijs jūnijam birželio birželis ιουνίου haziran июня июнь червня червень юни lipnja lipanj junija juna ביוני יוני يونيو',
  'lipca lipiec července červenec júla júl július iulie heinäkuuta heinäkuu juulil juuli jūlijā jūlijs jūlijam liepos liepa ιουλίου temmuz июля июль липня липень юли srpnja srpanj julija jula ביולי יולי يوليو',
  'sierpnia sierpień srpna srpen augusta augusztus elokuuta elokuu augustil augustā augusts augustam rugpjūčio rugpjūtis αυγούστου ağustos августа август серпня серпень kolovoza kolovoz avgusta avgust באוגוסט אוגוסט أغسطس',
  'września wrzesień září septembra szeptember septembrie syyskuuta syyskuu septembril septembrī septembris septembrim rugsėjo rugsėjis σεπτεμβρίου eylül сентября сентябрь вересня вересень септември rujna rujan בספטמבר ספטמבר سبتمبر',
  'października październik října říjen októbra október octombrie lokakuuta lokakuu oktoobril oktoober oktobrī oktobris oktobrim spalio spalis οκτωβρίου ekim октября октябрь жовтня жовтень октомври oktobra באוקטובר אוקטובר أكتوبر',
  'listopada listopad listopadu novembra noiembrie marraskuuta marraskuu novembril novembrī novembris novembrim lapkričio lapkritis νοεμβρίου kasım ноября ноябрь листопада листопад ноември studenoga studenog studeni בנובמבר נובמבר نوفمبر',
  'grudnia grudzień prosince prosinec decembra decembrie joulukuuta joulukuu detsembril detsember decembrī decembris decembrim gruodžio gruodis δεκεμβρίου aralık декабря декабрь грудня грудень декември prosinca prosinac בדצמבר דצמבר ديسمبر',
];

const DAYS: string[] = [
  'sunday sonntag dimanche domingo zondag domenica söndag',
  'monday montag lundi lunes maandag lunedì lunedi segunda-feira måndag mandag',
  'tuesday dienstag mardi martes dinsdag martedì martedi terça-feira tisdag tirsdag',
  'wednesday mittwoch mercredi miércoles miercoles woensdag mercoledì mercoledi quarta-feira onsdag',
  'thursday donnerstag jeudi jueves donderdag giovedì giovedi quinta-feira torsdag',
  'friday freitag vendredi viernes vrijdag venerdì venerdi sexta-feira fredag',
  'saturday samstag sonnabend samedi sábado sabado zaterdag sabato lördag',
];

const TOMORROW = 'tomorrow morgen demain mañana domani amanhã';

const numbered = (lists: string[]): Map<string, number> =>
  new Map(lists.flatMap((list, i) => list.split(' ').map((name): [string, number] => [name, i])));
const MONTH_OF = new Map([...numbered(MONTHS), ...numbered(MORE_MONTHS)]);
const DAY_OF = numbered(DAYS);

const anyOf = (words: Iterable<string>): string => [...words].toSorted((a, b) => b.length - a.length).join('|');
// the dot of "Jan.", and not the end of a sentence
const MONTH = `(?:${anyOf(MONTH_OF.keys())})(?:\\.(?!\\s+\\p{Lu}|\\s*$))?`;
const WEEKDAY = anyOf(DAY_OF.keys());
const OF = `(?:\\s*(?:of|de|del|di|do|den)\\s+|\\s+|\\s*[-/]\\s*)`;
const YEAR = `(?:\\s*(?:,\\s*)?(?:de\\s+|del\\s+)?('?\\d{4}|'\\d{2})(?!\\d|:))?`;

const MENTION = new RegExp(
  [
    `(?<iso>(?<![\\d-])(\\d{4})-(\\d{1,2})-(\\d{1,2})(?!\\d))`,
    `(?<numbers>(?<![\\d.:/])(\\d{1,2})\\s?(?<mark>[./-])\\s?(\\d{1,2})(?:\\.(?!\\d)|\\k<mark>\\s?(\\d{4}|\\d{2}))?(?![\\d:%]|\\.\\d))`,
    `(?<dayFirst>(?<![\\p{L}\\d])(\\d{1,2})(?:st|nd|rd|th|er|º|°|ª|e|-ai|-е|-го|\\.)?${OF}(${MONTH})(?!\\p{L})${YEAR})`,
    `(?<monthFirst>(?<!\\p{L})(${MONTH})\\s*(?:the\\s+)?(\\d{1,2})(?:st|nd|rd|th)?(?![\\d:])${YEAR})`,
    `(?<characters>(?:(\\d{4})\\s?[年년]\\s?)?(?<!\\d)(\\d{1,2})\\s?[月월]\\s?(\\d{1,2})\\s?[日일号號])`,
    `(?<weekday>(?<!\\p{L})(${WEEKDAY})(?!\\p{L}))`,
    `(?<wholeMonth>(?<=(?<!\\p{L})(?:in|im|en|a|ad|au mois de|em)\\s)(${MONTH})(?!\\p{L})${YEAR})`,
    `(?<tomorrow>(?<!\\p{L})(?:${TOMORROW.replaceAll(' ', '|')})(?!\\p{L}))`,
  ].join('|'),
  'giu',
);

/** A day in a text, `at` its first character and `end` behind its last. */
export interface Mention {
  at: number;
  end: number;
  /** midnight UTC of that day */
  day: number;
  /** only a day of the week, or "tomorrow" */
  relative: boolean;
}

const DAY = 86_400_000;
/** A date without a year that was this long ago is over; one longer ago is next year's. */
const OVER = 90 * DAY;

/**
 * Every day that a text names. `today` is midnight UTC of the mail's own day; `monthFirst` says how its writer means
 * 3/4.
 */
export function daysIn(text: string, today: number, monthFirst: boolean): Mention[] {
  const found: Mention[] = [];
  const american = writesMonthFirst(text) ?? monthFirst;
  for (const match of text.matchAll(MENTION)) {
    const day = dayOf(match, today, american);
    if (day === null) continue;
    const mention = {
      at: match.index,
      end: match.index + match[0].length,
      day,
      relative: Boolean(match.groups!.weekday ?? match.groups!.tomorrow),
    };
    const last = found.at(-1);
    // "Monday, 4 January" is one day
    if (
      last?.relative &&
      !mention.relative &&
      /^[\s,.(]*(?:the|den|dem|der|le|el|il|op|dia|día|de|d\.)?[\s,.(]*$/i.test(text.slice(last.end, mention.at))
    )
      found[found.length - 1] = { ...mention, at: last.at };
    else found.push(mention);
  }
  return found;
}

/**
 * 12/28 can only be December the 28th: a writer who writes one date so means the others alike. Null where none shows
 * it.
 */
function writesMonthFirst(text: string): boolean | null {
  for (const [, first, second] of text.matchAll(/(?<![\d/])(\d{1,2})\/(\d{1,2})(?!\d)/g)) {
    if (Number(second) > 12 && Number(first) <= 12) return true;
    if (Number(first) > 12 && Number(second) <= 12) return false;
  }
  return null;
}

function dayOf(match: RegExpExecArray, today: number, monthFirst: boolean): number | null {
  const { iso, numbers, characters, dayFirst, monthFirst: named, weekday, tomorrow, wholeMonth } = match.groups!;
  const all = match.filter((each, i) => i > 0 && each !== undefined);
  const parts = all.slice(1);
  if (tomorrow) return today + DAY;
  if (weekday) {
    const ahead = (DAY_OF.get(weekday.toLowerCase())! - new Date(today).getUTCDay() + 7) % 7;
    return today + (ahead || 7) * DAY;
  }
  if (characters) {
    const [month, day] = parts.slice(-2).map(Number) as [number, number];
    return inYear(parts.length > 2 ? parts[0] : undefined, month, day, today);
  }
  if (iso) return makeDay(Number(parts[0]), Number(parts[1]), Number(parts[2]));
  if (dayFirst) return inYear(parts[2], monthOf(parts[1]!), Number(parts[0]), today);
  if (named) return inYear(parts[2], monthOf(parts[0]!), Number(parts[1]), today);
  if (wholeMonth) return inYear(parts[1], monthOf(parts[0]!), 1, today);
  if (!numbers) return null;
  const [first, mark, second, year] = [Number(parts[0]), parts[1], Number(parts[2]), parts[3]];
  // 10.30 and 9-17 are rather hours than days
  if (mark !== '/' && year === undefined && !numbers.trim().endsWith('.')) return null;
  const american = mark === '/' && (second > 12 || (monthFirst && first <= 12));
  return american ? inYear(year, first, second, today) : inYear(year, second, first, today);
}

const monthOf = (name: string): number => MONTH_OF.get(name.toLowerCase().replace(/\.$/, ''))! + 1;

function inYear(written: string | undefined, month: number, day: number, today: number): number | null {
  if (written !== undefined) {
    const year = Number(written.replace("'", ''));
    return makeDay(year < 100 ? 2000 + year : year, month, day);
  }
  const year = new Date(today).getUTCFullYear();
  const here = makeDay(year, month, day);
  return here !== null && here < today - OVER ? makeDay(year + 1, month, day) : here;
}

function makeDay(year: number, month: number, day: number): number | null {
  const at = Date.UTC(year, month - 1, day);
  const made = new Date(at);
  return month >= 1 && made.getUTCMonth() === month - 1 && made.getUTCDate() === day ? at : null;
}
