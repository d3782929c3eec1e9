import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, http, type Shape } from '../../../api/client';
import { useKeys } from '../../../shell/shortcuts';
import { useMe } from '../../../shell/session';
import { useNotify } from '../../../components/status/useNotify';
import { StateBadge } from '../../../components/status/StateBadge';
import { ScreenLink } from '../../../components/layout/ScreenLink';
import { KeyHint } from '../../../components/layout/KeyHint';
import { useFilters } from '../../../components/lists/useListing';
import { Listing } from '../../../components/lists/Listing';
import { SidePanel } from '../../../components/layout/SidePanel';
import { Screen } from '../../../components/layout/Screen';
import { QueryState } from '../../../components/status/QueryState';
import { EmptyState } from '../../../components/status/EmptyState';
import { RelativeTime } from '../../../components/status/RelativeTime';
import { useWords } from '../../../i18n';
import { NEED_COLOURS } from './MatchingCohort';
import { NEEDS } from './AssessmentFields';
import { CheckInTabs } from './CheckInTabs';

const STATES = ['suggested', 'unserved', 'approved', 'refused'];

export function CustomerNeeds() {
  const { checkIns: words } = useWords();
  const { filters, set } = useFilters();
  const states: Record<string, string> = words.needStates;
  const kinds: Record<string, string> = words.kinds;
  return (
    <Screen title={words.tabs.needs} actions={<CheckInTabs at="needs" />}>
      <Listing
        name="needs"
        of="/api/v1/needs"
        facets={[
          { filter: 'state', label: words.state, order: STATES, format: (each) => states[each] ?? each },
          { filter: 'kind', label: words.kind, order: NEEDS, format: (each) => kinds[each] ?? each },
        ]}
        columns={[
          { key: 'words', title: words.quote, render: (one) => one.words },
          { key: 'kind', title: words.kind, width: 110, wide: true, render: ({ kind }) => kinds[kind] },
          { key: 'organization', title: words.customer, width: 200, wide: true, render: (one) => one.organization },
          { key: 'cohort', title: words.cohort, width: 160, wide: true, render: ({ cohort }) => cohort ?? '' },
          {
            key: 'state',
            title: words.state,
            width: 130,
            render: ({ state }) => <StateBadge state={NEED_COLOURS[state]!} label={states[state]!} />,
          },
          {
            key: 'createdAt',
            title: words.when,
            width: 110,
            sorts: true,
            wide: true,
            render: ({ createdAt }) => <RelativeTime at={createdAt} />,
          },
        ]}
        onOpen={({ id }) => set({ open: id })}
        openId={filters.open}
        empty={<EmptyState title={words.noNeeds}>{words.noNeedsYet}</EmptyState>}
      />
      <NeedPanel id={filters.open} onClose={() => set({ open: undefined })} />
    </Screen>
  );
}

function NeedPanel({ id, onClose }: { id: string | undefined; onClose: () => void }) {
  const { checkIns: words } = useWords();
  const query = api.useQuery(
    'get',
    '/api/v1/needs/{id}',
    { params: { path: { id: id ?? '' } } },
    { enabled: id !== undefined },
  );
  return (
    <SidePanel title={query.data?.organization ?? words.tabs.needs} opened={id !== undefined} onClose={onClose}>
      <QueryState query={query}>{(need) => <NeedDetails key={need.id} need={need} onDone={onClose} />}</QueryState>
    </SidePanel>
  );
}

function NeedDetails({ need, onDone }: { need: Shape<'NeedView'>; onDone: () => void }) {
  const { checkIns: words } = useWords();
  const states: Record<string, string> = words.needStates;
  const kinds: Record<string, string> = words.kinds;
  return (
    <Stack gap="sm">
      <Group gap="xs">
        <StateBadge state={NEED_COLOURS[need.state]!} label={states[need.state]!} />
        <Text size="sm">{kinds[need.kind]}</Text>
      </Group>
      <Text style={{ whiteSpace: 'pre-wrap' }}>“{need.words}”</Text>
      <Group gap="md">
        <ScreenLink to="/organizations" search={{ open: need.organizationId }}>
          {need.organization}
        </ScreenLink>
        <ScreenLink to="/check-ins/$id" params={{ id: need.checkInId }}>
          {words.theCheckIn}
        </ScreenLink>
        {need.cohortId && (
          <ScreenLink to="/cohorts/$id" params={{ id: need.cohortId }}>
            {need.cohort}
          </ScreenLink>
        )}
      </Group>
      {need.state === 'unserved' && <Text size="sm">{words.unservedNote}</Text>}
      {need.reason && <Text size="sm">{need.reason}</Text>}
      <Decision need={need} onDone={onDone} />
    </Stack>
  );
}

function Decision({ need, onDone }: { need: Shape<'NeedView'>; onDone: () => void }) {
  const { checkIns: words } = useWords();
  const me = useMe();
  const notify = useNotify();
  const queries = useQueryClient();
  const [reason, setReason] = useState('');
  const may = need.state === 'suggested' && me.has('sales_ops', 'admin');
  const decide = async (approve: boolean) => {
    try {
      await http.POST('/api/v1/needs/{id}/decision', {
        params: { path: { id: need.id } },
        body: { approve, ...(reason.trim() ? { reason: reason.trim() } : {}) },
      });
      notify.success(approve ? words.approvedDone(need.organization, need.cohort ?? '') : words.refusedDone);
      await queries.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[1]).includes('/needs') });
      onDone();
    } catch (error) {
      notify.error(error);
    }
  };
  useKeys(
    may
      ? {
          a: { label: words.approve, run: () => void decide(true) },
          r: { label: words.refuse, run: () => void decide(false) },
        }
      : {},
    { insideDialog: true },
  );
  if (!may) return null;
  return (
    <>
      <Text size="sm">{words.approveNote(need.organization, need.cohort ?? '')}</Text>
      <Textarea
        label={words.reason}
        description={words.reasonNote}
        autosize
        minRows={2}
        maxLength={500}
        value={reason}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
      />
      <Group gap="xs">
        <Button onClick={() => void decide(true)} rightSection={<KeyHint keys="a" />}>
          {words.approve}
        </Button>
        <Button variant="default" onClick={() => void decide(false)} rightSection={<KeyHint keys="r" />}>
          {words.refuse}
        </Button>
      </Group>
    </>
  );
}
