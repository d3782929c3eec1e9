import { counted } from '../counted';

export const verdict = {
  power: {
    base: 'Interested organizations without the campaign, in %',
    detectable: (points: string, treated: string, held: string) =>
      `With ${treated} organizations contacted and ${held} held out, a lift of ${points} points or more is detected in at least 8 of 10 cases. A smaller lift usually looks like chance.`,
    undetectable: (treated: string, held: string) =>
      `With ${treated} organizations contacted and ${held} held out, no lift can be detected reliably. Increase the hold-out or choose another measure.`,
    points: (points: string) => `+${points}`,
  },
  target: 'Target for day 28',
  targetNote:
    'Set the target before launch. It is fixed from then on, and the verdict on day 28 compares the results with it.',
  measured: 'Measure',
  noTarget: 'No target',
  percent: 'At least, in %',
  points: 'At least, in points',
  measure: {
    coverage: 'Coverage',
    access: 'Access to decision makers',
    influence: 'Influence reached',
    early_conversion: 'Early conversion',
    reply: 'Replies',
    next_meeting: 'Next meetings',
    lift: 'Lift vs. hold-out',
  },
  measureNotes: {
    coverage: 'Decision makers reached, of those enrolled.',
    access: 'Decision makers in conversation, of those reached.',
    influence: 'Organizations in conversation with a contact of influence 4 or 5, of those in conversation.',
    early_conversion: 'Decision makers at least curious in their latest conversation, of those in conversation.',
    reply: 'Decision makers who replied by email or on their page, of those emailed.',
    next_meeting: 'Decision makers who agreed to a meeting, of those in conversation.',
    lift: 'Organizations with an interested contact, compared with the hold-out until its release.',
  },
  of: {
    enrolled: 'of enrolled',
    reached: 'of reached',
    spoken: 'of organizations in conversation',
    conversed: 'of those in conversation',
    mailed: 'of those emailed',
  },
  outcome: {
    none: 'No target set',
    open: 'Verdict pending',
    too_few: 'Too little data for a verdict',
    met: 'Target met',
    missed: 'Target missed',
  },
  soFar: (day: number, days: number) => `Verdict so far, day ${day} of ${days}. Final on`,
  final: (days: number) => `Based on data up to the end of day ${days}. Later data does not change it.`,
  targetWas: (measure: string, value: string) => `Target: ${measure} of at least ${value}.`,
  resultIs: (value: string) => `Result: ${value}.`,
  noTargetSet: 'No target was set before launch, so there is no verdict on these results.',
  inPoints: (points: string) => `${points} points`,
  measures: 'Measures',
  measuresNote: 'With 95% interval and sample size. Open a name to see the records.',
  latency: 'Feedback speed',
  smaller: (n: string) => `n = ${counted(n, 'organization', 'organizations')} in the smaller group.`,
  interim: (confidence: string) =>
    `Results are checked daily, so a stricter ${confidence} threshold applies until day 28.`,
  interval: (confidence: string) => `Confidence level: ${confidence}.`,
  toResults: 'All results of this proposition',
  notLaunched: 'No verdict yet',
  notLaunchedYet: 'The 28 days begin at launch. Set a target before it.',
};
