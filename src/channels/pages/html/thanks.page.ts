import type { Answered } from '../responses.js';
import { html, type Html } from './html.js';
import { layout } from './layout.js';
import type { Reader } from './reader.js';

/** What happens next, and the way back: the last answer counts. */
export function thanksPage(reader: Reader, answered: Answered, links: { back: string; page: string | null }): string {
  const { thanks: words } = reader.words;
  const stopped = answered.choice === 'stop' || answered.choice === 'stop_campaign';
  const body = html`<h1>${words.title}</h1>
    <div role="status">
      <h2 class="next">${words.next}</h2>
      ${next(reader, answered).map((sentence) => html`<p class="lead">${sentence}</p>`)}
    </div>
    <p>${stopped ? words.changeStopped : words.change}</p>
    <p><a href="${links.back}">${words.back}</a></p>
    ${links.page && html`<p><a class="arrow" href="${links.page}">${words.more}</a></p>`}`;
  return layout({ reader, title: words.title, body });
}

function next(reader: Reader, answered: Answered): (string | Html)[] {
  const { thanks: words, within } = reader.words;
  const { choice, until, expert, replyWithinHours, referredTo } = answered;
  const hours = within(replyWithinHours ?? 0);
  switch (choice) {
    case 'interested':
      return [words.interested];
    case 'ask_expert':
      return [expert ? words.askExpert(expert, hours) : words.askExpertNobody(hours), words.askExpertRest];
    case 'not_now':
      return [words.notNow(reader.day(until!))];
    case 'not_before':
      return [words.notBefore(reader.day(until!))];
    case 'wrong_person':
      return [referredTo ? words.wrongPersonNamed(referredTo) : words.wrongPerson];
    case 'not_a_fit':
      return [words.notAFit];
    case 'stop_campaign':
      return [words.stopCampaign];
    case 'stop':
      return [words.stop];
  }
}
