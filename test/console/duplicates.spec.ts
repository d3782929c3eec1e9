import { Console } from '../support/console.js';
import type { Json } from '../support/http.js';
import { type Credentials, until } from '../support/programs.js';

let app: Console;
let ops: Credentials;

beforeAll(async () => {
  app = await Console.open();
  ops = await app.programs.as('sales_ops');
}, 90_000);
afterAll(() => app.close());
afterEach(() => app.leave());

/** Two records at one organization, found as the worker finds them. */
async function pair(name: string, other: string): Promise<[string, string]> {
  const ids: string[] = [];
  for (const each of [name, other]) {
    const email = `${each.toLowerCase().replace(/\W+/g, '.')}@pair.example`;
    const [{ id }] = (await app.programs.sql(
      'INSERT INTO contact (name, name_key, email, email_key, phone) VALUES ($1, lower($1), $2, $2, $3) RETURNING id',
      [each, email, each === name ? '+4930123456' : null],
    )) as [Json];
    ids.push(id as string);
  }
  const [one, two] = ids.toSorted() as [string, string];
  await app.programs.sql(
    "INSERT INTO contact_duplicate (contact_id, other_id, why, score) VALUES ($1, $2, 'like_name', 95)",
    [one, two],
  );
  return [ids[0]!, ids[1]!];
}

const mergedInto = async (id: string) =>
  (await app.programs.sql('SELECT merged_into FROM contact WHERE id = $1', [id]))[0]!.merged_into;

test.each([1280, 390])(
  'a pair is said to be two people, another is merged and taken apart again, at a width of %d',
  async (width) => {
    await pair(`Anna Bell ${width}`, `Anne Bell ${width}`);
    const [kim, abara] = await pair(`Kim Abara ${width}`, `Abara, Kim ${width}`);
    const visit = await app.visit(ops, { width, height: 1100 });
    const { page } = visit;
    await visit.go('/duplicates');
    await visit.shot('duplicates');
    expect(await visit.barriers()).toEqual([]);
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);

    const bells = page.getByRole('group', { name: new RegExp(`Bell ${width}`) });
    await bells.getByRole('button', { name: 'Different people' }).click();
    await bells.waitFor({ state: 'detached' });

    await page
      .getByRole('group', { name: new RegExp(`Abara ${width}`) })
      .getByRole('button', { name: 'Merge …' })
      .click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('radio', { name: `Kim Abara ${width} ·` }).check();
    await dialog.getByText('What moves').waitFor();
    await dialog
      .getByRole('radiogroup', { name: 'Email' })
      .getByRole('radio', { name: /^abara/ })
      .check();
    await visit.shot('duplicates-merge');
    expect(await visit.barriers()).toEqual([]);
    const merge = dialog.getByRole('button', { name: 'Merge' });
    await until('the preview is there', () => merge.isEnabled());
    await merge.dblclick();
    await dialog.waitFor({ state: 'detached' });
    expect(await mergedInto(abara)).toBe(kim);
    await page.getByRole('group', { name: new RegExp(`Abara ${width}`) }).waitFor({ state: 'detached' });

    await visit.go(`/contacts?open=${kim}`);
    const panel = page.getByRole('dialog').first();
    await panel.getByText(`abara.kim.${width}@pair.example`).first().waitFor();
    await panel.getByText(`Also known as: Abara, Kim ${width}`).waitFor();
    await panel.getByRole('button', { name: 'Undo merge …' }).click();
    await page.getByRole('button', { name: 'Undo merge', exact: true }).click();
    await page.getByText('They are two contacts again.').waitFor();
    expect(await mergedInto(abara)).toBeNull();
    await panel.getByText(`kim.abara.${width}@pair.example`).first().waitFor();
  },
  60_000,
);
