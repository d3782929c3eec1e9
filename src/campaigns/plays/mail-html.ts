type Compile = (source: string, options: object) => Promise<{ html: string; errors: { formattedMessage: string }[] }>;

/** Read when there is HTML to make: it is half as much code as all the rest, and most programs never need it. */
async function compiler(): Promise<{ compile: Compile; preset: unknown }> {
  // @ts-expect-error -- the package has no types
  const [{ default: core }, { default: preset }] = await Promise.all([import('mjml-core'), import('mjml-preset-core')]);
  // CommonJS inside a module: the function stands under `default`
  return { compile: (core as unknown as { default: Compile }).default, preset };
}

/**
 * MJML to the HTML that mail programs understand; Liquid placeholders stay where they are. Includes are not followed: a
 * template may not read our disk. Compiled when a play is saved (to refuse what is wrong) and when a campaign is
 * launched.
 * @returns the HTML, or what is wrong with the source in one sentence
 */
export async function compileMjml(source: string): Promise<{ html: string } | { problem: string }> {
  if (/<mj-include\b/i.test(source)) return { problem: 'mj-include is not followed; write the whole mail here' };
  const { compile, preset } = await compiler();
  try {
    const { html, errors } = await compile(source, {
      presets: [preset],
      validationLevel: 'soft',
      ignoreIncludes: true,
      keepComments: false,
    });
    const [error] = errors;
    return error ? { problem: error.formattedMessage.replace(/^Line (\d+) of \S+/, 'line $1') } : { html };
  } catch (error) {
    return { problem: `this is no MJML: ${(error as Error).message.split('\n')[0]}` };
  }
}
