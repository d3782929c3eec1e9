import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Problem } from '../../api/problem';
import type { paths } from '../../api/schema';

type Answer<P> = P extends { get: { responses: { 200: { content: { 'application/json': infer Body } } } } }
  ? Body
  : never;
type Lists<P> = Answer<P> extends { items: unknown[] } ? P : never;
/** API paths that return a list with `items` */
export type ListPath = { [P in keyof paths]: Lists<paths[P]> extends never ? never : P }[keyof paths];
export type ItemOf<P extends ListPath> = Answer<paths[P]> extends { items: (infer Item)[] } ? Item : never;

interface Counts {
  total: number;
  by: Record<string, Record<string, number>>;
}
interface PageOf<Item> {
  items: Item[];
  nextCursor: string | null;
  counts?: Counts;
}

export type Filters = Record<string, string | undefined>;

const PAGE = 60;

/** Fills the names into an API path and appends the query, for links and downloads. */
export function listUrl(path: string, names: Record<string, string> = {}, query: Filters = {}): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(names[name] ?? ''));
  const parameters = new URLSearchParams(
    Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1])),
  );
  return parameters.size > 0 ? `${filled}?${parameters}` : filled;
}

/** Loads a list page by page. `count` names the filters whose values are counted. */
export function useListing<P extends ListPath>(
  path: P,
  {
    names = {},
    filters = {},
    count = [],
    still = false,
    enabled = true,
  }: {
    names?: Record<string, string>;
    filters?: Filters;
    count?: readonly string[];
    still?: boolean;
    enabled?: boolean;
  },
) {
  const query = useInfiniteQuery({
    queryKey: ['list', path, names, filters, count],
    meta: { still },
    enabled,
    initialPageParam: '',
    placeholderData: keepPreviousData,
    queryFn: async ({ pageParam, signal }): Promise<PageOf<ItemOf<P>>> => {
      const first = pageParam === '';
      const asked = new URLSearchParams(
        Object.entries(filters).filter((entry): entry is [string, string] => Boolean(entry[1])),
      );
      asked.set('limit', String(PAGE));
      if (!first) asked.set('cursor', pageParam);
      if (first) asked.set('count', count.join(','));
      const response = await fetch(`${listUrl(path, names)}?${asked}`, { signal }).catch((cause: unknown) => {
        throw signal.aborted ? cause : Problem.unreachable(cause);
      });
      if (!response.ok) throw await Problem.of(response);
      return (await response.json()) as PageOf<ItemOf<P>>;
    },
    getNextPageParam: (last) => last.nextCursor ?? undefined,
  });
  const pages = query.data?.pages ?? [];
  return {
    ...query,
    items: pages.flatMap((page) => page.items),
    total: pages[0]?.counts?.total,
    by: pages[0]?.counts?.by ?? {},
  };
}

/** Filters live in the URL, so that a filtered list can be linked, saved and reached with Back. */
export function useFilters(): { filters: Filters; set: (change: Filters) => void; replace: (all: Filters) => void } {
  const filters: Filters = useSearch({ strict: false });
  const navigate = useNavigate();
  const go = (search: Filters) => void navigate({ to: '.', search: search, replace: true });
  return {
    filters,
    set: (change) => go(Object.fromEntries(Object.entries({ ...filters, ...change }).filter(([, value]) => value))),
    replace: go,
  };
}

/** For a route's `validateSearch`: keeps the known parameters as text and drops the rest. */
export const searchParams =
  <Name extends string>(...names: Name[]) =>
  (search: Record<string, unknown>): { [N in Name]?: string } =>
    Object.fromEntries(
      names.flatMap((name) => {
        const value = search[name];
        return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
          ? [[name, String(value)]]
          : [];
      }),
    ) as { [N in Name]?: string };
