/** Stands in a rendered text where a contact's field was empty. Of a private area: no name has it. */
const EMPTY = '\uE000';
/** The same as markup escapes it. */
const MARK = '(?:\uE000|&#57344;)';

/** An output that names the contact: `{{ contact.givenName | capitalize }}`. */
const OUTPUT = /\{\{(-?)((?:[^{}"']|"[^"]*"|'[^']*')*)\}\}/g;

/** The template, in which a field of the contact that is empty leaves a mark. Its own `default` comes first. */
export function marking(template: string): string {
  return template.replaceAll(OUTPUT, (output, trim: string, inner: string) =>
    /\bcontact\s*[.[]/.test(inner)
      ? `{{${trim}${inner.replace(/-$/, '')} | default: "${EMPTY}" ${/-$/.exec(inner) ?? ''}}}`
      : output,
  );
}

/** At the begin of a line or of an element: a few words, a mark, and what ends a salutation. */
const SALUTATION = new RegExp(
  `(^|[\\n>])([ \\t]*)([\\p{L}][\\p{L}\\p{M}.'’/()-]*(?: [\\p{L}\\p{M}.'’/()-]+){0,4})? ?${MARK}(?: ?(?:${MARK}|[\\p{L}.'’-]{1,40}(?= ?${MARK})))*`,
  'gu',
);
/** Elsewhere: with the comma before it, or one of the blanks around it. */
const ASIDE = new RegExp(`,? ?${MARK}`, 'gu');

/**
 * Greets whom no name is known of as the template's language does: "Dear ," is "Hello,". Elsewhere an empty field leaves
 * no comma behind.
 */
export function settled(text: string): string {
  if (!text.includes(EMPTY) && !text.includes('&#57344;')) return text;
  return text
    .replaceAll(SALUTATION, (_, before: string, indent: string, words: string | undefined) =>
      words === undefined ? before + indent : before + indent + neutral(words),
    )
    .replaceAll(ASIDE, '');
}

/** What a salutation begins with, and what it is without a name. One that can stand alone stays. */
const NEUTRAL: [RegExp, string][] = [
  [/^(dear|esteemed|to)\b/i, 'Hello'],
  [/^(sehr geehrte|geehrte|liebe|werte)/i, 'Guten Tag'],
  [/^(ch[eè]re?s?|monsieur|madame)\b/i, 'Bonjour'],
  [/^(estimad|querid|apreciad)[oa]/i, 'Buenos días'],
  [/^(prezad|car[oa] (?:senhor|sr))/i, 'Bom dia'],
  [/^(gentile|egregi|spett|car[oa]\b)/i, 'Buongiorno'],
  [/^(beste|geachte|lieve)\b/i, 'Goedendag'],
  [/^(szanown|drog)/i, 'Dzień dobry'],
  [/^(k[æä]re?|kjære|b[äa]sta)\b/iu, 'Hej'],
  [/^(sayın|sevgili)/iu, 'Merhaba'],
  [/^(уважаем|дорог)/iu, 'Здравствуйте'],
  [/^(vážen|mil[ýá])/iu, 'Dobrý den'],
];
/** A title in front of a name that is not known: "Hello Mr". */
const TITLE =
  /(?: (?:mr|mrs|ms|mx|dr|prof|herr|frau|monsieur|madame|mme|m|sr|sra|srta|señora?|signora?|sig)\b\.?\/?)+$/iu;

function neutral(words: string): string {
  return NEUTRAL.find(([begin]) => begin.test(words))?.[1] ?? words.replace(TITLE, '');
}
