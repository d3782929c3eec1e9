import type { Result } from './main.js';

/** One result in a line, and what is to be said of it below. */
export function linesOf(result: Result): string[] {
  const { name, queue, broken, notes, inFlight, notRun } = result;
  if (notRun) return [`NOT RUN  ${name} (${queue}): ${notRun}`];
  const below = [
    ...(broken ? [broken] : []),
    ...notes,
    ...inFlight.map(
      ({ after, dispatchId, recipient, takenAfter }) =>
        `in flight at ${after}: ${dispatchId} to ${recipient}, ` +
        (takenAfter === null ? 'did not arrive' : `taken ${takenAfter} ms after it`),
    ),
  ];
  return [verdictOf(result), ...below.map((text) => `        ${text}`)];
}

function verdictOf(result: Result): string {
  const facts = [
    `${result.enrolments} enrolments`,
    `${result.faults} faults`,
    `${result.skipped} skipped`,
    `${result.contactedTwice} twice`,
    `${result.mistold} mistold`,
    `${result.unknown} unknown`,
    `${result.seconds.toFixed(0)} s`,
    `${result.perSecond.toFixed(0)}/s`,
  ];
  return `${result.kept ? 'kept  ' : 'BROKEN'}  ${result.name} (${result.queue}): ${facts.join(', ')}`;
}

const COLUMNS: Record<string, (result: Result) => unknown> = {
  promise: ({ promise }) => promise,
  fault: ({ name, fault }) => `${name}: ${fault}`,
  queue: ({ queue }) => queue,
  enrolments: ({ notRun, enrolments }) => (notRun ? `not run: ${notRun}` : enrolments),
  'faults injected': ({ faults }) => faults,
  skipped: ({ skipped }) => skipped,
  'contacted twice': ({ contactedTwice }) => contactedTwice,
  mistold: ({ mistold }) => mistold,
  unknown: ({ unknown }) => unknown,
  seconds: ({ seconds }) => seconds.toFixed(0),
  'mails/s': ({ perSecond }) => perSecond.toFixed(0),
};

/** Markdown, to be put into docs/faults.md as it is. */
export function tableOf(results: Result[]): string {
  const head = Object.keys(COLUMNS);
  const rows = results.map((result) => Object.values(COLUMNS).map((cell) => cell(result)));
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
