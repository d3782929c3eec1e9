import type { PlayEnrolment } from './enrolment.js';
import type { BranchStep, CallStep, EmailStep, InterestCheckStep, Play, Step, TaskStep, WaitStep } from './play.js';
import { DAY } from './time.js';

/** For the specs of this folder: enrolments and steps of which a scenario names only what it is about. */
export const MONDAY = new Date('2026-03-02T09:00:00Z');

export function daysAfter(start: Date, days: number): Date {
  return new Date(start.getTime() + days * DAY);
}

export function enrolment(facts: Partial<PlayEnrolment> = {}): PlayEnrolment {
  return {
    state: 'active',
    step: null,
    stepState: 'due',
    stepDoneAt: null,
    attempts: 0,
    touches: 0,
    conversed: false,
    interest: 'unknown',
    lastDisposition: null,
    hasEmail: true,
    hasPhone: true,
    fixRequested: false,
    enrolledAt: MONDAY,
    ...facts,
  };
}

export function play(...steps: Step[]): Play {
  return { steps };
}

export function email(key: string, more: Partial<EmailStep> = {}): EmailStep {
  return { kind: 'email', key, intent: 'Say why', subject: 'Fewer stock-outs', body: 'Dear {{ name }}', ...more };
}

export function interestCheck(key: string, waitDays: number, more: Partial<InterestCheckStep> = {}): InterestCheckStep {
  return { kind: 'interest_check', key, intent: 'Ask', subject: 'Is it?', body: '{{ link }}', waitDays, ...more };
}

export function call(key: string, maxAttempts = 3, more: Partial<CallStep> = {}): CallStep {
  return { kind: 'call', key, intent: 'Listen', maxAttempts, retryAfterHours: 24, ...more };
}

export function task(key: string, more: Partial<TaskStep> = {}): TaskStep {
  return { kind: 'task', key, intent: 'Show', title: 'Send the sample', ...more };
}

export function pause(key: string, days: number, more: Partial<WaitStep> = {}): WaitStep {
  return { kind: 'wait', key, intent: 'Let it sink in', days, ...more };
}

export function branch(key: string, when: BranchStep['when'], yes: string, no: string, afterDays = 0): BranchStep {
  // oxlint-disable-next-line no-thenable -- a string: await never calls it.
  return { kind: 'branch', key, intent: 'Choose', when, then: yes, else: no, afterDays };
}
