import type { Words } from '../translated';
import { counted } from '../counted';

export const verdict: Words['verdict'] = {
  power: {
    base: 'Ohnehin interessiert, von 100 Häusern',
    says: (points, treated, held) =>
      `Mit ${treated} angeschriebenen und ${held} zurückgehaltenen Häusern zeigt sich eine Wirkung ab ${points} Punkten in mindestens 8 von 10 Fällen. Eine kleinere sieht meist wie Zufall aus.`,
    never: (treated, held) =>
      `Mit ${treated} angeschriebenen und ${held} zurückgehaltenen Häusern zeigt sich keine Wirkung verlässlich: Halten Sie mehr zurück, oder messen Sie an etwas anderem.`,
    points: (points) => `+${points}`,
  },
  target: 'Ziel für Tag 28',
  targetNote:
    'Jetzt festgehalten, solange niemand weiß, was daraus wird. Ab dem Start steht es, und an Tag 28 wird die Kampagne daran gemessen.',
  measured: 'Gemessen an',
  noTarget: 'Kein Ziel',
  percent: 'Mindestens, in %',
  points: 'Mindestens, in Punkten',
  measure: {
    coverage: 'Abdeckung',
    access: 'Zugang zu Entscheidern',
    influence: 'Erreichter Einfluss',
    early_conversion: 'Frühes Interesse',
    reply: 'Antworten',
    next_meeting: 'Nächste Termine',
    lift: 'Wirkung gegenüber Zurückgehaltenen',
  },
  means: {
    coverage: 'Entscheider, die erreicht wurden, von den Aufgenommenen.',
    access: 'Entscheider, mit denen gesprochen wurde, von den Erreichten.',
    influence: 'Häuser, in denen mit einer Person von Einfluss 4 oder 5 gesprochen wurde, von den gesprochenen.',
    early_conversion: 'Personen, die nach ihrem letzten Wort neugierig oder mehr sind, von den gesprochenen.',
    reply: 'Personen, die per Mail oder auf ihrer Seite antworteten, von denen mit einer Mail.',
    next_meeting: 'Personen, die einem Termin zustimmten, von den gesprochenen.',
    lift: 'Häuser mit Interesse, verglichen mit den Zurückgehaltenen, bis diese freigegeben wurden.',
  },
  of: {
    enrolled: 'der Aufgenommenen',
    reached: 'der Erreichten',
    spoken: 'der gesprochenen Häuser',
    conversed: 'der Gesprochenen',
    mailed: 'derer mit einer Mail',
  },
  outcome: {
    none: 'Es wurde kein Ziel gesetzt',
    open: 'Noch kein Urteil',
    too_few: 'Zu wenige für ein Urteil',
    met: 'Ziel erreicht',
    missed: 'Ziel verfehlt',
  },
  soFar: (day, days) => `Bisher, Tag ${day} von ${days}. Das Urteil fällt am`,
  final: (days) => `Gezählt bis zum Ende von Tag ${days}; was danach kommt, ändert diese Zahlen nicht.`,
  promised: (measure, value) => `Vor dem Start versprochen: ${measure} von mindestens ${value}.`,
  found: (value) => `Gefunden: ${value}.`,
  nothingPromised: 'Vor dem Start hat niemand ein Ziel festgehalten; diese Zahlen stehen ohne Urteil.',
  inPoints: (points) => `${points} Punkte`,
  measures: 'Was sie brachte',
  measuresNote: 'Je mit 95-%-Intervall und Stichprobe; der Name öffnet die Einträge.',
  latency: 'Wie schnell Rückmeldung reist',
  smaller: (n) => `n = ${counted(n, 'Haus', 'Häuser')} auf der kleineren Seite.`,
  interim: (confidence) => `Bis Tag 28 zählt nur, was ${confidence} übrig lassen.`,
  interval: (confidence) => `Dies ist das ${confidence}-Intervall.`,
  toResults: 'Alle Ergebnisse dieses Angebots',
  notLaunched: 'Noch nichts zu beurteilen',
  notLaunchedYet: 'Die vier Wochen beginnen mit dem Start. Setzen Sie vorher ein Ziel.',
};
