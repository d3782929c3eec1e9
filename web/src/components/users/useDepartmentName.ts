import { api } from '../../api/client';
import { plain } from '../../i18n';

/** Returns the display name of a department code. */
export function useDepartmentName(): (code: string) => string {
  const { data } = api.useQuery('get', '/api/v1/departments', {}, { staleTime: 600_000 });
  return (code) => data?.items.find((each) => each.code === code)?.name ?? plain(code);
}
