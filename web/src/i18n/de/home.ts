import type { Words } from '../translated';
import { counted } from '../counted';

export const home: Words['home'] = {
  waits: 'Wartet auf Sie',
  nothing: 'Nichts wartet auf Sie. Genießen Sie es.',
  start: (n) => `${n} fällig: anfangen`,
  startIt: 'Mit der nächsten Aufgabe anfangen',
  approvals: (n) => (n === 1 ? 'Freigabe, über die Sie entscheiden' : 'Freigaben, über die Sie entscheiden'),
  version: (n) => `V${n}`,
  mobilisationItems: (n) => (n === 1 ? 'Zusage, die Sie gemacht haben' : 'Zusagen, die Sie gemacht haben'),
  replies: (n) => (n === 1 ? 'Antwort zu lesen' : 'Antworten zu lesen'),
  lacking: (n) =>
    n === 1
      ? 'Mensch, dessen Adresse oder Nummer fehlt oder falsch ist'
      : 'Menschen, deren Adresse oder Nummer fehlt oder falsch ist',
  decisions: (n) => (n === 1 ? 'Entscheidung über wartende Kollegen' : 'Entscheidungen über wartende Kollegen'),
  questions: (n) => (n === 1 ? 'Frage eines Einkäufers' : 'Fragen von Einkäufern'),
  checkIns: (n) => (n === 1 ? 'Ihrer Kunden, nach dem zu fragen ist' : 'Ihrer Kunden, nach denen zu fragen ist'),
  begun: (n) => (n === 1 ? 'Nachfrage, die Sie begonnen haben' : 'Nachfragen, die Sie begonnen haben'),
  suggestions: (n) =>
    n === 1 ? 'Kunde, der für eine Kohorte vorgeschlagen ist' : 'Kunden, die für eine Kohorte vorgeschlagen sind',
  failed: (n) => (n === 1 ? 'gescheitertes Mitglied' : 'gescheiterte Mitglieder'),
  unserved: (n) => (n === 1 ? 'Bedarf, für den es nichts von uns gibt' : 'Bedarfe, für die es nichts von uns gibt'),
  unmatched: (n) => (n === 1 ? 'Mail, zu der sich niemand finden ließ' : 'Mails, zu denen sich niemand finden ließ'),
  stalled: (n) => (n === 1 ? 'Kampagne, die stillsteht' : 'Kampagnen, die stillstehen'),
  unknown: (n) =>
    n === 1
      ? 'Nachricht, von der niemand weiß, ob sie hinausging'
      : 'Nachrichten, von denen niemand weiß, ob sie hinausgingen',
  buffer: {
    low: 'Die Verkäufer haben bald nichts zu tun',
    high: 'Die Verkäufer haben mehr, als sie schaffen',
    uneven: 'Die Arbeit ist ungleich verteilt',
    ready: (n) => counted(n, 'Aufgabe liegt bereit', 'Aufgaben liegen bereit'),
    days: (days, low, high) => `: Arbeit für ${counted(days, 'Tag', 'Tage')}; ${low} bis ${high} sind richtig.`,
    nobodyHere: ', und kein Verkäufer ist da.',
    unowned: (n) => `${n} gehören noch niemandem.`,
    todo: {
      low: 'Geben Sie die nächste Welle frei, setzen Sie Pausiertes fort, oder starten Sie die nächste Kampagne.',
      high: 'Halten Sie die nächste Welle zurück, oder lassen Sie helfen: Geben Sie Häuser an jemand anderen.',
      right: 'Geben Sie Häuser von denen mit viel an die mit wenig.',
    },
    toCampaigns: 'Kampagnen, die mehr bringen könnten',
    rep: { low: 'zu wenig', high: 'zu viel', right: 'richtig' },
    has: (days) => `${days} T.`,
  },
  running: 'Laufende Kampagnen',
  allRunning: 'laufen: alle ansehen',
  noneRuns: 'Zurzeit läuft keine Kampagne.',
  progress: (ended, all, contacted, share) =>
    `${ended} von ${all} Entscheidern sind durch (${share}); ${contacted} wurden erreicht`,
  unsent: (n) =>
    n === 1 ? '1 Eintrag von Ihnen wartet auf das Senden.' : `${n} Einträge von Ihnen warten auf das Senden.`,
};
