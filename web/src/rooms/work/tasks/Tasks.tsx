import { useMe } from '../../../shell/session';
import { WorkloadAlert } from '../../../components/status/WorkloadAlert';
import { StateBadge } from '../../../components/status/StateBadge';
import { useFilters, type ItemOf } from '../../../components/lists/useListing';
import { Listing } from '../../../components/lists/Listing';
import { useNumbers } from '../../../i18n/useNumbers';
import { Screen } from '../../../components/layout/Screen';
import { EmptyState } from '../../../components/status/EmptyState';
import { RelativeTime } from '../../../components/status/RelativeTime';
import { ScreenLink } from '../../../components/layout/ScreenLink';
import { plain, useWords } from '../../../i18n';
import { GiveTo } from './GiveTo';
import { TaskPanel } from './TaskPanel';

type Task = ItemOf<'/api/v1/tasks'>;

const STATES = ['open', 'claimed', 'snoozed', 'done', 'cancelled'];
const KINDS = ['reply', 'call', 'task', 'colleague_replied', 'fix_contact', 'find_contact', 'notice'];

export function Tasks() {
  const { shell, terms, work } = useWords();
  const words = work.tasks;
  const { x } = useNumbers();
  const { filters, set } = useFilters();
  const leads = useMe().has('executive', 'sales_ops', 'manager', 'admin');
  const buffers = useMe().has('manager', 'sales_ops');
  const closed = /done|cancelled/.test(filters.state ?? '');
  const disposition: Record<string, string> = terms.disposition;
  const resolution: Record<string, string> = work.resolution;
  return (
    <Screen title={shell.nav.tasks}>
      {buffers && <WorkloadAlert />}
      <Listing
        name="tasks"
        of="/api/v1/tasks"
        facets={[
          { filter: 'state', label: words.state, order: STATES },
          {
            filter: 'kind',
            label: words.kind,
            order: KINDS,
            format: (kind) => work.kind[kind as keyof typeof work.kind],
          },
        ]}
        columns={[
          {
            key: 'contribution',
            title: words.rank,
            width: 70,
            right: true,
            sorts: true,
            wide: true,
            render: ({ contribution }) => x(contribution),
          },
          {
            key: 'title',
            title: words.title,
            render: ({ title }) => <span title={title}>{title}</span>,
          },
          { key: 'kind', title: words.kind, width: 130, wide: true, render: ({ kind }) => work.kind[kind] },
          {
            key: 'organization',
            title: words.organization,
            wide: true,
            render: ({ organization, organizationId }) => (
              <ScreenLink
                to="/organizations"
                search={{ open: organizationId }}
                size="sm"
                onClick={(event) => event.stopPropagation()}
              >
                {organization}
              </ScreenLink>
            ),
          },
          ...(leads
            ? [
                {
                  key: 'rep',
                  title: words.rep,
                  width: 130,
                  wide: true,
                  render: ({ rep }: Task) => rep ?? words.unassigned,
                },
              ]
            : []),
          {
            key: 'state',
            title: words.state,
            width: 150,
            render: (one) => (
              <StateBadge
                state={one.state}
                {...(one.disposition
                  ? { label: disposition[one.disposition] ?? plain(one.disposition) }
                  : one.resolution
                    ? { label: resolution[one.resolution] ?? plain(one.resolution) }
                    : {})}
              />
            ),
          },
          {
            key: 'dueAt',
            title: words.due,
            width: 110,
            sorts: true,
            wide: true,
            render: ({ dueAt }) => <RelativeTime at={dueAt} />,
          },
          ...(closed
            ? [
                {
                  key: 'closedAt',
                  title: words.closed,
                  width: 110,
                  sorts: true,
                  wide: true,
                  render: ({ closedAt }: Task) => <RelativeTime at={closedAt} none="" />,
                },
              ]
            : []),
        ]}
        {...(leads && !closed ? { bulkActions: GiveTo } : {})}
        onOpen={({ id }) => set({ open: id })}
        openId={filters.open}
        empty={<EmptyState title={words.none}>{words.noneYet}</EmptyState>}
      />
      <TaskPanel id={filters.open} onClose={() => set({ open: undefined })} />
    </Screen>
  );
}
