import { randomBytes } from 'node:crypto';
import sanitize, { type Attributes, type IOptions } from 'sanitize-html';
import { safeCss, withoutHarmfulCss } from './mail-css.js';
import { mayBeImage, mayBeLink, mayBeStylesheet } from './mail-urls.js';

export interface SanitisedMail {
  html: string;
  /** what was taken out, as a person would name it: `<script>`, `onclick`, `href` */
  removed: string[];
}

/**
 * The HTML of a mail with nothing in it but what shows text, links and images. What MJML writes survives, also for
 * Outlook: its conditional comments are cut to marks first, so that what stands between them is held to the same list
 * as everything else, and come back where text stands.
 */
export function sanitiseMail(html: string): SanitisedMail {
  const marks = new Marks();
  const removed = new Set<string>();
  const clean = sanitize(marks.cut(html), {
    ...KEPT,
    transformTags: { '*': (tagName, attributes) => ({ tagName, attribs: kept(tagName, attributes, removed) }) },
    // a tag that lost all that it may be there for
    exclusiveFilter: ({ tag, attribs }) => tag in ONLY && Object.keys(attribs).length === 0,
    textFilter: (text, tag) => marks.restore(text, tag !== 'title'),
  });
  const styled = withoutHarmfulCss(clean, () => removed.add('<style>'));
  return { html: /^\s*<!doctype html>/i.test(html) ? `<!doctype html>\n${styled}` : styled, removed: [...removed] };
}

/** Conditional comments as text, while the rest is read. No text can imitate them: their name is drawn by lot. */
class Marks {
  private readonly name = randomBytes(8).toString('hex');
  private readonly kept: string[] = [];

  cut(html: string): string {
    return html.replace(COMMENTS, (part, style?: string, condition?: string, revealed?: string, end?: string) => {
      if (style) return style;
      if (OFFICE_SETTINGS.test(part)) return this.mark(part);
      if (condition) return this.mark(`<!--[if ${condition}]>${revealed ? '<!-->' : ''}`);
      if (end) return this.mark(end.startsWith('<!--') ? '<!--<![endif]-->' : '<![endif]-->');
      return '';
    });
  }

  private mark(comment: string): string {
    return `\uFDD0${this.name}.${this.kept.push(comment) - 1}\uFDD1`;
  }

  restore(text: string, asComment: boolean): string {
    if (!text.includes('\uFDD0')) return text;
    return text.replaceAll(/\uFDD0([\da-f]+)\.(\d+)\uFDD1/g, (_, name: string, at: string) =>
      asComment && name === this.name ? this.kept[Number(at)]! : '',
    );
  }
}

const OFFICE =
  '<!--\\[if mso\\]>\\s*<noscript>\\s*<xml>\\s*<o:OfficeDocumentSettings>\\s*<o:AllowPNG/>\\s*' +
  '<o:PixelsPerInch>96</o:PixelsPerInch>\\s*</o:OfficeDocumentSettings>\\s*</xml>\\s*</noscript>\\s*<!\\[endif\\]-->';
/** To the letter as MJML writes it: how Outlook scales images. */
const OFFICE_SETTINGS = new RegExp(`^${OFFICE}$`);
/** Styles are passed over: what looks like a comment in them is none. Other comments go. Each part ends, so it is linear. */
const COMMENTS = new RegExp(
  [
    '(<style\\b[^]*?(?:</style|$))',
    OFFICE,
    '<!--\\[if ([\\w !()&|]{1,40})\\]>(\\s*<!-->|\\s*-->)?',
    '(<!--\\s*<!\\[endif\\]\\s*-->|<!\\[endif\\]\\s*-->)',
    '<!--[^]*?(?:--!?>|$)',
  ].join('|'),
  'gi',
);

/** The attributes that may stay; notes what may not. The tag itself is held to the list by the library. */
function kept(tag: string, attributes: Attributes, removed: Set<string>): Attributes {
  if (!TAGS.includes(tag) || ONLY[tag]?.(attributes) === false) {
    removed.add(`<${tag.slice(0, 40)}>`);
    return {};
  }
  const clean: Attributes = {};
  for (const [name, value] of Object.entries(attributes)) {
    const safe = ATTRIBUTES.has(name) ? (VALUES[name] ?? same)(value.replaceAll(/[\uFDD0\uFDD1]/g, '')) : null;
    if (safe === null) removed.add(name.slice(0, 40));
    else clean[name] = safe;
  }
  return clean;
}

const same = (value: string): string => value;
const VALUES: Record<string, (value: string) => string | null> = {
  href: (value) => (mayBeLink(value) ? value : null),
  src: (value) => (mayBeImage(value) ? value : null),
  background: (value) => (mayBeImage(value) ? value : null),
  srcset: (value) => (value.split(/,\s+/).every((each) => mayBeImage(each.trim().split(/\s/)[0]!)) ? value : null),
  style: safeCss,
};

const words = (text: string): string[] => text.split(' ');
const META = words(
  'viewport color-scheme supported-color-schemes format-detection x-apple-disable-message-reformatting',
);
/** Tags that may stay with these attributes only. */
const ONLY: Record<string, (attributes: Attributes) => boolean> = {
  meta: ({ name, 'http-equiv': header, content = '', charset }) =>
    header === undefined
      ? charset !== undefined || META.includes((name ?? '').toLowerCase())
      : /^(x-ua-compatible|content-type)$/i.test(header) && /^(IE=edge|text\/html; charset=utf-8)$/i.test(content),
  link: ({ rel, href = '' }) => rel === 'stylesheet' && mayBeStylesheet(href),
  // the switches of MJML's accordion, carousel and menu, which need no script
  input: ({ type }) => type === 'checkbox' || type === 'radio',
};

const TAGS = words(
  'td tr table tbody div a p img span b br html head title meta link style body hr strong i em u s strike small big sub sup font center ' +
    'h1 h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote pre code abbr address article section header footer nav main aside ' +
    'figure figcaption mark cite q del ins time bdi bdo wbr tt kbd samp var caption colgroup col thead ' +
    'tfoot th label input v:rect v:roundrect v:oval v:fill v:stroke v:textbox v:image w:anchorlock',
);
const ATTRIBUTES = new Set(
  words(
    'id class style title lang dir role align valign width height border bgcolor background cellpadding cellspacing ' +
      'colspan rowspan nowrap scope summary hspace vspace color face size start type name value content charset media rel ' +
      'http-equiv href hreflang target src srcset sizes alt for checked datetime cite xml:lang xmlns xmlns:v xmlns:o ' +
      'xmlns:w aria-label aria-hidden aria-roledescription aria-describedby aria-labelledby fill stroke fillcolor ' +
      'strokecolor strokeweight stroked arcsize origin position inset aspect color2 opacity angle focus',
  ),
);
/** With what they contain. */
const TAKEN_OUT = words(
  'script textarea option select xmp noscript iframe noembed noframes plaintext svg math template object',
);

const KEPT: IOptions = {
  allowedTags: TAGS,
  allowVulnerableTags: true,
  // looked at above, with their values
  allowedAttributes: false,
  nonTextTags: TAKEN_OUT,
  allowedSchemes: words('http https mailto tel sms cid data'),
  selfClosing: words('img br hr meta link input col wbr v:fill v:stroke v:image w:anchorlock'),
  parseStyleAttributes: false,
  parser: { recognizeSelfClosing: true, decodeEntities: true },
};
