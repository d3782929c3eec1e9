import type { ReachablePeer, BuyerPageVersion } from '../../../propositions/index.js';
import { html } from './html.js';
import { layout } from './layout.js';
import type { Reader } from './reader.js';

/** How to reach a peer whom the buyer has picked. */
export function peerPage(reader: Reader, peer: ReachablePeer, shown: BuyerPageVersion, back: string): string {
  const { page: words } = reader.words;
  const { name, title, organization, about, email, phone } = peer;
  const body = html`<h1>${words.reach(name)}</h1>
    <div class="card" role="status">
      <p>${title && `${title}, `}${organization}</p>
      <p class="hint">${words.peersAbout}: ${about}</p>
      <dl class="reach">
        ${
          email &&
          html`<dt>${words.email}</dt>
            <dd><a href="mailto:${email}">${email}</a></dd>`
        }${
          phone &&
          html`<dt>${words.phone}</dt>
            <dd><a href="tel:${phone}">${phone.replace(';ext=', ' ext. ')}</a></dd>`
        }
      </dl>
    </div>
    <p>${words.reachText}</p>
    <p><a href="${back}">${words.backTo(shown.title.text)}</a></p>`;
  return layout({ reader, title: words.reach(name), body });
}

/** A question is on its way. */
export function askedPage(
  reader: Reader,
  { expert, hours }: { expert: string | null; hours: number },
  shown: BuyerPageVersion,
  back: string,
): string {
  const { page: words, within } = reader.words;
  const promise = expert ? words.askedText(expert, within(hours)) : words.askedNobody(within(hours));
  const body = html`<h1>${words.asked}</h1>
    <div role="status">
      <p class="lead">${promise}</p>
      <p class="hint">${words.askedUse}</p>
    </div>
    <p><a href="${back}">${words.backTo(shown.title.text)}</a></p>`;
  return layout({ reader, title: words.asked, body });
}
