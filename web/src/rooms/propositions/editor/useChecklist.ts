import { api } from '../../../api/client';
import type { Version } from '../version/content';

/** What is missing before submission, as a list and by field. */
export function useChecklist(version: Version, enabled: boolean) {
  const { id } = version;
  const { data } = api.useQuery('get', '/api/v1/versions/{id}/readiness', { params: { path: { id } } }, { enabled });
  const missing = (data?.blockers ?? []).filter(({ field }) => field);
  return {
    known: data !== undefined,
    missing,
    // empty fields are in the checklist; the field itself only shows what is wrong with its content
    byField: Object.fromEntries(
      missing.filter(({ field }) => !isEmpty(version, field!)).map(({ field, message }) => [field!, message]),
    ) as Record<string, string>,
  };
}

function isEmpty(version: Version, place: string): boolean {
  const value = version[place.split('.')[0] as keyof Version] as unknown;
  return value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
}
