import { useQueryClient } from '@tanstack/react-query';
import type { Shape } from '../../api/client';
import { http } from '../../api/client';
import { useWords } from '../../i18n';
import { useNotify } from '../status/useNotify';
import type { Filters } from './useListing';
import { useNumbers } from '../../i18n/useNumbers';

/** The selected rows of a list. */
export interface Selection {
  ids: string[];
  /** all matching rows, loaded or not */
  all: boolean;
  count: number;
  filters: Filters;
  clear: () => void;
}

type Path = '/api/v1/enrolments/exclusions' | '/api/v1/enrolments/replays' | '/api/v1/tasks/reassignments';

/**
 * Applies an action to the selection, reports how many rows changed and how many were skipped, and reloads the lists.
 */
export function useBulkAction() {
  const { list } = useWords().shell;
  const { n } = useNumbers();
  const notify = useNotify();
  const queries = useQueryClient();
  return async (path: Path, { ids, all, count, filters, clear }: Selection, body: Record<string, string> = {}) => {
    const { data } = await http.POST(path, {
      params: { query: filters },
      body: { ...body, count, ...(all ? {} : { ids }) },
    });
    const { done: changed, left } = data as Shape<'ManyDone'>;
    notify.success(list.updated(n(changed), left > 0 ? n(left) : null));
    clear();
    await queries.invalidateQueries();
  };
}
