import { createHash } from 'node:crypto';

/**
 * The look of every public page. In the page itself, so that it needs nothing else from anywhere; its hash stands in
 * the policy.
 */
export const STYLE = `
:root {
  color-scheme: light dark;
  --paper: #faf8f4; --card: #ffffff; --ink: #1e1c19; --soft: #58534b; --line: #e2dcd0; --edge: #857d70;
  --accent: #0b5c4a; --on-accent: #ffffff; --tint: #e7f1ed; --alert: #8a2712; --alert-tint: #fbece7;
  --serif: "Iowan Old Style", "Palatino Linotype", Palatino, P052, "URW Palladio L", "Noto Serif", Georgia, serif;
  --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #141513; --card: #1d1f1c; --ink: #ece9e2; --soft: #b5b0a5; --line: #343631; --edge: #8b877d;
    --accent: #86d4bd; --on-accent: #0b2019; --tint: #1b2c26; --alert: #f2a48f; --alert-tint: #331d17;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.0625rem/1.65 var(--sans); overflow-wrap: break-word; hyphens: manual; }
header, main, footer { max-width: 44rem; margin: 0 auto; padding: 0 1.25rem; }
header { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; justify-content: space-between; align-items: baseline; padding-top: 1.25rem; font-size: .9375rem; color: var(--soft); }
header p { margin: 0; }
header nav { display: flex; flex-wrap: wrap; gap: 0 1.1rem; margin-left: auto; }
header nav a { display: inline-block; padding: .6rem 0; color: var(--soft); }
header nav a[aria-current] { color: var(--ink); font-weight: 600; text-decoration: none; }
main { padding-top: clamp(2rem, 7vw, 4.5rem); padding-bottom: 3rem; }
footer { padding-bottom: 3rem; font-size: .9375rem; color: var(--soft); }
h1, h2, h3 { font-family: var(--serif); font-weight: 600; line-height: 1.18; letter-spacing: -.012em; text-wrap: balance; }
h1 { font-size: clamp(2.1rem, 1.5rem + 3.4vw, 3.4rem); margin: 0 0 1.25rem; }
h2 { font-size: clamp(1.5rem, 1.3rem + 1vw, 1.9rem); margin: 4rem 0 .75rem; }
h3 { font-size: 1.2rem; margin: 0 0 .5rem; }
.next { margin-top: 0; font-size: 1.1rem; color: var(--soft); }
p { margin: 0 0 1.1rem; max-width: 38rem; }
a { color: var(--accent); text-underline-offset: .18em; text-decoration-thickness: from-font; }
a:hover { text-decoration-thickness: 2px; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 3px; border-radius: 4px; }
footer p { border-top: 1px solid var(--line); padding-top: 1.25rem; max-width: none; }
.lead { font: 400 clamp(1.25rem, 1.1rem + .9vw, 1.55rem)/1.45 var(--serif); color: var(--ink); margin-bottom: 1.75rem; }
.hint { color: var(--soft); }
.arrow::after { content: " \\2192" / ""; }
.card { background: var(--card); border: 1px solid var(--line); border-radius: 14px; padding: 1.4rem clamp(1.1rem, 4vw, 1.75rem); margin: 0 0 1rem; }
.card > :last-child, .tinted > :last-child { margin-bottom: 0; }
.tinted { background: var(--tint); border-radius: 14px; padding: 1.3rem clamp(1.1rem, 4vw, 1.75rem); margin: 2rem 0; }
.tinted h2 { margin-top: 0; font-size: 1.3rem; }
.alert { background: var(--alert-tint); border-left: 4px solid var(--alert); border-radius: 4px 14px 14px 4px; padding: 1.1rem 1.4rem; margin: 0 0 2rem; }
.alert > :last-child { margin-bottom: 0; }
.two { display: grid; gap: 1rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 16rem), 1fr)); }
.two .card { margin: 0; }
.card p:last-child, .tinted p:last-child { margin-bottom: 0; }
.tinted nav:not(h2 + nav) { margin-top: 1.1rem; }
.taps { display: flex; flex-wrap: wrap; gap: .6rem; list-style: none; margin: 0; padding: 0; }
.taps a { display: block; padding: .55rem 1.05rem; border: 1px solid var(--edge); border-radius: 999px; color: var(--ink); text-decoration: none; background: var(--card); }
.taps a:hover { border-color: var(--accent); color: var(--accent); }
.taps a[aria-current] { background: var(--accent); border-color: var(--accent); color: var(--on-accent); }
.plain { list-style: none; margin: 0; padding: 0; }
.plain > li { padding: .8rem 0; }
.plain > li + li { border-top: 1px solid var(--line); }
.plain > li:last-child { padding-bottom: 0; }
.plain details, .plain details:last-of-type { border: 0; }
.plain summary { min-height: 1.65rem; padding: 0; color: var(--accent); font-weight: 400; }
.plain .inside { padding: .8rem 0 .2rem; }
.plain .hint { font-size: .9375rem; display: block; }
fieldset { border: 0; margin: 0; padding: 0; min-width: 0; }
legend { font: 600 1.25rem/1.3 var(--serif); padding: 0; margin: 0 0 .6rem; }
fieldset fieldset legend { font: 600 1rem/1.5 var(--sans); }
label { display: block; font-weight: 600; font-size: .9688rem; margin: .9rem 0 .35rem; }
label small, legend small { font-weight: 400; font-size: inherit; color: var(--soft); }
input, textarea { display: block; width: 100%; font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--edge); border-radius: 9px; padding: .65rem .8rem; min-height: 2.9rem; }
input[type=date] { width: auto; max-width: 100%; min-width: min(100%, 14rem); }
textarea { resize: vertical; min-height: 5.5rem; }
.hint[id] { margin-top: .4rem; font-size: .9375rem; }
.person + form { border-top: 1px solid var(--line); margin-top: 1.4rem; padding-top: 1.4rem; }
.check { display: flex; gap: .8rem; align-items: flex-start; font-weight: 400; font-size: 1rem; margin: 0; padding: .55rem 0; cursor: pointer; }
.check input { flex: none; width: 1.3rem; height: 1.3rem; min-height: 0; margin: .18rem 0 0; accent-color: var(--accent); }
button { font: 600 1.0313rem/1.3 var(--sans); min-height: 2.9rem; padding: .7rem 1.4rem; margin-top: 1.1rem; border-radius: 999px; border: 1.5px solid var(--accent); background: var(--accent); color: var(--on-accent); cursor: pointer; }
button:hover { filter: brightness(1.12); }
.quiet button { background: none; color: var(--accent); }
.quiet button:hover { background: var(--tint); filter: none; }
details { border-top: 1px solid var(--line); }
details:last-of-type { border-bottom: 1px solid var(--line); }
summary { display: flex; justify-content: space-between; gap: 1rem; align-items: center; min-height: 3.4rem; padding: .7rem .2rem; font-weight: 600; cursor: pointer; list-style: none; }
summary::-webkit-details-marker { display: none; }
summary::after { content: "+" / ""; font: 400 1.5rem/1 var(--sans); color: var(--soft); }
details[open] > summary::after { content: "\\2212" / ""; }
summary:hover { color: var(--accent); }
details > form, details > .inside { padding: 0 .2rem 1.6rem; }
[type=hidden] + label { margin-top: 0; }
.bare legend, details legend { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
details fieldset fieldset legend { position: static; width: auto; height: auto; overflow: visible; clip-path: none; white-space: normal; }
details details { border: 0; }
details details summary { min-height: 2.75rem; font-weight: 400; color: var(--soft); justify-content: flex-start; }
.reach { font-size: 1.15rem; margin: 1.1rem 0 0; }
.reach dt { color: var(--soft); font-size: .9375rem; }
.reach dd + dt { margin-top: .8rem; }
.reach dd { margin: 0; overflow-wrap: anywhere; }
.reach a, .person a { display: inline-block; max-width: 100%; padding: .35rem 0; overflow-wrap: anywhere; }
.person p { margin-bottom: .25rem; }
.tick { list-style: none; padding: 0; }
@media (prefers-reduced-motion: no-preference) { button, .taps a { transition: background-color .15s, color .15s, border-color .15s; } }
@media print { header nav, form, footer { display: none; } }
`;

const HASH = createHash('sha256').update(STYLE).digest('base64');

/** Nothing but this style, a form to ourselves and, where a page counts its views, our own script. */
export function policy(script: boolean): string {
  return [
    "default-src 'none'",
    `style-src 'sha256-${HASH}'`,
    'img-src data:',
    ...(script ? ["script-src 'self'", "connect-src 'self'"] : []),
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
