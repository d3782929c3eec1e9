import type { Choice } from './response.entity.js';

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escape = (text: string): string => text.replace(/[&<>"']/g, (character) => ESCAPES[character]!);

/** A page without script, cookies or anything to fetch: it works forwarded, with a keyboard and with a screen reader. */
function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escape(title)}</title>
<style>
:root { color-scheme: light dark; }
body { font: 1.05rem/1.5 system-ui, sans-serif; max-width: 38rem; margin: 3rem auto; padding: 0 1rem; }
fieldset { border: 1px solid #8886; border-radius: .5rem; margin: 0 0 1rem; padding: 1rem; }
legend { font-weight: 600; padding: 0 .4rem; }
label { display: block; margin: .3rem 0; }
input, textarea { font: inherit; width: 100%; box-sizing: border-box; padding: .4rem; }
button { font: inherit; padding: .5rem 1rem; border-radius: .4rem; border: 1px solid #0b5; background: #0a6b3d; color: #fff; cursor: pointer; margin-top: .5rem; }
button.quiet { background: none; color: inherit; border-color: #8888; }
</style>
</head>
<body>
<main>
${body}
</main>
</body>
</html>`;
}

function form(choice: Choice, legend: string, button: string, fields = '', quiet = false): string {
  return `<form method="post"><fieldset><legend>${legend}</legend><input type="hidden" name="choice" value="${choice}">${fields}<button${quiet ? ' class="quiet"' : ''}>${button}</button></fieldset></form>`;
}

const words = (label: string, id: string): string =>
  `<label for="${id}">${label}</label><textarea id="${id}" name="words" rows="2" maxlength="2000"></textarea>`;

/** Looking changes nothing: a link scanner that opens this page has not answered for anybody. */
export function choicesPage(facts: { proposition: string; narrative: string; tomorrow: string }): string {
  return page(
    facts.proposition,
    [
      `<h1>${escape(facts.proposition)}</h1>`,
      ...facts.narrative.split(/\n{2,}/).map((paragraph) => `<p>${escape(paragraph)}</p>`),
      '<h2>What would you like us to do?</h2>',
      form(
        'interested',
        'This interests me',
        'Yes, talk to me',
        words('Anything we should know? (you may leave this empty)', 'interested'),
      ),
      form('not_now', 'Not now', 'Ask me later', '', true),
      form(
        'not_before',
        'Not before a certain day',
        'Wait until then',
        `<label for="day">From which day on may we write again?</label><input id="day" type="date" name="notBefore" min="${facts.tomorrow}" required>`,
        true,
      ),
      form(
        'wrong_person',
        'I am the wrong person',
        'Ask them instead',
        '<label for="name">Who would be right? (you may leave this empty)</label><input id="name" name="name" maxlength="200" autocomplete="off"><label for="email">Their e-mail address, if you like</label><input id="email" type="email" name="email" maxlength="254" autocomplete="off">',
        true,
      ),
      form(
        'not_a_fit',
        'This does not fit us',
        'It does not fit',
        words('Why? It helps us (you may leave this empty)', 'fit'),
        true,
      ),
      form('stop', 'Please stop', 'Do not contact me again', '', true),
    ].join('\n'),
  );
}

const THANKS: Record<Choice, string> = {
  interested: 'Thank you. Somebody who knows your case will get in touch.',
  not_now: 'Thank you. We will ask again later, not now.',
  not_before: 'Thank you. We will not write before that day, about anything.',
  wrong_person: 'Thank you for pointing us the right way. We will not bother you with this again.',
  not_a_fit: 'Thank you for being frank. We will not come back with this.',
  stop: 'Done. We will not contact you again.',
};

export function thanksPage(choice: Choice): string {
  return page('Thank you', `<h1>Thank you</h1><p role="status">${THANKS[choice]}</p>`);
}

export function problemPage(message: string): string {
  return page('That did not work', `<h1>That did not work</h1><p role="alert">${escape(message)}</p>`);
}

/** The page behind "unsubscribe": one click shows it, a second acts. */
export function stopPage(): string {
  return page('Unsubscribe', `<h1>Unsubscribe</h1>${form('stop', 'Please stop', 'Do not contact me again', '', true)}`);
}
