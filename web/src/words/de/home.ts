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
  running: 'Laufende Kampagnen',
  allRunning: 'laufen: alle ansehen',
  noneRuns: 'Zurzeit läuft keine Kampagne.',
  progress: (ended, all, contacted, share) =>
    `${ended} von ${all} Entscheidern sind durch (${share}); ${contacted} wurden erreicht`,
  unsent: (n) =>
    n === 1 ? '1 Eintrag von Ihnen wartet auf das Senden.' : `${n} Einträge von Ihnen warten auf das Senden.`,
};
