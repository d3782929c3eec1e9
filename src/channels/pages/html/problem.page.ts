import { html } from './html.js';
import { layout } from './layout.js';
import type { Reader } from './reader.js';

interface Wrong {
  status: number;
  code: string;
  errors?: { field: string }[];
}

/** One clear sentence that says what to do. `back`: where to try again, if there is such a place. */
export function problemPage(reader: Reader, problem: Wrong, back: string | null): string {
  const { problem: words } = reader.words;
  const body = html`<h1>${words.title}</h1>
    <div class="alert" role="alert"><p>${sentence(reader, problem)}</p></div>
    ${back !== null && html`<p><a href="${back}">${words.back}</a></p>`}`;
  return layout({ reader, title: words.title, body });
}

function sentence(reader: Reader, { status, code, errors = [] }: Wrong): string {
  const { problem: words } = reader.words;
  switch (code) {
    case 'link_broken':
      return words.linkBroken;
    case 'link_too_old':
      return words.linkTooOld;
    case 'peer_not_offered':
      return words.peer;
    case 'choice_missing':
      return words.choice;
    case 'question_missing':
      return words.question;
    case 'day_invalid':
    case 'answer_incomplete':
      return words.day;
    case 'validation_failed':
      return words.fields(labels(reader, errors).join(', '));
  }
  if (status === 404) return words.gone;
  if (status === 413) return words.large;
  if (status === 429) return words.often;
  if (status >= 500) return words.internal;
  return words.fields(words.field.choice);
}

function labels({ words }: Reader, errors: { field: string }[]): string[] {
  const names: Record<string, string> = words.problem.field;
  const found = errors.map(({ field }) => (Object.hasOwn(names, field) ? names[field]! : names.choice!));
  return [...new Set(found)];
}
