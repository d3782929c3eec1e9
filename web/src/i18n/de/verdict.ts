import type { Words } from '../translated';
import { counted } from '../counted';

export const verdict: Words['verdict'] = {
  power: {
    base: 'Interessierte Organisationen ohne die Kampagne, in %',
    detectable: (points, treated, held) =>
      `Mit ${treated} kontaktierten Organisationen und ${held} in der Kontrollgruppe wird ein Lift ab ${points} Punkten in mindestens 8 von 10 Fällen erkannt. Ein kleinerer sieht meist wie Zufall aus.`,
    undetectable: (treated, held) =>
      `Mit ${treated} kontaktierten Organisationen und ${held} in der Kontrollgruppe lässt sich kein Lift zuverlässig erkennen. Vergrößern Sie die Kontrollgruppe oder wählen Sie ein anderes Maß.`,
    points: (points) => `+${points}`,
  },
  target: 'Ziel für Tag 28',
  targetNote:
    'Legen Sie das Ziel vor dem Start fest. Danach ist es fix, und das Fazit an Tag 28 vergleicht die Ergebnisse damit.',
  measured: 'Maß',
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
    lift: 'Lift gegenüber Kontrollgruppe',
  },
  measureNotes: {
    coverage: 'Erreichte Entscheider, von allen aufgenommenen.',
    access: 'Entscheider im Gespräch, von den erreichten.',
    influence: 'Organisationen im Gespräch mit einem Kontakt von Einfluss 4 oder 5, von denen im Gespräch.',
    early_conversion: 'Entscheider, die im letzten Gespräch mindestens neugierig waren, von denen im Gespräch.',
    reply: 'Entscheider, die per E-Mail oder auf ihrer Seite antworteten, von den angeschriebenen.',
    next_meeting: 'Entscheider, die einem Termin zustimmten, von denen im Gespräch.',
    lift: 'Organisationen mit einem interessierten Kontakt, verglichen mit der Kontrollgruppe bis zu deren Freigabe.',
  },
  of: {
    enrolled: 'der Aufgenommenen',
    reached: 'der Erreichten',
    spoken: 'der Organisationen im Gespräch',
    conversed: 'derer im Gespräch',
    mailed: 'der Angeschriebenen',
  },
  outcome: {
    none: 'Kein Ziel gesetzt',
    open: 'Fazit steht aus',
    too_few: 'Zu wenige Daten für ein Fazit',
    met: 'Ziel erreicht',
    missed: 'Ziel verfehlt',
  },
  soFar: (day, days) => `Fazit bisher, Tag ${day} von ${days}. Endgültig am`,
  final: (days) => `Auf Daten bis zum Ende von Tag ${days}. Spätere Daten ändern es nicht.`,
  targetWas: (measure, value) => `Ziel: ${measure} von mindestens ${value}.`,
  resultIs: (value) => `Ergebnis: ${value}.`,
  noTargetSet: 'Vor dem Start wurde kein Ziel gesetzt; zu diesen Ergebnissen gibt es kein Fazit.',
  inPoints: (points) => `${points} Punkte`,
  measures: 'Kennzahlen',
  measuresNote: 'Mit 95-%-Intervall und Stichprobe. Der Name öffnet die Einträge.',
  latency: 'Tempo des Feedbacks',
  smaller: (n) => `n = ${counted(n, 'Organisation', 'Organisationen')} in der kleineren Gruppe.`,
  interim: (confidence) =>
    `Ergebnisse werden täglich geprüft; bis Tag 28 gilt daher die strengere Schwelle von ${confidence}.`,
  interval: (confidence) => `Konfidenzniveau: ${confidence}.`,
  toResults: 'Alle Ergebnisse dieses Angebots',
  notLaunched: 'Noch kein Fazit',
  notLaunchedYet: 'Die 28 Tage beginnen mit dem Start. Setzen Sie vorher ein Ziel.',
};
