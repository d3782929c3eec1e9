import { createRequire } from 'node:module';
import { lazy } from '../../platform/index.js';

const require = createRequire(import.meta.url);

/** Mailboxes of a function and not of a person (RFC 2142, and what companies use). */
const FUNCTIONS = new Set(
  (
    'abuse accounting accounts admin administration administrator advertising all anfrage anfragen api billing bewerbung board bookings ' +
    'bounce bounces buchhaltung bureau career careers ceo comercial commercial communication communications compliance compras comptabilite contact contacto ' +
    'contactus contato customer customercare customerservice customersupport datenschutz datenschutzbeauftragter dataprotection daemon dev direction ' +
    'dns donotreply dpo dpd einkauf email empfang empleo enquiries enquiry events everyone export facturacion facturation faktura feedback ' +
    'finance finances ftp general geschaeftsleitung gdpr group hello help helpdesk hi hola hostmaster hr humanresources import info infos information ' +
    'inquiries inquiry international investor investors invoice invoices invoicing it jobs kontakt kundenservice kundendienst legal list listserv logistics ' +
    'mail mailbox mailer-daemon mailerdaemon maintenance management manager marketing media moderator news newsletter no-reply noc noreply notification ' +
    'notifications nobody null office officemanager operations order orders owner partner partners payments payroll personal personalabteilung postmaster post ' +
    'pr press presse privacy procurement produktion purchase purchasing reception recruiting recruitment registrar rechnung rechnungen rechnungswesen remove ' +
    'reply request returns root rrhh sales secretariat secretary security sekretariat service services shipping shop spam staff subscribe ' +
    'sugerencias supplier suppliers support sysadmin tech technik technical team undisclosed-recipients unsubscribe usenet users uucp vendas ' +
    'vendor vendors ventas verkauf versand vertrieb verwaltung web webadmin webmaster welcome www zentrale'
  ).split(' '),
);
const SEPARATORS = /[._-]/g;

/** "info", "Sales+2026", "no.reply", "support-de". */
export function isFunction(local: string): boolean {
  const plain = local.toLowerCase().replaceAll('"', '').split('+')[0]!;
  const country = /^(.+)[._-][a-z]{2}$/.exec(plain)?.[1];
  return [plain, plain.replaceAll(SEPARATORS, ''), country].some((name) => name !== undefined && FUNCTIONS.has(name));
}

const disposable = lazy(() => (require('mailchecker') as typeof import('mailchecker')).blacklist() as Set<string>);

/** Mailboxes that are thrown away after a use; also below such a domain. */
export function isDisposable(domain: string): boolean {
  const labels = domain.split('.');
  return labels.slice(0, -1).some((_, at) => disposable().has(labels.slice(at).join('.')));
}

/** The large providers, with the endings under which they are reached. */
const PROVIDERS: Record<string, string[]> = {
  gmail: ['com'],
  googlemail: ['com'],
  hotmail: 'com co.uk de fr it es nl be ch at se dk no fi com.br com.ar ca'.split(' '),
  outlook: 'com de fr it es at be dk ie jp kr sa com.br com.au com.ar cl cz hu in lv pt sg sk co.id co.il my ph'.split(
    ' ',
  ),
  yahoo: 'com co.uk de fr it es ca in co.in co.jp com.br com.au com.ar com.mx ie se no dk gr ro at nl pl'.split(' '),
  icloud: ['com'],
  live: 'com de fr it nl be co.uk dk se no at ca com.au com.mx'.split(' '),
  protonmail: ['com', 'ch'],
  proton: ['me'],
  comcast: ['net'],
  verizon: ['net'],
  't-online': ['de'],
  freenet: ['de'],
  btinternet: ['com'],
  orange: ['fr'],
  wanadoo: ['fr'],
  laposte: ['net'],
  libero: ['it'],
  rediffmail: ['com'],
  fastmail: ['com', 'fm'],
  bluewin: ['ch'],
  aol: 'com de fr co.uk it'.split(' '),
  gmx: 'de net at ch com fr'.split(' '),
  web: ['de'],
  yandex: ['ru', 'com'],
  mail: ['ru', 'com'],
};
/** Real ones that look like a slip of another. */
const OTHERS = new Set(
  (
    'ymail email mail gmx hushmail rocketmail inmail usmail qmail jmail xmail fmail cmail lycos alive olive love five life line lite ' +
    'orange grange range oracle outlooks yahoos clouds cloud iclouds protons verizon liver lives live free freedom freelance freeline web webb wed ' +
    'librero liberto boutlook'
  ).split(' '),
);
/** Misspelled endings, and the one that was probably meant. */
const ENDINGS: Record<string, string> = {
  con: 'com',
  cmo: 'com',
  ocm: 'com',
  comm: 'com',
  cim: 'com',
  vom: 'com',
  xom: 'com',
  coom: 'com',
  cpm: 'com',
  clm: 'com',
  cok: 'com',
  comn: 'com',
  coim: 'com',
  ccom: 'com',
  nte: 'net',
  ner: 'net',
  nett: 'net',
  bet: 'net',
  ogr: 'org',
  orgg: 'org',
  rog: 'org',
  'co.ukk': 'co.uk',
  couk: 'co.uk',
  'co.uj': 'co.uk',
};
/** Endings that exist, and behind a large provider's name are a slip of the finger for .com. */
const CUT_SHORT = new Set(['co', 'cm', 'om', 'c', 'me', 'cc', 'ci', 'cn', 'vc', 'net', 'org', 'come']);

/** gmail.com for gmial.com, acme.com for acme.con; null where the domain may well be right. */
export function meantDomain(domain: string): string | null {
  const dot = domain.indexOf('.');
  const [name, ending] = [domain.slice(0, dot), domain.slice(dot + 1)];
  if (PROVIDERS[name]?.includes(ending)) return null;
  const mended = Object.hasOwn(ENDINGS, ending) ? ENDINGS[ending]! : ending;
  const provider = Object.hasOwn(PROVIDERS, name) ? name : slipOf(name);
  if (provider) {
    const endings = PROVIDERS[provider]!;
    if (endings.includes(mended)) return `${provider}.${mended}`;
    // too many short names are real domains: aol.me, mail.co
    const slipped = CUT_SHORT.has(mended) ? endings[0] === 'com' : mended === 'com' && provider !== name;
    if (provider.length >= 5 && slipped) return `${provider}.${endings[0]!}`;
  }
  if (mended !== ending) return `${name}.${mended}`;
  const last = domain.slice(domain.lastIndexOf('.') + 1);
  return Object.hasOwn(ENDINGS, last) ? `${domain.slice(0, -last.length)}${ENDINGS[last]!}` : null;
}

/** The provider whose name is one slip away: a letter too many, too few, another one, or two swapped. */
function slipOf(name: string): string | null {
  if (name.length < 4 || OTHERS.has(name)) return null;
  for (const provider of Object.keys(PROVIDERS))
    if (provider.length >= 5 && distance(name, provider) === 1) return provider;
  for (const provider of ['hotmail', 'outlook', 'googlemail', 'protonmail', 'rediffmail', 'btinternet'])
    if (distance(name, provider) === 2 && name[0] === provider[0]) return provider;
  return null;
}

/** Damerau and Levenshtein's, with swapped neighbours as one step. */
function distance(one: string, two: string): number {
  if (Math.abs(one.length - two.length) > 2) return 3;
  const rows: number[][] = [];
  for (let i = 0; i <= one.length; i++) {
    rows.push([i]);
    for (let j = 1; j <= two.length; j++) {
      if (i === 0) rows[0]!.push(j);
      else {
        const same = one[i - 1] === two[j - 1] ? 0 : 1;
        let least = Math.min(rows[i - 1]![j]! + 1, rows[i]![j - 1]! + 1, rows[i - 1]![j - 1]! + same);
        if (i > 1 && j > 1 && one[i - 1] === two[j - 2] && one[i - 2] === two[j - 1])
          least = Math.min(least, rows[i - 2]![j - 2]! + 1);
        rows[i]!.push(least);
      }
    }
  }
  return rows[one.length]![two.length]!;
}
