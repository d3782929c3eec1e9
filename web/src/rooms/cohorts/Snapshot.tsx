import { SegmentedControl, Text } from '@mantine/core';
import { useNavigate, useParams } from '@tanstack/react-router';
import { api } from '../../api/client';
import { StateBadge } from '../../components/status/StateBadge';
import { useFilters } from '../../components/lists/useListing';
import { Listing } from '../../components/lists/Listing';
import { useNumbers } from '../../i18n/useNumbers';
import { Screen } from '../../components/layout/Screen';
import { QueryState } from '../../components/status/QueryState';
import { EmptyState } from '../../components/status/EmptyState';
import { DateText } from '../../components/status/DateText';
import { ScreenButton, ScreenLink } from '../../components/layout/ScreenLink';
import { plain, useWords } from '../../i18n';

export function Snapshot() {
  const { cohorts: words, shell } = useWords();
  const { n } = useNumbers();
  const { id } = useParams({ from: '/snapshots/$id' });
  const { filters, replace } = useFilters();
  const query = api.useQuery('get', '/api/v1/snapshots/{id}', { params: { path: { id } } });
  const of = filters.of === 'organizations' ? 'organizations' : 'people';
  return (
    <QueryState query={query}>
      {(snapshot) => (
        <Screen
          title={words.snapshot.title}
          note={
            <Text size="sm" c="dimmed" component="div">
              <DateText at={snapshot.frozenAt} />
            </Text>
          }
          actions={
            <>
              <ScreenLink to="/campaigns" search={{ snapshotId: id }} size="sm">
                {words.snapshot.campaigns}
              </ScreenLink>
              <ScreenButton to="/campaigns/new" search={{ versionId: snapshot.versionId, snapshotId: id }}>
                {words.snapshot.launch}
              </ScreenButton>
            </>
          }
        >
          <Text size="sm">{snapshot.sentence}</Text>
          <Text size="sm" mb="xs">
            {words.snapshot.counts(
              n(snapshot.decisionMakers - snapshot.decisionMakersExcluded),
              n(snapshot.organizations - snapshot.organizationsExcluded),
            )}{' '}
            {words.preview.holdOut(n(snapshot.heldOut), n(snapshot.decisionMakersHeldOut))}{' '}
            <ScreenLink to="/cohorts/$id" params={{ id: snapshot.cohortId }} size="sm">
              {shell.nav.cohorts}
            </ScreenLink>
          </Text>
          <SegmentedControl
            mb="xs"
            size="xs"
            data={[
              { value: 'people', label: words.snapshot.people },
              { value: 'organizations', label: words.snapshot.organizations },
            ]}
            value={of}
            onChange={(value) => replace({ of: value })}
          />
          {of === 'people' ? <People id={id} /> : <Organizations id={id} />}
        </Screen>
      )}
    </QueryState>
  );
}

const useFormats = () => {
  const { cohorts, shell } = useWords();
  const reasons: Record<string, string> = cohorts.reason;
  return {
    excluded: (value: string) => (value === 'none' ? cohorts.snapshot.notExcluded : (reasons[value] ?? plain(value))),
    held: (value: string) => (value === 'true' ? shell.actions.yes : shell.actions.no),
  };
};

function People({ id }: { id: string }) {
  const { cohorts, terms } = useWords();
  const { snapshot: words } = cohorts;
  const roles: Record<string, string> = terms.role;
  const navigate = useNavigate();
  const formats = useFormats();
  return (
    <Listing
      key="people"
      name="snapshot-people"
      of="/api/v1/snapshots/{id}/contacts"
      names={{ id }}
      idOf="contactId"
      search={false}
      always={{ of: undefined }}
      facets={[
        { filter: 'excluded', label: words.excluded, format: formats.excluded },
        { filter: 'holdOut', label: words.heldOut, format: formats.held },
        { filter: 'role', label: words.role, format: (value) => roles[value] ?? plain(value) },
      ]}
      columns={[
        { key: 'ordinal', title: words.ordinal, right: true, width: 70, sorts: true, render: ({ ordinal }) => ordinal },
        { key: 'contact', title: words.person, render: ({ contact }) => contact },
        { key: 'organization', title: words.organization, render: ({ organization }) => organization },
        { key: 'role', title: words.role, wide: true, render: ({ role }) => roles[role] },
        { key: 'holdOut', title: words.heldOut, wide: true, render: (each) => each.holdOut && <Waits /> },
        {
          key: 'excluded',
          title: words.excluded,
          render: ({ excluded }) => excluded && <StateBadge state="excluded" label={formats.excluded(excluded)} />,
        },
      ]}
      onOpen={({ contactId }) => void navigate({ to: '/contacts', search: { open: contactId } })}
      empty={<EmptyState title={words.none}>{words.noneYet}</EmptyState>}
    />
  );
}

function Organizations({ id }: { id: string }) {
  const { snapshot: words } = useWords().cohorts;
  const navigate = useNavigate();
  const formats = useFormats();
  return (
    <Listing
      key="organizations"
      name="snapshot-organizations"
      of="/api/v1/snapshots/{id}/organizations"
      names={{ id }}
      idOf="organizationId"
      search={false}
      always={{ of: undefined }}
      facets={[
        { filter: 'excluded', label: words.excluded, format: formats.excluded },
        { filter: 'holdOut', label: words.heldOut, format: formats.held },
      ]}
      columns={[
        { key: 'organization', title: words.organization, render: ({ organization }) => organization },
        { key: 'stratum', title: words.stratum, wide: true, sorts: true, render: ({ stratum }) => stratum },
        { key: 'holdOut', title: words.heldOut, wide: true, render: (each) => each.holdOut && <Waits /> },
        {
          key: 'excluded',
          title: words.excluded,
          render: ({ excluded }) => excluded && <StateBadge state="excluded" label={formats.excluded(excluded)} />,
        },
      ]}
      onOpen={({ organizationId }) => void navigate({ to: '/organizations', search: { open: organizationId } })}
      empty={<EmptyState title={words.none}>{words.noneYet}</EmptyState>}
    />
  );
}

function Waits() {
  const { snapshot: words } = useWords().cohorts;
  return <StateBadge state="scheduled" label={words.waits} />;
}
