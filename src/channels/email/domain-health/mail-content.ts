import { fieldsOf } from '../../../../libs/mail/index.js';
import { met, notMet, type HealthLine } from './line.js';

export interface SampleMail {
  /** as the server would get it */
  raw: Buffer;
  /** of the page that stops all mail */
  stop: string;
  text: string;
  postalAddress: string | null;
}

/** What the bulk-sender rules want in each mail, looked for in one that is made as the outbox makes them. */
export function contentLines({ raw, stop, text, postalAddress }: SampleMail): HealthLine[] {
  const head = raw.toString('utf8', 0, raw.indexOf('\r\n\r\n') + 2);
  const fields = fieldsOf(head);
  const valueOf = (name: string) => fields.find((each) => each.name.toLowerCase() === name)?.value ?? '';
  const unsubscribe = valueOf('list-unsubscribe');
  const oneClick = /List-Unsubscribe=One-Click/i.test(valueOf('list-unsubscribe-post'));
  const found = unsubscribe || null;
  return [
    !oneClick || !/<https?:/i.test(unsubscribe)
      ? notMet('one_click', 'one_click_missing', { found })
      : /<https:/i.test(unsubscribe)
        ? met('one_click', found)
        : notMet('one_click', 'one_click_not_https', { found }),
    /<mailto:/i.test(unsubscribe)
      ? met('unsubscribe_mail', found)
      : notMet('unsubscribe_mail', 'unsubscribe_mail_missing', { found }),
    text.includes(stop) ? met('way_out', stop) : notMet('way_out', 'way_out_missing'),
    postalAddress && text.includes(postalAddress)
      ? met('postal_address', postalAddress)
      : notMet('postal_address', 'postal_address_missing'),
  ];
}
