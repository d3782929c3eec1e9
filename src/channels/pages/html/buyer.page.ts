import { BUYING_JOBS, isOneOf, type Role } from '../../../../libs/plays/index.js';
import type { ExpertFacts, OfferedPeer, BuyerPageVersion, ShownAsset } from '../../../propositions/index.js';
import { toPhone } from '../../../accounts/index.js';
import { switcher } from './choices.page.js';
import { html, paragraphs, type Html } from './html.js';
import { inLanguage, layout } from './layout.js';
import { nameOf, type Reader } from './reader.js';

export interface BuyerFacts {
  shown: BuyerPageVersion;
  role: Role | null;
  assets: ShownAsset[];
  peers: OfferedPeer[];
  /** whether anybody is named at all, also where no place is left */
  anyPeers: boolean;
  expert: ExpertFacts | undefined;
  replyWithinHours: number;
  /** of this page, for the forms on it */
  url: string;
  /** makes a second click on this page the same click */
  once: string;
}

/** Roles that readers would choose for themselves; blockers and gatekeepers are never shown as such. */
export function isPublicRole(reader: Reader, role: string): role is keyof Reader['words']['roles'] {
  return Object.hasOwn(reader.words.roles, role);
}

/** Everything about the proposition, for all who have the address: no form before it, nothing held back. */
export function buyerPage(reader: Reader, facts: BuyerFacts): string {
  const { shown, role } = facts;
  const over = shown.state === 'retired';
  const body = html`${standing(reader, facts)}
  ${over ? html`<h1${inLanguage(reader, shown.title.language)}>${shown.title.text}</h1>` : offer(reader, facts)}
  ${!over && assets(reader, facts)} ${!over && peers(reader, facts)} ${expert(reader, facts)}`;
  const counter = html`<script src="view.js" defer data-slug="${shown.slug}" data-role="${role ?? ''}"></script>`;
  const kept = role === null ? '' : `&role=${role}`;
  const at = (language: string) => `?lang=${language}${kept}${pinned(shown)}`;
  return layout({ reader, title: shown.title.text, body, switcher: { ...switcher(shown), at }, counter });
}

const pinned = (shown: BuyerPageVersion): string => (shown.state === 'superseded' ? `&version=${shown.number}` : '');
const query = (reader: Reader, more: string): string =>
  reader.asked ? `?lang=${reader.asked}${more && `&${more}`}` : more && `?${more}`;

function standing(reader: Reader, { shown, url }: BuyerFacts): Html | false {
  const { page: words } = reader.words;
  const day = shown.endedAt ? reader.day(shown.endedAt) : '';
  const newer =
    shown.liveNumber !== null &&
    html`<p><a class="arrow" href="${url}${query(reader, '')}">${words.supersededDo}</a></p>`;
  if (shown.state === 'superseded')
    return html`<aside class="alert" role="note">
      <p><strong>${words.superseded}.</strong> ${words.supersededText(day)}</p>
      ${newer}
    </aside>`;
  return (
    shown.state === 'retired' &&
    html`<aside class="alert" role="note">
      <p><strong>${words.retired}.</strong> ${words.retiredText(day)}</p>
      ${newer || html`<p>${words.retiredAsk}</p>`}
    </aside>`
  );
}

function offer(reader: Reader, { shown, role, url }: BuyerFacts): Html {
  const { page: words, roles } = reader.words;
  const lens = role && shown.lenses[role];
  const lenses = Object.keys(roles).filter((each) =>
    isOneOf(Object.keys(shown.lenses), each),
  ) as (keyof typeof roles)[];
  const links = [null, ...lenses].map(
    (each) =>
      html`<li>
        <a href="${url}${query(reader, each ? `role=${each}` : '')}#lens" ${each === role && html` aria-current="true"`}
          >${each ? roles[each] : words.everybody}</a
        >
      </li>`,
  );
  const differs = [
    [words.competitors, shown.versusCompetitors],
    [words.nothing, shown.versusNothing],
  ] as const;
  const told = differs.filter(([, { text }]) => text !== '');
  return html`<article><div${inLanguage(reader, shown.title.language)}>
<h1>${shown.title.text}</h1>
${shown.promise.text && html`<p class="lead">${shown.promise.text}</p>`}
${paragraphs(shown.narrative.text)}
</div></article>
${
  lenses.length > 0 &&
  html`<section class="tinted" aria-labelledby="lens">
    <h2 id="lens">${lens ? words.lensTitle : words.lens}</h2>
    ${lens && html`<div${inLanguage(reader, lens.language)}>${paragraphs(lens.text)}</div>`}
    <nav aria-label="${words.lens}">
      <ul class="taps">
        ${links}
      </ul>
    </nav>
  </section>`
}
${
  told.length > 0 &&
  html`<section aria-labelledby="differs">
    <h2 id="differs">${words.differs}</h2>
    <div class="two">
      ${told.map(([title, { text, language }]) => html`<div class="card"><h3>${title}</h3><div${inLanguage(reader, language)}>${paragraphs(text)}</div></div>`)}
    </div>
  </section>`
}`;
}

function assets(reader: Reader, { assets: all }: BuyerFacts): Html | false {
  const { page: words } = reader.words;
  const groups = [...BUYING_JOBS, null].map((job) => ({
    job,
    items: all.filter(({ buyingJob }) => buyingJob === job),
  }));
  return (
    all.length > 0 &&
    html`<section aria-labelledby="assets">
      <h2 id="assets">${words.assets}</h2>
      <p class="hint">${words.assetsHint}</p>
      ${groups
        .filter(({ items }) => items.length > 0)
        .map(
          ({ job, items }) =>
            html`<div class="card">
              <h3>${job ? words.jobs[job] : words.anyJob}</h3>
              <ul class="plain">
                ${items.map((each) => asset(reader, each))}
              </ul>
            </div>`,
        )}
    </section>`
  );
}

function asset(reader: Reader, { title, kind, url, text, language }: ShownAsset): Html {
  const { page: words } = reader.words;
  const foreign = language !== null && inLanguage(reader, language);
  const about = [words.kinds[kind], url && new URL(url).hostname, foreign && nameOf(language!)]
    .filter(Boolean)
    .join(' · ');
  const body = url
    ? html`<a href="${url}" rel="noopener noreferrer" ${foreign}>${title}</a>`
    : html`<details class="read"><summary${foreign}>${title}</summary><div class="inside"${foreign}>${paragraphs(text ?? '')}</div></details>`;
  return html`<li>${body}<span class="hint">${about}</span></li>`;
}

function peers(reader: Reader, { peers: offered, anyPeers, url, once }: BuyerFacts): Html | false {
  const { page: words } = reader.words;
  return (
    anyPeers &&
    html`<section aria-labelledby="peers">
      <h2 id="peers">${words.peers}</h2>
      <p class="hint">${words.peersHint}</p>
      ${
        offered.length === 0
          ? html`<p>${words.peersNone}</p>`
          : offered.map(
              ({ id, name, title, organization, about }) =>
                html`<div class="card person quiet">
                  <h3>${name}</h3>
                  <p>${title && `${title}, `}${organization}</p>
                  <p class="hint">${words.peersAbout}: ${about}</p>
                  <form method="post" action="${url}/peers/${id}${query(reader, '')}">
                    <input type="hidden" name="once" value="${once}" /><button>${words.peerDo(name)}</button>
                  </form>
                </div>`,
            )
      }
    </section>`
  );
}

function expert(reader: Reader, { expert: who, replyWithinHours, url, once, role }: BuyerFacts): Html {
  const { page: words, optional, within } = reader.words;
  const person =
    who &&
    html`<div class="person">
      <h3>${who.displayName}</h3>
      <p>${who.title}</p>
      <p><a href="mailto:${who.email}">${who.email}</a></p>
      ${who.phone && html`<p><a href="tel:${toPhone(who.phone, null)}">${who.phone}</a></p>`}
      <p class="hint">${words.expertHint(within(replyWithinHours))}</p>
    </div>`;
  return html`<section aria-labelledby="expert">
    <h2 id="expert">${who ? words.expert : words.ask}</h2>
    <div class="card">
      ${person}
      <form method="post" action="${url}/questions${query(reader, role ? `role=${role}` : '')}">
        <fieldset>
          ${who && html`<legend>${words.askTitle}</legend>`}<input type="hidden" name="once" value="${once}" />
          <label for="question">${words.question}</label
          ><textarea id="question" name="question" rows="4" maxlength="2000" required></textarea>
          <label for="reply">${words.replyTo}</label
          ><input
            id="reply"
            type="email"
            name="email"
            maxlength="254"
            autocomplete="email"
            required
            aria-describedby="use"
          />
          <p class="hint" id="use">${words.askedUse}</p>
          <label for="who">${words.name} <small>${optional}</small></label
          ><input id="who" name="name" maxlength="200" autocomplete="name" /> <button>${words.askDo}</button>
        </fieldset>
      </form>
    </div>
  </section>`;
}
