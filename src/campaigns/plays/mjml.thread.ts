type Compile = (source: string, options: object) => Promise<{ html: string; errors: { formattedMessage: string }[] }>;

/** More than any mail program shows; what repeats itself in a mail of 100 KB can become 200 MB. */
const LONGEST_HTML = 2_000_000;

/** Read when there is HTML to make: it is half as much code as all the rest, and most programs never need it. */
async function compiler(): Promise<{ compile: Compile; preset: unknown }> {
  // @ts-expect-error -- the package has no types
  const [{ default: core }, { default: preset }] = await Promise.all([import('mjml-core'), import('mjml-preset-core')]);
  // CommonJS inside a module: the function stands under `default`
  return { compile: (core as unknown as { default: Compile }).default, preset };
}

/** Runs in a thread of its own, which may be ended: see compileMjml. */
export default async function compileApart(source: string): Promise<{ html: string } | { problem: string }> {
  const { compile, preset } = await compiler();
  try {
    const { html, errors } = await compile(source, {
      presets: [preset],
      validationLevel: 'soft',
      ignoreIncludes: true,
      keepComments: false,
    });
    const [error] = errors;
    if (error) return { problem: error.formattedMessage.replace(/^Line (\d+) of \S+/, 'line $1') };
    return html.length > LONGEST_HTML ? { problem: 'the mail gets longer than 2 MB of HTML: shorten it' } : { html };
  } catch (error) {
    return { problem: `this is no MJML: ${(error as Error).message.split('\n')[0]}` };
  }
}
