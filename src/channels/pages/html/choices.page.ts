import { OBJECTIONS, type Role } from '../../../../libs/plays/index.js';
import type { BuyerPageVersion } from '../../../propositions/index.js';
import type { Choice } from '../response.entity.js';
import { html, paragraphs, type Html } from './html.js';
import { inLanguage, layout } from './layout.js';
import type { Reader } from './reader.js';
import { PAGE_LANGUAGES } from './reader.js';

export interface Answerable {
  shown: BuyerPageVersion;
  role: Role;
  from: string;
  /** the buyers' page of the proposition */
  pageUrl: string;
  expert: { displayName: string } | undefined;
  replyWithinHours: number;
  notNowDays: number;
  /** a day, 2026-11-25 */
  tomorrow: string;
}

/** Choices shown at once; the others are one tap further away. */
const FIRST = 8;
const TAPS = OBJECTIONS.filter((each) => each !== 'brush_off');

/** Looking changes nothing: a link scanner that opens this page has not answered for anybody. */
export function choicesPage(reader: Reader, facts: Answerable): string {
  const { shown, role, from, pageUrl } = facts;
  const { choices: words } = reader.words;
  const lens = shown.lenses[role];
  const body = html`${notice(reader, facts)}
<article>
<div${inLanguage(reader, shown.title.language)}>
<h1>${shown.title.text}</h1>
${shown.promise.text && html`<p class="lead">${shown.promise.text}</p>`}
${paragraphs(shown.narrative.text)}
</div>
${lens && html`<section class="tinted" aria-labelledby="lens"><h2 id="lens">${words.forYou}</h2><div${inLanguage(reader, lens.language)}>${paragraphs(lens.text)}</div></section>`}
<p><a class="arrow" href="${pageUrl}">${words.more}</a></p>
</article>
<section aria-labelledby="answers">
<h2 id="answers">${words.question}</h2>
<p class="hint">${words.hint}</p>
${forms(reader, facts)}
</section>`;
  return layout({ reader, title: shown.title.text, body, from: reader.words.from(from), switcher: switcher(shown) });
}

export const switcher = ({ languages }: BuyerPageVersion) => ({
  languages: [...new Set([...Object.keys(PAGE_LANGUAGES), ...languages])],
  at: (language: string) => `?lang=${language}`,
});

function notice(reader: Reader, { shown, pageUrl }: Answerable): Html | false {
  const { choices: words } = reader.words;
  if (shown.state === 'superseded' && shown.liveNumber !== null)
    return html`<aside class="alert" role="note">
      <p>${words.superseded} <a href="${pageUrl}">${words.newer}</a></p>
    </aside>`;
  return shown.state !== 'live' && html`<aside class="alert" role="note"><p>${words.withdrawn}</p></aside>`;
}

function forms(reader: Reader, facts: Answerable): Html {
  const { words: all } = reader;
  const { choices: words } = all;
  const { expert, replyWithinHours, notNowDays, tomorrow } = facts;
  const optional = html` <small>${all.optional}</small>`;
  const hours = all.within(replyWithinHours);
  const text = (id: string, label: string, rows: number, required = false) =>
    html`<label for="${id}">${label}${!required && optional}</label
      ><textarea id="${id}" name="words" rows="${rows}" maxlength="2000" ${required && html` required`}></textarea>`;
  return html`<div class="card">
      ${form('interested', words.interested, words.interestedDo, text('interested', words.interestedWords, 2))}
    </div>
    ${folded(
      'ask_expert',
      words.askExpert,
      words.askExpertDo,
      html`${expert && html`<p class="hint">${words.askExpertWho(expert.displayName, hours)}</p>`}${text('ask', words.askExpertWords, 4, true)}<label
          for="ask-email"
          >${words.askExpertEmail}${optional}</label
        ><input
          id="ask-email"
          type="email"
          name="email"
          maxlength="254"
          autocomplete="email"
          aria-describedby="ask-hint"
        />
        <p class="hint" id="ask-hint">${words.askExpertEmailHint}</p>
        <label for="ask-name">${words.askExpertName}${optional}</label
        ><input id="ask-name" name="name" maxlength="200" autocomplete="name" />`,
    )}
    ${folded('not_now', words.notNow, words.notNowDo, html`<p class="hint">${words.notNowText(notNowDays)}</p>`)}
    ${folded('not_before', words.notBefore, words.notBeforeDo, html`<label for="day">${words.notBeforeDay}</label><input id="day" type="date" name="notBefore" min="${tomorrow}" required />`)}
    ${folded('wrong_person', words.wrongPerson, words.wrongPersonDo, html`<label for="name">${words.wrongPersonName}${optional}</label><input id="name" name="name" maxlength="200" autocomplete="off" /><label for="email">${words.wrongPersonEmail}${optional}</label><input id="email" type="email" name="email" maxlength="254" autocomplete="off" />`)}
    ${folded(
      'not_a_fit',
      words.notAFit,
      words.notAFitDo,
      html`<fieldset>
          <legend>${words.notAFitBecause}${optional}</legend>
          ${taps(reader, TAPS.slice(0, FIRST))}
          <details>
            <summary>${words.notAFitMore}</summary>
            <div class="inside">${taps(reader, TAPS.slice(FIRST))}</div>
          </details>
        </fieldset>
        ${text('fit', words.notAFitWords, 2)}`,
    )}
    ${folded('stop_campaign', words.stopCampaign, words.stopCampaignDo, html`<p class="hint">${words.stopCampaignText}</p>`)}
    ${folded('stop', words.stop, words.stopDo, html`<p class="hint">${words.stopText}</p>`)}`;
}

function taps({ words }: Reader, codes: typeof TAPS): Html[] {
  return codes.map(
    (code) =>
      html`<label class="check"
        ><input type="checkbox" name="because" value="${code}" /> <span>${words.objections[code]}</span></label
      >`,
  );
}

function folded(choice: Choice, legend: string, button: string, fields: Html): Html {
  return html`<details name="answer">
    <summary>${legend}</summary>
    <div class="quiet inside">${form(choice, legend, button, fields)}</div>
  </details>`;
}

/** Sent to where it was shown, so that the language stays. */
export function form(choice: Choice, legend: string, button: string, fields: Html): Html {
  return html`<form method="post">
    <fieldset>
      <legend>${legend}</legend>
      <input type="hidden" name="choice" value="${choice}" />${fields}<button>${button}</button>
    </fieldset>
  </form>`;
}
