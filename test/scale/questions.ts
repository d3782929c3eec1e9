import type { Json } from '../support/http.js';
import type { Rows } from '../support/rows.js';

export interface Question {
  path: string;
  /** what is missing to ask it: a row of this table, or a value of this parameter */
  without?: string;
  method?: string;
  body?: unknown;
  /** asked by a rep; else by somebody who may ask everything */
  as?: 'rep';
}

/** Which table holds what stands in a path; what is not here is named like its table, in the plural. */
const TABLES: Record<string, string> = {
  users: 'app_user',
  versions: 'proposition_version',
  snapshots: 'cohort_snapshot',
  needs: 'check_in_need',
  'group-conversations': 'group_session',
  mailboxes: 'mailbox',
  dispatches: 'dispatch',
};
const table = (plural: string): string => TABLES[plural] ?? plural.replaceAll('-', '_').replace(/s$/, '');
/** Streams never end, and files are as long as what they hold. */
const NOT_ASKED = /^\/(changes|campaigns\/\{id\}\/events)$|\.(csv|ics)$/;

/** Every GET of the API's document; a listing also by each of its orders, with all of its counts, and looking for a text. */
export async function questions(document: Json, app: Rows): Promise<Question[]> {
  const all: Question[] = [];
  for (const [full, { get }] of Object.entries<Json>(document.paths)) {
    const template = full.replace(/^\/api\/v1/, '');
    if (!get || !full.startsWith('/api/v1') || NOT_ASKED.test(template)) continue;
    const { path, without } = await filled(template, app);
    const needs = (get.parameters ?? []).find((each: Json) => each.in === 'query' && each.required)?.name;
    if (without || needs) all.push({ path: template, without: without ?? needs });
    else all.push(...variants(get.parameters ?? []).map((query) => ({ path: query ? `${path}?${query}` : path })));
  }
  return all;
}

/** A path of the document with an id that there is. */
export async function filled(template: string, app: Rows): Promise<Question> {
  const [, plural, name] = /^\/([\w-]+)(?:\/\w+)?\/\{(\w+)\}/.exec(template) ?? [];
  if (!plural || !name) return { path: template };
  if (name === 'list') return { path: template.replace('{list}', 'tasks') };
  const of = table(name === 'contactId' ? 'contacts' : plural);
  const [row] = await app.sql<{ id: string }>(`SELECT id FROM ${of} LIMIT 1`);
  return row ? { path: template.replace(/\{\w+\}/, row.id) } : { path: template, without: of };
}

function variants(parameters: Json[]): string[] {
  const named = (name: string): Json => parameters.find((each) => each.name === name);
  const orders: string[] = named('sort')?.schema.enum ?? [];
  const countable = /Any of: (.*)$/.exec(named('count')?.description ?? '')?.[1]?.split(', ') ?? [];
  const counted = countable.filter((name) => named(name).description.startsWith('one or more of'));
  return [
    '',
    ...orders.map((order) => `sort=${order}`),
    ...(named('count') ? [`count=${counted.join(',')}`] : []),
    ...(named('q') ? ['q=77', 'q=nobody+is+called+so'] : []),
  ];
}

/** What the console asks besides: with filters that are needed, and by POST where nothing is written. */
export async function asked(app: Rows): Promise<Question[]> {
  const [of] = (await app.sql<Json>(
    `SELECT c.id AS campaign, c.version_id AS version, (SELECT min(organization_id::text) FROM enrolment WHERE campaign_id = c.id) AS organization FROM campaign c LIMIT 1`,
  )) as [Json];
  const rule = {
    all: [
      { field: 'country', op: 'in', value: ['DE', 'FR'] },
      { field: 'employees', op: 'gte', value: 100 },
    ],
  };
  const { campaign, version, organization } = of;
  return [
    ...['', '&role=decision_maker', '&industry=food'].flatMap((filter) => [
      { path: `/versions/${version}/scoreboard?campaignId=${campaign}${filter}` },
      { path: `/scoreboard/people?versionId=${version}&countedAs=reached${filter}` },
      { path: `/conversations?versionId=${version}${filter}` },
    ]),
    { path: `/scoreboard/people?versionId=${version}&countedAs=reached&count=role,interest` },
    { path: `/conversations?versionId=${version}&count=disposition,sentiment,interest` },
    { path: `/enrolments?campaignId=${campaign}&count=state,role` },
    { path: `/enrolments?organizationId=${organization}` },
    { path: `/messages?campaignId=${campaign}&count=state` },
    { path: `/campaigns/${campaign}/coverage/organizations?q=77` },
    { path: '/cohort-previews', method: 'POST', body: { versionId: version, rule, requiredRoles: ['decision_maker'] } },
    { path: '/queue', as: 'rep' },
    { path: '/tasks?count=kind,state', as: 'rep' },
  ];
}
