// what an endpoint answers is asserted by the test that asked
// oxlint-disable-next-line typescript/no-explicit-any
export type Json = any;

export interface Answer<T> {
  status: number;
  body: T;
  headers: Record<string, string>;
}

/** Paths are below /api/v1 unless they begin with //, which stands for the root. Text and bytes are sent as they are, all else as JSON. */
export interface Caller {
  /** what goes with each of these calls, for one that is made otherwise */
  headers: Record<string, string>;
  get<T = Json>(path: string): Promise<Answer<T>>;
  post<T = Json>(path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer<T>>;
  put<T = Json>(path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer<T>>;
  patch<T = Json>(path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer<T>>;
  delete<T = Json>(path: string, headers?: Record<string, string>): Promise<Answer<T>>;
  send<T = Json>(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer<T>>;
}

/** A signed-in person. */
export interface Person extends Caller {
  id: string;
}

/** Looks at each answer before the test does. */
export type Inspect = (method: string, url: string, status: number, body: unknown) => void;

export function caller(origin: string, own: Record<string, string>, inspect: Inspect = () => undefined): Caller {
  const call = <T>(at: string, method: string, path: string, payload: unknown, headers: Record<string, string>) =>
    send<T>(at, method, path, payload, headers, inspect);
  return {
    headers: own,
    get: (path) => call(origin, 'GET', path, undefined, own),
    post: (path, body, headers) => call(origin, 'POST', path, body, { ...own, ...headers }),
    put: (path, body, headers) => call(origin, 'PUT', path, body, { ...own, ...headers }),
    patch: (path, body, headers) => call(origin, 'PATCH', path, body, { ...own, ...headers }),
    delete: (path, headers) => call(origin, 'DELETE', path, undefined, { ...own, ...headers }),
    send: (method, path, body, headers) => call(origin, method, path, body, { ...own, ...headers }),
  };
}

async function send<T>(
  origin: string,
  method: string,
  path: string,
  payload: unknown,
  headers: Record<string, string>,
  inspect: Inspect,
): Promise<Answer<T>> {
  const url = path.startsWith('//') ? `${origin}${path.slice(1)}` : `${origin}/api/v1${path}`;
  const reply = await fetch(url, {
    method,
    headers: { ...(payload === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
    redirect: 'manual',
    ...(payload === undefined
      ? {}
      : { body: typeof payload === 'string' || Buffer.isBuffer(payload) ? payload : JSON.stringify(payload) }),
  });
  const text = await reply.text();
  const isJson = /[/+]json/.test(reply.headers.get('content-type') ?? '');
  const body = (isJson && text !== '' ? JSON.parse(text) : text) as T;
  if (isJson) inspect(method, url, reply.status, body);
  return {
    status: reply.status,
    body,
    headers: Object.fromEntries(reply.headers),
  };
}

export const tokenOf = (link: string): string => link.split('#')[1]!;

/** A user as an administrator makes one, where no mail is sent: with a link that is handed over. */
export async function invited(admin: Caller, facts: object): Promise<{ id: string; token: string }> {
  const made = await admin.post<Json>('/users', facts);
  if (made.status !== 201) throw new Error(`not made: ${JSON.stringify(made.body)}`);
  const { body } = await admin.post<Json>(`/users/${made.body.id}/password-links`, {});
  return { id: made.body.id, token: tokenOf(body.link) };
}

export const choosePassword = (who: Caller, token: string, password: string): Promise<Answer<Json>> =>
  who.post<Json>('/password-links/password', { token, password });
