import { counted } from '../counted';

export const home = {
  todo: 'To do',
  allDone: 'You’re all caught up',
  start: (n: string) => `Start: ${n} due`,
  startNext: 'Start the next task',
  approvals: (n: number) => (n === 1 ? 'approval to decide' : 'approvals to decide'),
  version: (n: number) => `v${n}`,
  mobilisationItems: (n: number) => (n === 1 ? 'mobilisation item to complete' : 'mobilisation items to complete'),
  replies: (n: number) => (n === 1 ? 'reply to read' : 'replies to read'),
  invalidContacts: (n: number) =>
    n === 1 ? 'contact without a valid email or phone number' : 'contacts without a valid email or phone number',
  decisions: (n: number) => (n === 1 ? 'decision about paused colleagues' : 'decisions about paused colleagues'),
  questions: (n: number) => (n === 1 ? 'buyer question to answer' : 'buyer questions to answer'),
  checkIns: (n: number) => (n === 1 ? 'check-in due' : 'check-ins due'),
  openCheckIns: (n: number) => (n === 1 ? 'check-in in progress' : 'check-ins in progress'),
  suggestions: (n: number) => (n === 1 ? 'cohort suggestion to decide' : 'cohort suggestions to decide'),
  failed: (n: number) => (n === 1 ? 'failed decision maker' : 'failed decision makers'),
  unserved: (n: number) => (n === 1 ? 'unserved customer need' : 'unserved customer needs'),
  unmatched: (n: number) => (n === 1 ? 'unmatched email' : 'unmatched emails'),
  stalled: (n: number) => (n === 1 ? 'campaign paused or in review' : 'campaigns paused or in review'),
  unknown: (n: number) => (n === 1 ? 'message with unknown status' : 'messages with unknown status'),
  workload: {
    low: 'Reps are running out of work',
    high: 'Reps have too much work',
    uneven: 'Work is unevenly distributed',
    ready: (n: string) => counted(n, 'task ready', 'tasks ready'),
    days: (days: string, low: string, high: string) =>
      `: ${counted(days, 'day', 'days')} of work (target ${low} to ${high}).`,
    noReps: ', but no rep is available.',
    unowned: (n: string) => counted(n, 'has no owner yet.', 'have no owner yet.'),
    advice: {
      low: 'Release the next wave, resume a paused campaign, or launch the next one.',
      high: 'Delay the next wave, or reassign organizations to another rep.',
      right: 'Reassign organizations from busy reps to reps with capacity.',
    },
    toCampaigns: 'Show campaigns that can add work',
    rep: {
      low: (days: string) => `${counted(days, 'day', 'days')} left`,
      high: (days: string) => `${counted(days, 'day', 'days')} of work`,
      right: (days: string) => `${counted(days, 'day', 'days')} of work`,
    },
  },
  running: 'Running campaigns',
  allRunning: 'running: show all',
  noneRunning: 'No campaign is running.',
  progress: (ended: string, all: string, contacted: string, share: string) =>
    `${ended} of ${all} decision makers finished (${share}), ${contacted} contacted`,
  unsent: (n: number) => (n === 1 ? '1 record is waiting to be sent.' : `${n} records are waiting to be sent.`),
};
