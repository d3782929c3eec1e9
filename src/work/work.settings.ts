import { declareSettings } from '../platform/index.js';

export const WORK_SETTINGS = declareSettings({
  claimMinutes: { default: 30, min: 1, max: 480, about: 'minutes a rep keeps a claimed task without touching it' },
  dailyTasksPerRep: {
    default: 30,
    min: 1,
    max: 500,
    about: 'tasks a rep works in a day; the queue buffer is measured in them',
  },
  queueBufferHighDays: {
    default: 5,
    min: 1,
    max: 60,
    about: 'days of ready work over which the reps have too much: waves wait, or a colleague helps',
  },
  queueBufferLowDays: {
    default: 1,
    min: 1,
    max: 30,
    about: 'days of ready work under which the reps soon have nothing to do',
  },
});
