/**
 * What mail programs read of a URL, of which some skip blanks, control characters and letters without a width:
 * `java\tscript:` is `javascript:` to them.
 */
const read = (url: string): string =>
  url
    .normalize('NFKC')
    .replaceAll(/[\s\p{C}\p{Z}\p{DI}]/gu, '')
    .toLowerCase();

/** A scheme ends at the first colon before anything that can only come later. */
const schemeOf = (url: string): string | undefined => /^([^/?#]*?):/.exec(read(url))?.[1];
const isNetworkPath = (url: string): boolean => /^[/\\]{2}/.test(read(url));

const LINKS: (string | undefined)[] = ['http', 'https', 'mailto', 'tel', 'sms', undefined];
const IMAGES: (string | undefined)[] = ['http', 'https', 'cid', undefined];
/** SVG is not among them: it may hold scripts. */
const DATA_IMAGE = /^data:image\/(png|gif|jpe?g|webp);base64,[a-z0-9+/=]*$/;
/** The hosts of fonts, of which MJML links the first by itself. A style sheet from elsewhere could change after approval. */
const STYLESHEET = /^https:\/\/(fonts\.googleapis\.com|fonts\.bunny\.net)\/[\w?&=:;,|+@.%~/-]*$/i;

export const mayBeLink = (url: string): boolean => LINKS.includes(schemeOf(url)) && !isNetworkPath(url);
export const mayBeImage = (url: string): boolean =>
  (IMAGES.includes(schemeOf(url)) && !isNetworkPath(url)) || DATA_IMAGE.test(read(url));
export const mayBeStylesheet = (url: string): boolean => STYLESHEET.test(url);
