import { api } from '../../../api/client';
import { useNow } from '../../../shell/clock';

/** Today starts at local midnight by Overture's clock. */
export function useQueue() {
  const since = new Date(new Date(useNow()).setHours(0, 0, 0, 0)).toISOString();
  return api.useQuery('get', '/api/v1/queue', { params: { query: { since } } });
}
