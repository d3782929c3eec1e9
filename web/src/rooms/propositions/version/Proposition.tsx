import { Alert, Box, Button, Grid, Group, Stack, Tabs, Text } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { api, type Shape } from '../../../api/client';
import { useMe } from '../../../shell/session';
import { StateBadge } from '../../../components/status/StateBadge';
import { useFilters } from '../../../components/lists/useListing';
import { UserName } from '../../../components/users/UserName';
import { Screen } from '../../../components/layout/Screen';
import { Section } from '../../../components/layout/Section';
import { QueryState } from '../../../components/status/QueryState';
import { DateText } from '../../../components/status/DateText';
import { useDepartmentName } from '../../../components/users/useDepartmentName';
import { useWords } from '../../../i18n';
import { VersionActions } from './VersionActions';
import { CoEditors } from '../editor/CoEditors';
import { Authors } from '../editor/Authors';
import { Checklist } from '../editor/Checklist';
import { Compare } from './Compare';
import { EDITABLE, type Version } from './content';
import { VersionEditor, SaveState } from '../editor/VersionEditor';
import { VersionHistory } from './VersionHistory';
import { Mobilisation } from '../mobilisation/Mobilisation';
import { Citations } from '../editor/Citations';
import { useVersionDraft } from '../editor/useVersionDraft';
import { Discussion } from './Discussion';

export function Proposition() {
  const { id } = useParams({ from: '/propositions/$id' });
  const { filters, set } = useFilters();
  const proposition = api.useQuery('get', '/api/v1/propositions/{id}', { params: { path: { id } } });
  const versionId = filters.version ?? proposition.data?.versions[0]?.id;
  const version = api.useQuery(
    'get',
    '/api/v1/versions/{id}',
    { params: { path: { id: versionId ?? '' } } },
    { enabled: Boolean(versionId) },
  );
  return (
    <QueryState query={proposition} lines={12}>
      {(found) => (
        <QueryState query={version} lines={12}>
          {(data) => (
            <Status
              key={data.id}
              proposition={found}
              version={data}
              onVersion={(next) => set({ version: next, compare: undefined })}
            />
          )}
        </QueryState>
      )}
    </QueryState>
  );
}

function Status({
  proposition,
  version,
  onVersion,
}: {
  proposition: Shape<'PropositionView'>;
  version: Version;
  onVersion: (id: string) => void;
}) {
  const words = useWords().propositions;
  const me = useMe();
  const { filters, set } = useFilters();
  const drafting = useVersionDraft(version);
  const isAuthor = version.authors.some(({ userId }) => userId === me.id);
  const isOpen = EDITABLE.includes(version.state);
  const canWrite = isAuthor && isOpen;
  const isBeyond = ['approved', 'mobilising', 'live'].includes(version.state);
  const tab = filters.tab ?? (isBeyond && version.state !== 'live' ? 'mobilisation' : 'text');
  return (
    <Screen
      title={proposition.title}
      note={
        <Group gap="xs">
          <StateBadge state={version.state} />
          {canWrite && <SaveState drafting={drafting} />}
          {canWrite && <CoEditors versionId={version.id} />}
        </Group>
      }
      actions={
        <VersionActions
          version={version}
          proposition={proposition}
          isAuthor={isAuthor}
          flush={drafting.flush}
          onVersion={onVersion}
        />
      }
    >
      <Strip proposition={proposition} at={version.id} onVersion={onVersion} />
      <Tabs value={tab} onChange={(next) => set({ tab: next ?? undefined })} keepMounted={false}>
        <Tabs.List mb="sm">
          {(['text', 'discussion', 'mobilisation', 'compare', 'history'] as const).map((each) => (
            <Tabs.Tab key={each} value={each}>
              {words.tabs[each]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="text">
          <Grid gap="sm">
            <Grid.Col span={{ base: 12, md: 8 }}>
              {!canWrite && <ReadOnly version={version} isAuthor={isAuthor} isOpen={isOpen} />}
              <VersionEditor version={version} drafting={drafting} disabled={!canWrite} />
            </Grid.Col>
            <Grid.Col span={{ base: 12, md: 4 }}>
              <Stack gap="sm" pos="sticky" top={56}>
                {isOpen && <Checklist version={version} />}
                {version.approvals.length > 0 && <Departments version={version} />}
                <Authors version={version} mayInvite={isOpen && (isAuthor || me.has('executive'))} />
                <Citations version={version} canWrite={canWrite} />
              </Stack>
            </Grid.Col>
          </Grid>
        </Tabs.Panel>
        <Tabs.Panel value="discussion">
          <Discussion version={version} mayResolve={isAuthor || me.has('executive')} />
        </Tabs.Panel>
        <Tabs.Panel value="mobilisation">
          <Mobilisation version={version} mayCommit={isAuthor || me.has('executive')} />
        </Tabs.Panel>
        <Tabs.Panel value="compare">
          <Compare
            proposition={proposition}
            version={version}
            other={filters.compare}
            onOther={(compare) => set({ compare })}
          />
        </Tabs.Panel>
        <Tabs.Panel value="history">
          <VersionHistory version={version} />
        </Tabs.Panel>
      </Tabs>
    </Screen>
  );
}

function ReadOnly({ version, isAuthor, isOpen }: { version: Version; isAuthor: boolean; isOpen: boolean }) {
  const { readOnly, ended } = useWords().propositions;
  const label = isOpen
    ? readOnly.notAuthor
    : version.state === 'in_review' && isAuthor
      ? readOnly.in_review
      : readOnly.done;
  return (
    <Alert color="gray" p="xs" mb="sm">
      {label}
      {version.endedReason && (
        <Text size="sm">
          {ended}: {version.endedReason}
        </Text>
      )}
    </Alert>
  );
}

function Strip({
  proposition,
  at,
  onVersion,
}: {
  proposition: Shape<'PropositionView'>;
  at: string;
  onVersion: (id: string) => void;
}) {
  const words = useWords().propositions;
  return (
    <Group gap={4} mb="xs" role="group" aria-label={words.versions}>
      {proposition.versions.map(({ id, number, state }) => (
        <Button
          key={id}
          variant={id === at ? 'light' : 'subtle'}
          color={id === at ? undefined : 'gray'}
          aria-pressed={id === at}
          onClick={() => onVersion(id)}
          rightSection={<StateBadge state={state} />}
        >
          {words.versionNumber(number)}
        </Button>
      ))}
    </Group>
  );
}

function Departments({ version }: { version: Version }) {
  const words = useWords().propositions;
  const department = useDepartmentName();
  const round = Math.max(...version.approvals.map((each) => each.round));
  return (
    <Section title={`${words.approvals}, ${words.round(round)}`}>
      <Stack gap={6}>
        {version.approvals
          .filter((each) => each.round === round)
          .map((each) => (
            <Box key={each.id}>
              <Group gap={6} justify="space-between">
                <Text size="sm">{department(each.department)}</Text>
                <StateBadge state={each.state} />
              </Group>
              <Text size="xs" c="dimmed">
                {each.state === 'pending' ? (
                  <>
                    {words.due} <DateText at={each.dueAt} />{' '}
                    {each.overdue && <StateBadge state="failed" label={words.overdue} />}
                  </>
                ) : (
                  <>
                    <UserName id={each.decidedBy} />
                    {each.onBehalfOf && (
                      <>
                        {' '}
                        {words.onBehalfOf} <UserName id={each.onBehalfOf} />
                      </>
                    )}
                    {each.note && ` · ${each.note}`}
                  </>
                )}
              </Text>
            </Box>
          ))}
      </Stack>
    </Section>
  );
}
