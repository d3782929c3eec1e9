import type { Words } from '../translated';

export const lessons: Words['lessons'] = {
  ask: 'Was hat geholfen?',
  hint: 'Ein, zwei Sätze für das nächste Gespräch dieser Art. Bitte ohne Namen.',
  role: 'Rolle',
  industry: 'Branche',
  objection: 'Einwand',
  anyRole: 'jede Rolle',
  anyIndustry: 'jede Branche',
  noObjection: 'kein Einwand',
  any: 'alle',
  saved: 'Danke. Es erscheint bei der nächsten ähnlichen Aufgabe.',
  text: 'Was geholfen hat',
  author: 'Von',
  helped: 'Geholfen',
  helpedTitle: 'Aufgaben, bei denen es nach eigenem Urteil geholfen hat',
  created: 'Geschrieben',
  proposition: 'Angebot',
  write: 'Eine Erfahrung aufschreiben',
  none: 'Noch keine Erfahrung',
  noneYet:
    'Nach einem guten Gespräch drückt man Y und sagt, was geholfen hat. Hier können Sie jederzeit eine aufschreiben.',
  record: 'Die Aufgabe, aus der sie stammt',
  remove: 'Entfernen',
  removed: 'Entfernt',
};
