import { randomUUID } from 'node:crypto';

// what an endpoint answers is its own document; the demo reads what it needs
// oxlint-disable-next-line typescript/no-explicit-any
export type Json = any;

export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

const TRIES = 8;

/** A signed-in person at the API; nothing here knows Overture but through HTTP. */
export class Person {
  constructor(
    private readonly url: string,
    private readonly token: string,
    readonly id: string,
  ) {}

  static async signIn(url: string, email: string, password: string): Promise<Person> {
    const { token } = await call(url, 'POST', '/tokens', {}, { email, password, label: 'demo' });
    const me = await call(url, 'GET', '/sessions/current', { authorization: `Bearer ${token}` });
    return new Person(url, token, me.id);
  }

  get(path: string): Promise<Json> {
    return call(this.url, 'GET', path, this.headers());
  }

  /** Every POST bears an Idempotency-Key, so that a retry after a cut line does its work once. */
  post(path: string, body: unknown = {}): Promise<Json> {
    return call(this.url, 'POST', path, { ...this.headers(), 'idempotency-key': randomUUID() }, body);
  }

  put(path: string, body: unknown): Promise<Json> {
    return call(this.url, 'PUT', path, this.headers(), body);
  }

  patch(path: string, revision: number, body: unknown): Promise<Json> {
    return call(this.url, 'PATCH', path, { ...this.headers(), 'if-match': `"${revision}"` }, body);
  }

  upload(path: string, csv: string): Promise<Json> {
    return call(
      this.url,
      'POST',
      path,
      { ...this.headers(), 'content-type': 'text/csv', 'idempotency-key': randomUUID() },
      csv,
    );
  }

  /** A mail that came in, as a mail server hands it over. */
  deliver(mail: string): Promise<Json> {
    return call(this.url, 'POST', '/inbound-mails', { ...this.headers(), 'content-type': 'message/rfc822' }, mail);
  }

  /** All pages of a listing, one after the other. */
  async *pages(path: string): AsyncGenerator<Json[]> {
    let cursor: string | null = null;
    do {
      const page: Json = await this.get(
        `${path}${path.includes('?') ? '&' : '?'}limit=500${cursor ? `&cursor=${cursor}` : ''}`,
      );
      yield page.items;
      cursor = page.nextCursor;
    } while (cursor);
  }

  private headers(): Record<string, string> {
    return { authorization: `Bearer ${this.token}` };
  }
}

/** As the console's page does. `link`: …/welcome#TOKEN */
export async function choosePassword(url: string, link: string, password: string): Promise<void> {
  await call(url, 'POST', '/password-links/password', {}, { token: link.split('#')[1], password });
}

/** Answers a public page as a buyer's browser would: no sign-in, only the link. */
export async function answerLink(link: string, body: object): Promise<number> {
  const reply = await retrying(() =>
    fetch(link, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify(body),
    }),
  );
  await reply.arrayBuffer();
  return reply.status;
}

async function call(
  url: string,
  method: string,
  path: string,
  headers: Record<string, string>,
  body?: unknown,
): Promise<Json> {
  const payload =
    body === undefined
      ? {}
      : {
          headers: { 'content-type': 'application/json', ...headers },
          body: typeof body === 'string' ? body : JSON.stringify(body),
        };
  const reply = await retrying(() => fetch(`${url}/api/v1${path}`, { method, headers, ...payload }));
  const text = await reply.text();
  const answer: Json = text && /json/.test(reply.headers.get('content-type') ?? '') ? JSON.parse(text) : null;
  if (reply.ok) return answer;
  const details = (answer?.errors ?? answer?.blockers ?? [])
    .map((each: Json) => `${each.field ?? each.code}: ${each.message}`)
    .join('; ');
  throw new ApiError(
    reply.status,
    answer?.code ?? 'unknown',
    `${method} ${path}: ${reply.status} ${answer?.detail ?? text.slice(0, 200)}${details && ` (${details})`}`,
  );
}

/** A busy or restarting server is asked again; what it refuses is not. */
async function retrying(ask: () => Promise<Response>): Promise<Response> {
  for (let attempt = 1; ; attempt++) {
    try {
      const reply = await ask();
      if (attempt >= TRIES || ![429, 503].includes(reply.status)) return reply;
      await reply.arrayBuffer();
    } catch (error) {
      if (attempt >= TRIES) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, 100 * 2 ** attempt));
  }
}
