import type { Words } from '../translated';
import { counted } from '../counted';

export const home: Words['home'] = {
  todo: 'Zu erledigen',
  allDone: 'Alles erledigt',
  start: (n) => `Starten: ${n} fällig`,
  startNext: 'Nächste Aufgabe starten',
  approvals: (n) => (n === 1 ? 'offene Freigabe' : 'offene Freigaben'),
  version: (n) => `V${n}`,
  mobilisationItems: (n) => (n === 1 ? 'offener Mobilisierungspunkt' : 'offene Mobilisierungspunkte'),
  replies: (n) => (n === 1 ? 'ungelesene Antwort' : 'ungelesene Antworten'),
  invalidContacts: (n) =>
    n === 1 ? 'Kontakt ohne gültige E-Mail oder Telefonnummer' : 'Kontakte ohne gültige E-Mail oder Telefonnummer',
  decisions: (n) => (n === 1 ? 'Entscheidung über pausierte Kollegen' : 'Entscheidungen über pausierte Kollegen'),
  questions: (n) => (n === 1 ? 'offene Käuferfrage' : 'offene Käuferfragen'),
  checkIns: (n) => (n === 1 ? 'fälliger Check-in' : 'fällige Check-ins'),
  openCheckIns: (n) => (n === 1 ? 'begonnener Check-in' : 'begonnene Check-ins'),
  suggestions: (n) => (n === 1 ? 'Kohortenvorschlag zur Entscheidung' : 'Kohortenvorschläge zur Entscheidung'),
  failed: (n) => (n === 1 ? 'fehlgeschlagener Entscheider' : 'fehlgeschlagene Entscheider'),
  unserved: (n) => (n === 1 ? 'ungedeckter Kundenbedarf' : 'ungedeckte Kundenbedarfe'),
  unmatched: (n) => (n === 1 ? 'nicht zugeordnete E-Mail' : 'nicht zugeordnete E-Mails'),
  stalled: (n) => (n === 1 ? 'Kampagne pausiert oder in Prüfung' : 'Kampagnen pausiert oder in Prüfung'),
  unknown: (n) => (n === 1 ? 'Nachricht mit unbekanntem Status' : 'Nachrichten mit unbekanntem Status'),
  workload: {
    low: 'Dem Vertrieb geht die Arbeit aus',
    high: 'Der Vertrieb ist überlastet',
    uneven: 'Die Arbeit ist ungleich verteilt',
    ready: (n) => counted(n, 'Aufgabe bereit', 'Aufgaben bereit'),
    days: (days, low, high) => `: Arbeit für ${counted(days, 'Tag', 'Tage')} (Ziel: ${low} bis ${high}).`,
    noReps: ', aber im Vertrieb ist niemand verfügbar.',
    unowned: (n) => counted(n, 'hat noch keine zuständige Person.', 'haben noch keine zuständige Person.'),
    advice: {
      low: 'Geben Sie die nächste Welle frei, setzen Sie eine pausierte Kampagne fort oder starten Sie die nächste.',
      high: 'Verschieben Sie die nächste Welle oder übergeben Sie Organisationen an andere.',
      right: 'Übergeben Sie Organisationen an Kollegen mit freier Kapazität.',
    },
    toCampaigns: 'Kampagnen zeigen, die Arbeit bringen können',
    rep: {
      low: (days) => `noch ${counted(days, 'Tag', 'Tage')}`,
      high: (days) => `Arbeit für ${counted(days, 'Tag', 'Tage')}`,
      right: (days) => `Arbeit für ${counted(days, 'Tag', 'Tage')}`,
    },
  },
  running: 'Laufende Kampagnen',
  allRunning: 'laufen: alle anzeigen',
  noneRunning: 'Zurzeit läuft keine Kampagne.',
  progress: (ended, all, contacted, share) =>
    `${ended} von ${all} Entscheidern abgeschlossen (${share}), ${contacted} kontaktiert`,
  unsent: (n) => (n === 1 ? '1 Eintrag wartet auf den Versand.' : `${n} Einträge warten auf den Versand.`),
};
