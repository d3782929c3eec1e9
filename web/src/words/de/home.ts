import type { Words } from '../translated';

export const home: Words['home'] = {
  waits: 'Wartet auf Sie',
  nothing: 'Nichts wartet auf Sie. Genießen Sie es.',
  start: (n) => `${n} fällig: anfangen`,
  startIt: 'Mit der nächsten Aufgabe anfangen',
  approvals: 'Freigaben, über die Sie entscheiden',
  version: (n) => `V${n}`,
  commitments: 'Zusagen, die Sie gemacht haben',
  replies: 'Antworten zu lesen',
  lacking: 'Menschen, deren Adresse oder Nummer fehlt oder falsch ist',
  decisions: 'Entscheidungen über wartende Kollegen',
  questions: 'Fragen von Einkäufern',
  unmatched: 'Mails, zu denen sich niemand finden ließ',
  stalled: 'Kampagnen, die stillstehen',
  unknown: 'Nachrichten, von denen niemand weiß, ob sie hinausgingen',
  buffer: {
    low: 'Die Verkäufer haben bald nichts zu tun',
    high: 'Die Verkäufer haben mehr, als sie schaffen',
    uneven: 'Die Arbeit ist ungleich verteilt',
    ready: (n) => `${n} Aufgaben liegen bereit`,
    days: (days, low, high) => `: Arbeit für ${days} Tage; ${low} bis ${high} sind richtig.`,
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
