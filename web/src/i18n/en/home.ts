import { counted } from '../counted';

export const home = {
  waits: 'Waits for you',
  nothing: 'Nothing waits for you. Enjoy it.',
  start: (n: string) => `${n} due: start`,
  startIt: 'Start with the next task',
  approvals: (n: number) => (n === 1 ? 'approval for you to decide' : 'approvals for you to decide'),
  version: (n: number) => `v${n}`,
  mobilisationItems: (n: number) => (n === 1 ? 'commitment that you made' : 'commitments that you made'),
  replies: (n: number) => (n === 1 ? 'reply to read' : 'replies to read'),
  lacking: (n: number) =>
    n === 1
      ? 'person whose address or number is missing or wrong'
      : 'people whose address or number is missing or wrong',
  decisions: (n: number) => (n === 1 ? 'decision on waiting colleagues' : 'decisions on waiting colleagues'),
  questions: (n: number) => (n === 1 ? 'question of a buyer' : 'questions of buyers'),
  checkIns: (n: number) =>
    n === 1 ? 'customer of yours to ask how they are' : 'customers of yours to ask how they are',
  begun: (n: number) => (n === 1 ? 'check-in that you began' : 'check-ins that you began'),
  suggestions: (n: number) => (n === 1 ? 'customer suggested for a cohort' : 'customers suggested for a cohort'),
  failed: (n: number) => (n === 1 ? 'member that failed' : 'members that failed'),
  unserved: (n: number) =>
    n === 1 ? 'need that nothing of ours is made for' : 'needs that nothing of ours is made for',
  unmatched: (n: number) => (n === 1 ? 'mail that nobody could be found for' : 'mails that nobody could be found for'),
  stalled: (n: number) => (n === 1 ? 'campaign that stands still' : 'campaigns that stand still'),
  unknown: (n: number) =>
    n === 1 ? 'message of which nobody knows whether it left' : 'messages of which nobody knows whether they left',
  buffer: {
    low: 'The reps soon have nothing to do',
    high: 'The reps have more than they can do',
    uneven: 'The work lies unevenly',
    ready: (n: string) => counted(n, 'task is ready', 'tasks are ready'),
    days: (days: string, low: string, high: string) =>
      `: ${counted(days, 'day', 'days')} of work; ${low} to ${high} are right.`,
    nobodyHere: ', and no rep is here.',
    unowned: (n: string) => `${n} belong to nobody yet.`,
    todo: {
      low: 'Release the next wave, resume what is paused, or launch the next campaign.',
      high: 'Hold the next wave back, or let somebody help: hand organizations to another rep.',
      right: 'Hand organizations of those with much to those with little.',
    },
    toCampaigns: 'Campaigns that could bring more',
    rep: { low: 'too little', high: 'too much', right: 'right' },
    has: (days: string) => `${days} d`,
  },
  running: 'Campaigns under way',
  allRunning: 'run: see all of them',
  noneRuns: 'No campaign runs now.',
  progress: (ended: string, all: string, contacted: string, share: string) =>
    `${ended} of ${all} decision makers are through (${share}); ${contacted} were contacted`,
  unsent: (n: number) => (n === 1 ? '1 record of yours waits to be sent.' : `${n} records of yours wait to be sent.`),
};
