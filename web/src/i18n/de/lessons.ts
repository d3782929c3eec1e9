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
  saved: 'Danke. Ähnliche Aufgaben zeigen diese Erfahrung.',
  text: 'Was geholfen hat',
  author: 'Von',
  helped: 'Geholfen',
  helpedTitle: 'Aufgaben, in denen sie als hilfreich markiert wurde',
  created: 'Erstellt',
  proposition: 'Angebot',
  write: 'Erfahrung hinzufügen',
  none: 'Noch keine Erfahrungen',
  noneYet:
    'Drücken Sie nach einem guten Gespräch Y, um eine Erfahrung hinzuzufügen. Sie können auch hier eine hinzufügen.',
  record: 'Aufgabe öffnen',
  remove: 'Entfernen',
  removed: 'Entfernt',
};
