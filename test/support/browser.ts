import sparticuz from '@sparticuz/chromium';
import { chromium, type Browser } from 'playwright-core';

// in one process, as its arguments have it, the browser ends with its first closed page
const UNWANTED = ['--single-process', '--in-process-gpu', '--ignore-gpu-blocklist'];

/** A real Chromium that comes from npm: nothing has to be installed by hand. It costs some seconds; one a test file is enough. */
export async function openBrowser(): Promise<Browser> {
  // to imitate a graphics card took a third of the CPU time of a test; without one pages are drawn directly
  sparticuz.setGraphicsMode = false;
  const args = [...sparticuz.args.filter((each) => !UNWANTED.includes(each)), '--disable-gpu'];
  return chromium.launch({ executablePath: await sparticuz.executablePath(), args, headless: true });
}
