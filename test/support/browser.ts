import sparticuz from '@sparticuz/chromium';
import { chromium, type Browser } from 'playwright-core';

/** A real Chromium that comes from npm: nothing has to be installed by hand. It costs some seconds; one a test file is enough. */
export async function openBrowser(): Promise<Browser> {
  // in one process, as its arguments have it, the browser ends with its first closed page
  const args = sparticuz.args.filter((each) => each !== '--single-process');
  return chromium.launch({ executablePath: await sparticuz.executablePath(), args, headless: true });
}
