import type { InteractionKind, PastOutcome } from '../../history/past-records.entity.js';
import { isDay } from '../../organizations/attributes.js';
import { toDay, withoutTime } from '../reading/values.js';

const table = <T extends string>(lists: Record<T, string>): Map<string, T> =>
  new Map(Object.entries<string>(lists).flatMap(([value, list]) => list.split('|').map((word) => [word, value as T])));

const KINDS = table<Exclude<InteractionKind, 'other'>>({
  call: 'call|phone|phone call|telephone|cellular|mobile|cold call|outbound call|inbound call|tel|anruf|telefon|telefonat|appel|téléphone|llamada|teléfono|chiamata|telefonata|bellen|ligação',
  email: 'email|e-mail|mail|correo|courriel|email sent',
  meeting:
    'meeting|visit|appointment|demo|event|lunch|besuch|termin|treffen|rendez-vous|réunion|visite|reunión|visita|site visit|video call|webinar',
  letter: 'letter|post|brief|lettre|carta|fax',
  message: 'message|sms|text|chat|whatsapp|linkedin|linkedin message|nachricht|mensaje',
  note: 'note|notes|comment|memo|notiz|kommentar|nota',
});

const OUTCOMES = table<PastOutcome>({
  won: 'won|closed won|closedwon|win|success|successful|true|yes|1|sold|ordered|invoiced|paid|shipped|completed|delivered|gewonnen|erfolg|ja|abgeschlossen gewonnen|gagné|gagnée|oui|ganado|ganada|vinto|vinta|gewonnen abschluss|wygrana',
  lost: 'lost|closed lost|closedlost|loss|false|no|0|failed|cancelled|canceled|rejected|verloren|nein|abgelehnt|storniert|perdu|perdue|non|perdido|perdida|perso|persa|przegrana',
  open: 'open|prospecting|engaging|qualification|proposal|negotiation|new|pending|in progress|offen|in arbeit|ouvert|abierto|aperto',
});

const fold = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, ' ');
const known = <T>(words: Map<string, T>, text: string): T | null =>
  words.get(fold(text)) ?? words.get(text.trim().toLowerCase()) ?? null;

export const kindOf = (text: string): InteractionKind | null => known(KINDS, text);
export const outcomeOf = (text: string): PastOutcome | null => known(OUTCOMES, text);

export function directionOf(text: string): 'in' | 'out' | null {
  if (/^(in|inbound|incoming|received|eingehend|eingang|entrant|entrante)$/i.test(text)) return 'in';
  return /^(out|outbound|outgoing|sent|ausgehend|ausgang|sortant|saliente)$/i.test(text) ? 'out' : null;
}

/** Names of months, long and short, in languages of files; folded. */
const MONTHS = new Map<string, number>();
for (const language of ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'pl', 'sv', 'da', 'tr'])
  for (const style of ['long', 'short'] as const)
    for (let month = 0; month < 12; month++) {
      const name = plainMonth(
        new Date(Date.UTC(2026, month, 15)).toLocaleString(language, { month: style, timeZone: 'UTC' }),
      );
      if (!MONTHS.has(name)) MONTHS.set(name, month + 1);
    }
MONTHS.set('sept', 9);

function plainMonth(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/[\p{M}.]/gu, '')
    .toLowerCase();
}

/** 5, "05", "may", "Mai" */
export function toMonth(text: string): number | null {
  const number = /^\d{1,2}$/.test(text) ? Number(text) : (MONTHS.get(plainMonth(text)) ?? null);
  return number !== null && number >= 1 && number <= 12 ? number : null;
}

export function toDayOfMonth(text: string): number | null {
  return /^\d{1,2}$/.test(text) && Number(text) >= 1 && Number(text) <= 31 ? Number(text) : null;
}

/** A day, also with a time or a month's name: 2026-11-03T10:00Z, 3.11.26, "03 Nov 2026", "November 3, 2026 10:00". */
export function toPastDay(cell: string, dayFirst: boolean | null): string | null {
  const text = withoutTime(cell);
  const [, a, sign, b, short] = /^(\d{1,2})([./-])(\d{1,2})\2(\d{2})$/.exec(text) ?? [];
  if (short) return toDay(`${a}${sign}${b}${sign}${centuryOf(short)}`, dayFirst);
  const plain = toDay(text.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3'), dayFirst);
  if (plain) return plain;
  const [, d, month, y] =
    /^(?:\p{L}+,?\s+)?(\d{1,2})\.?(?:st|nd|rd|th)?[\s-]+(?:de\s+)?(\p{L}+\.?),?[\s-]+(?:de\s+)?(\d{4}|\d{2})$/u.exec(
      text,
    ) ?? [];
  if (d) return dayOf(y!, toMonth(month!), d);
  const [, name, day, year] = /^(?:\p{L}+,\s+)?(\p{L}+\.?)\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/u.exec(text) ?? [];
  return name ? dayOf(year!, toMonth(name), day!) : null;
}

export function dayOf(year: string, month: number | null, day: string): string | null {
  if (month === null) return null;
  const full = year.length === 2 ? centuryOf(year) : year;
  const text = `${full}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(text) ? text : null;
}

/** What lies behind us: 26 is 2026, 98 is 1998. */
const centuryOf = (short: string): string => (Number(short) < 70 ? `20${short}` : `19${short}`);
