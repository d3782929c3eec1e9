export const WAY_OUT = '{{ links.respond }}';

export const face = (inside: string, head = '') =>
  `<mjml><mj-head>${head}</mj-head><mj-body><mj-section><mj-column><mj-text>${WAY_OUT}</mj-text>${inside}</mj-column></mj-section></mj-body></mjml>`;

/** As much of it as a step may hold. */
const filled = (piece: string, size = 99_000) => piece.repeat(size / piece.length);
const MANY_RULES = `<mj-style inline="inline">${filled('.a .b > c, ', 45_000)}d{color:red}</mj-style>`;

export const RUNAWAY_MARKUP = [
  face(filled('<mj-section><mj-column><mj-text>x</mj-text></mj-column></mj-section>', 45_000), MANY_RULES),
  face(filled('<mj-text/>', 49_000), `<mj-style inline="inline">${filled('div{color:red}', 49_000)}</mj-style>`),
  face(`<mj-carousel>${filled('<mj-carousel-image src="x"/>')}</mj-carousel>`),
  face(filled('<mj-wrapper>')),
  face(filled('<mj-column>')),
  face(`<mj-text>${filled('<b>')}</mj-text>`),
  face(`<mj-raw>${filled('<b>')}</mj-raw>`),
  face('<mj-raw>{% for i in (1..100000) %}<b>{% endfor %}</mj-raw>'),
  face(
    '<mj-raw>{% for i in (1..300) %}{% for j in (1..300) %}{% for k in (1..300) %}<b>{% endfor %}{% endfor %}{% endfor %}</mj-raw>',
  ),
  filled('<mjml>'),
  filled('<'),
];

export const MUCH_TEXT = ['<', '<mj-head ', '&', '<!-- ', '<a href="', '{{ ', '1,000,'].map(
  (piece) => `<mj-text>${filled(piece)}</mj-text>`,
);
