import createFetchClient, { type Middleware } from 'openapi-fetch';
import createClient from 'openapi-react-query';
import { Problem } from './problem';
import type { components, paths } from './schema';

/** API types by name: `Shape<'TaskView'>`. */
export type Shape<Name extends keyof components['schemas']> = components['schemas'][Name];

/** Throws on every error response, so that no caller can overlook one. */
const refuse: Middleware = {
  async onResponse({ response }) {
    if (!response.ok) throw await Problem.of(response);
  },
  onError: ({ error }) => Problem.unreachable(error),
};

/** For calls outside of React. The browser sends the session cookie. */
export const http = createFetchClient<paths, 'application/json'>({ baseUrl: '/' });
http.use(refuse);

/** `api.useQuery('get', '/api/v1/…', { params })` and `api.useMutation('post', '/api/v1/…')`, typed by the OpenAPI document. */
export const api = createClient(http);
