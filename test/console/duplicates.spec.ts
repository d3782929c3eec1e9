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

/** Two records of one organization, found as the worker finds them. */
async function organizations(name: string, other: string): Promise<[string, string]> {
  const ids: string[] = [];
  for (const each of [name, other])
    ids.push(
      (
        (await app.programs.sql(
          `INSERT INTO organization (name, name_key, city, country, relationship)
           VALUES ($1, lower($1), $2, 'DE', $3) RETURNING id`,
          [each, each === name ? 'Berlin' : null, each === name ? 'prospect' : 'customer'],
        )) as [Json]
      )[0].id as string,
    );
  const [one, two] = ids.toSorted() as [string, string];
  await app.programs.sql(
    "INSERT INTO organization_duplicate (organization_id, other_id, why, score) VALUES ($1, $2, 'like_name', 96)",
    [one, two],
  );
  return [ids[0]!, ids[1]!];
}
const organizationInto = async (id: string) =>
  (await app.programs.sql('SELECT merged_into FROM organization WHERE id = $1', [id]))[0]!.merged_into;

test.each([1280, 390])(
  'two organizations are merged from the list and taken apart, and merged again from their page, at a width of %d',
  async (width) => {
    await organizations(`Ernst Handel ${width}`, `Ernst Handl ${width}`);
    const [kept, other] = await organizations(`Toms Laden ${width}`, `Tom's Laden ${width}`);
    const visit = await app.visit(ops, { width, height: 1100 });
    const { page } = visit;
    await visit.go('/duplicates');
    await page.getByText('Organizations', { exact: true }).last().click();
    await page.getByRole('group', { name: new RegExp(`Laden ${width}`) }).waitFor();
    await visit.shot('duplicates-organizations');
    expect(await visit.barriers()).toEqual([]);
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);

    const handels = page.getByRole('group', { name: new RegExp(`Hand.* ${width}`) });
    await handels.getByRole('button', { name: 'Different organizations' }).click();
    await handels.waitFor({ state: 'detached' });

    await page
      .getByRole('group', { name: new RegExp(`Laden ${width}`) })
      .getByRole('button', { name: 'Merge …' })
      .click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('radio', { name: `Toms Laden ${width} ·` }).check();
    await dialog.getByText('What moves').waitFor();
    await dialog.getByRole('radiogroup', { name: 'Relationship' }).getByRole('radio', { name: 'Customer' }).check();
    await visit.shot('duplicates-organizations-merge');
    expect(await visit.barriers()).toEqual([]);
    const merge = dialog.getByRole('button', { name: 'Merge' });
    await until('the preview is there', () => merge.isEnabled());
    await merge.click();
    await dialog.waitFor({ state: 'detached' });
    expect(await organizationInto(other)).toBe(kept);

    await visit.go(`/organizations?open=${kept}`);
    const panel = page.getByRole('dialog').first();
    await panel.getByText(`Merged with Tom's Laden ${width}`).waitFor();
    await panel.getByRole('button', { name: 'Undo merge …' }).click();
    await page.getByRole('button', { name: 'Undo merge', exact: true }).click();
    await page.getByText('They are two organizations again.').waitFor();
    expect(await organizationInto(other)).toBeNull();

    // by the keyboard, from the page of the organization
    await panel.getByRole('button', { name: 'Merge with …' }).press('Enter');
    await panel.getByRole('combobox', { name: 'Merge with' }).fill(`Tom's Laden ${width}`);
    await until('the search has answered', async () => (await page.getByRole('option').count()) === 1);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    const second = page.getByRole('dialog', { name: 'Merge these two organizations?' });
    await second.getByText('What moves').waitFor();
    expect(await visit.barriers()).toEqual([]);
    await page.keyboard.press('ControlOrMeta+Enter');
    await second.waitFor({ state: 'detached' });
    await panel.getByText(`Merged with Tom's Laden ${width}`).waitFor();
    expect(await organizationInto(other)).toBe(kept);
  },
  60_000,
);
