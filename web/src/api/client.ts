import createFetchClient, { type Middleware } from 'openapi-fetch';
import createClient from 'openapi-react-query';
import { Problem } from './problem';
import type { components, paths } from './schema';

/** The shapes of the API by name: `Shape<'TaskView'>`. */
export type Shape<Name extends keyof components['schemas']> = components['schemas'][Name];

/** An answer that is not a success is thrown, so that nobody can forget to look. */
const refuse: Middleware = {
  async onResponse({ response }) {
    if (!response.ok) throw await Problem.of(response);
  },
  onError: ({ error }) => Problem.unreachable(error),
};

/** Calls outside of React; the session's cookie goes along by itself. */
export const http = createFetchClient<paths, 'application/json'>({ baseUrl: '/' });
http.use(refuse);

/** `api.useQuery('get', '/api/v1/…', { params })` and `api.useMutation('post', '/api/v1/…')`, typed by the OpenAPI document. */
export const api = createClient(http);
