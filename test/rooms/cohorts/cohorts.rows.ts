import type { Installation, Json } from '../../support/installation.js';

export interface PersonRow {
  name?: string;
  roles?: string[];
  email?: string | null;
  emailState?: string;
  phone?: string | null;
  title?: string;
  preference?: string;
  erased?: boolean;
  left?: boolean;
}

export interface OrganizationRow {
  name: string;
  sector?: string;
  industry?: string;
  employees?: number;
  country?: string;
  attributes?: Record<string, unknown>;
  people?: PersonRow[];
}

let serial = 0;

/** Writes organizations with their people; ids by name. */
export async function organizations(app: Installation, list: OrganizationRow[]): Promise<Record<string, string>> {
  const ids: Record<string, string> = {};
  for (const row of list) {
    const [organization] = await app.sql<{ id: string }>(
      `INSERT INTO organization (name, name_key, sector, industry, employees, country, attributes) VALUES ($1, lower($1), $2, $3, $4, $5, $6) RETURNING id`,
      [
        row.name,
        row.sector ?? null,
        row.industry ?? null,
        row.employees ?? null,
        row.country ?? null,
        row.attributes ?? {},
      ],
    );
    ids[row.name] = organization!.id;
    for (const person of row.people ?? []) {
      const id = await contact(app, person);
      ids[person.name ?? ''] = id;
      await employ(app, id, organization!.id, person);
    }
  }
  return ids;
}

export async function contact(app: Installation, person: PersonRow): Promise<string> {
  const email = person.email === undefined ? `person${++serial}@example.com` : person.email;
  const [row] = await app.sql<{ id: string }>(
    `INSERT INTO contact (name, name_key, email, email_key, email_state, phone, preference, erased_at)
     VALUES ($1, lower($1), $2, lower($2), $3, $4, $5, CASE WHEN $6 THEN app_now() END) RETURNING id`,
    [
      person.name ?? `Person ${serial}`,
      email,
      person.emailState ?? 'valid',
      person.phone ?? null,
      person.preference ?? 'any',
      person.erased ?? false,
    ],
  );
  return row!.id;
}

export async function employ(app: Installation, id: string, organizationId: string, person: PersonRow): Promise<void> {
  await app.sql(
    'INSERT INTO employment (contact_id, organization_id, title, until) VALUES ($1, $2, $3, CASE WHEN $4 THEN current_date END)',
    [id, organizationId, person.title ?? null, person.left ?? false],
  );
  for (const role of person.roles ?? ['economic_buyer'])
    await app.sql('INSERT INTO buying_role (organization_id, contact_id, role) VALUES ($1, $2, $3)', [
      organizationId,
      id,
      role,
    ]);
}

export async function suppress(app: Installation, kind: string, value: string): Promise<void> {
  await app.sql("INSERT INTO suppression (kind, value, reason, created_by) VALUES ($1, $2, 'manual', 'test')", [
    kind,
    value,
  ]);
}

export async function version(app: Installation, facts: { rule?: object; roles?: string[] } = {}): Promise<string> {
  const [user] = await app.sql<{ id: string }>('SELECT id FROM app_user ORDER BY id LIMIT 1');
  const [proposition] = await app.sql<{ id: string }>(
    "INSERT INTO proposition (title, created_by) VALUES ('Vendor Managed Inventory', $1) RETURNING id",
    [user!.id],
  );
  const [row] = await app.sql<Json>(
    `INSERT INTO proposition_version (proposition_id, number, cohort_rule, cohort_rationale, required_roles, created_by)
     VALUES ($1, 1, $2, 'They reorder the same goods each week.', $3, $4) RETURNING id`,
    [proposition!.id, facts.rule ? JSON.stringify(facts.rule) : null, facts.roles ?? ['economic_buyer'], user!.id],
  );
  return row!.id as string;
}

/** Many organizations of four sectors and two sizes, two people each, in one statement. */
export async function many(app: Installation, count: number, country: string): Promise<void> {
  await app.sql(
    `WITH org AS (
       INSERT INTO organization (name, name_key, sector, employees, country)
       SELECT $2 || ' ' || n, lower($2) || ' ' || n, (ARRAY['Food', 'Retail', 'Energy', NULL])[1 + n % 4], CASE WHEN n % 3 = 0 THEN 30 ELSE 300 END, $2
         FROM generate_series(1, $1::int) n RETURNING id
     ), person AS (
       INSERT INTO contact (name, name_key, email, email_key, email_state)
       SELECT 'Person of ' || id, 'x', n || '@' || id || '.example', n || '@' || id || '.example', 'valid' FROM org, generate_series(1, 2) n RETURNING id, email_key
     ), job AS (
       INSERT INTO employment (contact_id, organization_id)
       SELECT p.id, o.id FROM person p JOIN org o ON o.id::text = split_part(split_part(p.email_key, '@', 2), '.', 1) RETURNING contact_id, organization_id
     )
     INSERT INTO buying_role (organization_id, contact_id, role) SELECT organization_id, contact_id, 'economic_buyer' FROM job`,
    [count, country],
  );
}

/** Everything of a listing, page by page. */
export async function everything(get: (path: string) => Promise<{ body: Json }>, path: string): Promise<Json[]> {
  const items: Json[] = [];
  for (let cursor = ''; ;) {
    const { body } = await get(`${path}${path.includes('?') ? '&' : '?'}limit=100${cursor && `&cursor=${cursor}`}`);
    items.push(...body.items);
    if (!body.nextCursor) return items;
    cursor = body.nextCursor;
  }
}
