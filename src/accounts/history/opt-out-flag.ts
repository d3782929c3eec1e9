import type { OptOut } from './past-records.entity.js';

const words = (list: string): ReadonlySet<string> => new Set(list.split('|').map(fold));

/** A cell that is exactly one of these is a flag. */
const DO_NOT_CALL = words(
  'do not call|do-not-call|dnc|no calls|never call|do not phone|nicht anrufen|keine anrufe|bitte nicht anrufen|' +
    'ne pas appeler|no llamar|niet bellen|non chiamare|não ligar|nie dzwonić',
);
const UNSUBSCRIBED = words(
  'unsubscribe|unsubscribed|opt out|opt-out|opted out|opted-out|optout|do not contact|do-not-contact|do not email|' +
    'do not mail|no emails|no contact|remove from list|removed from list|abgemeldet|abmeldung|werbewiderspruch|widerspruch|' +
    'nicht kontaktieren|kein kontakt|keine werbung|désabonné|désinscrit|désinscription|ne pas contacter|no contactar|' +
    'dado de baja|uitgeschreven|niet contacteren|disiscritto|non contattare|não contactar|wypisany|nie kontaktować',
);
/** A text that holds one of these may ask for it, and a person decides. */
const MAYBE =
  /\b(do not (call|contact|e-?mail)|don'?t (call|contact|e-?mail)|unsubscri\w*|opt(ed)?[- ]?out|nicht (mehr )?(anrufen|kontaktieren)|abmeld\w*|widersprich\w*|ne (plus|pas) (appeler|contacter)|no (llamar|contactar))\b/i;

/** What a cell says in so many words and nothing else; null where it says anything more. */
export function optOutIn(text: string): OptOut | null {
  const plain = fold(text);
  if (DO_NOT_CALL.has(plain)) return 'do_not_call';
  return UNSUBSCRIBED.has(plain) ? 'unsubscribe' : null;
}

export const maySpeakOfOptOut = (text: string): boolean => MAYBE.test(text.slice(0, 10_000));

function fold(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[\s.!_-]+/g, ' ')
    .trim();
}
