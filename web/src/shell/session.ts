import { useQueryClient } from '@tanstack/react-query';
import { api, http, type Shape } from '../api/client';

export type Me = Shape<'UserView'>;
export type RoleName = Me['roles'][number];

/** An error with status 401 means that no user is signed in. */
export const useSession = () =>
  api.useQuery('get', '/api/v1/sessions/current', {}, { retry: false, staleTime: 60_000 });

/** The signed-in user. Only valid inside RequireSession. */
export function useMe(): Me & { has: (...roles: RoleName[]) => boolean } {
  const { data } = useSession();
  if (!data) throw new Error('useMe stands outside of the gate.');
  return { ...data, has: (...roles) => roles.some((role) => data.roles.includes(role)) };
}

/** Reps work person by person: a file of a whole list is for other roles. */
export const useMayExport = (): boolean => useMe().has('sales_ops', 'manager', 'executive', 'admin');

export function useSignOut(): () => Promise<void> {
  const queries = useQueryClient();
  return async () => {
    await http.DELETE('/api/v1/sessions/current');
    queries.clear();
    window.location.assign('/');
  };
}
