import { numberOfSql } from '../normalize/phones.js';

const listed = (kind: string, value: string): string =>
  `EXISTS (SELECT FROM suppression s WHERE s.lifted_at IS NULL AND s.kind = '${kind}' AND s.value = ${value})`;

const DOMAIN = "split_part(c.email_key, '@', -1)";
/** The last `n` labels of the address's domain; with a dot in front, which is no domain, where there are fewer. */
const lastLabels = (n: number): string =>
  Array.from({ length: n }, (_, i) => `split_part(${DOMAIN}, '.', ${i - n})`).join(" || '.' || ");

/** Domains above that of the address. Most have none that could be suppressed, and are not looked up. */
const ABOVE = [
  ...[2, 3, 4].map((n) => listed('domain', lastLabels(n))),
  `split_part(${DOMAIN}, '.', -6) <> ''
    AND EXISTS (SELECT FROM suppression s
    WHERE s.lifted_at IS NULL AND s.kind = 'domain' AND right(${DOMAIN}, length(s.value) + 1) = '.' || s.value)`,
].join(' OR ');

/** The lawful basis is consent, and the latest entry is not `given`. */
const WITHOUT_CONSENT = `c.lawful_basis = 'consent' AND coalesce((
   SELECT n.change = 'withdrawn' FROM consent n
     WHERE n.contact_id = c.id AND n.basis = 'consent' ORDER BY n.at DESC, n.id DESC LIMIT 1), true)`;

/**
 * True where no touch may reach the person: by the person, the address, the address's domain or one above it, the
 * organization or the phone, with its extension or without; by what an erased person was reached by; or because the basis is consent and there is
 * none. Stands inside other rooms' set-based statements, with `c` as the contact; `organizationId` is a column written
 * by us, never input. Separate EXISTS and not one row-wise IN: each may be hashed, which counts 400,000 people in a
 * sixth of the time. For the same reason the domains above are looked up by their labels, and only names of more than
 * five labels by comparing.
 */
export const suppressedSql = (organizationId: string): string =>
  `(${[
    listed('contact', 'c.id::text'),
    listed('address', 'c.email_key'),
    listed('domain', DOMAIN),
    `split_part(${DOMAIN}, '.', 3) <> '' AND (${ABOVE})`,
    listed('organization', `${organizationId}::text`),
    listed('phone', 'c.phone'),
    `position(';' IN c.phone) > 0 AND ${listed('phone', numberOfSql('c.phone'))}`,
    listed('address_hash', 'c.email_hash'),
    listed('phone_hash', 'c.phone_hash'),
    WITHOUT_CONSENT,
  ].join('\n OR ')})`;

/** The same, with `o` as the organization. */
export const SUPPRESSED_SQL = suppressedSql('o.id');
