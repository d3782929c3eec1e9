import type { ScreenSearch } from '../../../components/layout/ScreenLink';
import { api } from '../../../api/client';
import type { BuyingRole } from '../../../components/forms/buyingRoles';
import { useFilters, type Filters } from '../../../components/lists/useListing';

type Conversations = ScreenSearch<'/feedback/conversations'>;
type People = ScreenSearch<'/feedback/people'>;

/** The filters that apply to every figure on the screen. */
export interface BoardFilter {
  versionId: string;
  campaignId?: string;
  role?: BuyingRole;
  industry?: string;
  repId?: string;
  step?: string;
  from?: string;
  to?: string;
}

/** The URL has dates, the API takes timestamps; the last day is included. */
const starts = (day: string | undefined) => day && `${day}T00:00:00.000Z`;
const ends = (day: string | undefined) => day && `${day}T23:59:59.999Z`;

const given = <T extends object>(all: T): T =>
  Object.fromEntries(Object.entries(all).filter(([, value]) => value)) as T;

export const scoreboardQuery = ({ versionId: _version, from, to, ...rest }: BoardFilter) =>
  given({ ...rest, from: starts(from), to: ends(to) });

/** The same filters for the conversation list, so that a figure opens exactly what it counts. */
export const conversationFilters = (
  { step, from, to, ...rest }: BoardFilter,
  more: Conversations = {},
): Conversations =>
  given({
    ...rest,
    stepKey: step,
    'occurredAt.from': starts(from),
    'occurredAt.to': ends(to),
    connected: 'true',
    ...more,
  });

/** The same filters for the list of decision makers. */
export const peopleFilters = ({ from, to, ...rest }: BoardFilter, countedAs: string): People =>
  given({ ...rest, countedAs, 'at.from': starts(from), 'at.to': ends(to) });

/** The filters to return from a list to the figures. */
export const boardFiltersFrom = ({
  versionId,
  campaignId,
  role,
  industry,
  repId,
  step,
  stepKey,
  ...rest
}: Filters): ScreenSearch<'/feedback'> =>
  given({
    versionId,
    campaignId,
    role,
    industry: industry === 'none' ? undefined : industry,
    repId,
    step: step ?? stepKey,
    from: (rest['at.from'] ?? rest['occurredAt.from'])?.slice(0, 10),
    to: (rest['at.to'] ?? rest['occurredAt.to'])?.slice(0, 10),
  });

/** The version in the URL, or else the newest live one. */
export function useBoardFilter() {
  const { filters, set, replace } = useFilters();
  const propositions = api.useQuery('get', '/api/v1/propositions', { params: { query: { limit: 200 } } });
  const items = propositions.data?.items ?? [];
  const live = items.find(({ liveVersionId }) => liveVersionId)?.liveVersionId;
  const versionId = filters.versionId ?? live ?? items[0]?.versions[0]?.id;
  const narrowed: BoardFilter | null = versionId ? { ...(filters as Partial<BoardFilter>), versionId } : null;
  return {
    propositions,
    items,
    narrowed,
    set,
    clear: () => replace(filters.versionId ? { versionId: filters.versionId } : {}),
  };
}
