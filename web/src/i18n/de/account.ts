import type { Words } from '../translated';

export const account: Words['account'] = {
  title: 'Passwort und Sitzungen',
  password: 'Passwort',
  passwordNote: 'Ein neues Passwort beendet Ihre anderen Sitzungen und Tokens.',
  currentPassword: 'Bisheriges Passwort',
  newPassword: 'Neues Passwort',
  passwordHint: 'Mindestens 12 Zeichen, z. B. mehrere Wörter, die nicht zusammengehören.',
  change: 'Passwort ändern',
  changed: 'Passwort geändert',
  sessions: 'Wo Sie angemeldet sind',
  sessionsNote: 'Browser und Programme, die in Ihrem Namen handeln, und wann sie zuletzt gesehen wurden.',
  noSessions: 'Keine offenen Sitzungen.',
  browser: 'Browser',
  token: 'Programm',
  readsOnly: 'liest nur',
  current: 'diese',
  end: 'Beenden',
  ended: 'Sitzung beendet',
  everywhere: 'Überall abmelden',
  everywhereNote:
    'Beendet alle Ihre Sitzungen und Tokens, auch diese. Programme, die ein Token von Ihnen nutzen, funktionieren dann nicht mehr.',
  endAll: 'Alle Sitzungen beenden',
  endAllNote: (name: string) =>
    `${name} wird überall abgemeldet. Programme, die Tokens dieser Person nutzen, funktionieren dann nicht mehr.`,
};
