import { SimpleGrid, Stack, Text } from '@mantine/core';
import { linkOptions } from '@tanstack/react-router';
import { api, type Shape } from '../../api/client';
import { WorkloadAlert } from '../../components/status/WorkloadAlert';
import { useOutbox } from '../../api/outbox';
import { Screen } from '../../components/layout/Screen';
import { useWords } from '../../i18n';
import { RunningCampaigns } from './RunningCampaigns';
import { StartWork } from './StartWork';
import { TodoItem } from './TodoItem';
import { useNow } from '../clock';
import { useMe } from '../session';

const WEEK = 7 * 86_400_000;

export function Home() {
  const { shell, home } = useWords();
  const me = useMe();
  // useOutbox also sends records that were saved at the end of the last visit
  const unsent = useOutbox(me.id).filter(({ tries, refused }) => tries > 0 || refused !== undefined);
  const lately = new Date(useNow() - WEEK).toISOString().slice(0, 10);
  const works = me.has('rep', 'manager');
  const cares = me.has('sales_ops', 'manager', 'admin');
  return (
    <Screen title={shell.nav.home}>
      <Stack gap="md">
        {unsent.length > 0 && <Text size="sm">{home.unsent(unsent.length)}</Text>}
        {me.has('manager', 'sales_ops') && <WorkloadAlert />}
        {me.has('rep') && <StartWork />}
        <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md">
          <Stack gap={4} component="section" aria-label={home.todo}>
            <TodoItem.Title>{home.todo}</TodoItem.Title>
            {me.has('executive', 'sales_ops', 'manager', 'admin') && <Approvals />}
            <Commitments />
            {works && (
              <TodoItem
                of="/api/v1/tasks"
                filters={{ kind: 'reply', state: 'open' }}
                to="/tasks"
                label={home.replies}
              />
            )}
            {(works || cares) && (
              <TodoItem
                of="/api/v1/tasks"
                filters={{ kind: 'fix_contact,find_contact', state: 'open' }}
                to="/tasks"
                label={home.invalidContacts}
              />
            )}
            {(works || cares) && (
              <TodoItem
                of="/api/v1/tasks"
                filters={{ kind: 'colleague_replied', state: 'open' }}
                to="/tasks"
                label={home.decisions}
              />
            )}
            {me.has('rep') && (
              <TodoItem of="/api/v1/check-ins/due" filters={{ ownerId: me.id }} to="/check-ins" label={home.checkIns} />
            )}
            {works && (
              <TodoItem
                of="/api/v1/check-ins"
                filters={{ state: 'open', doneBy: me.id }}
                to="/check-ins/all"
                label={home.openCheckIns}
              />
            )}
            {me.has('sales_ops') && (
              <TodoItem
                of="/api/v1/needs"
                filters={{ state: 'suggested' }}
                to="/check-ins/needs"
                label={home.suggestions}
              />
            )}
            {me.has('executive') && (
              <TodoItem
                of="/api/v1/needs"
                filters={{ state: 'unserved' }}
                to="/check-ins/needs"
                label={home.unserved}
              />
            )}
            <TodoItem
              of="/api/v1/expert-questions"
              filters={{ state: 'open,overdue' }}
              to="/mail/questions"
              label={home.questions}
            />
            {cares && (
              <TodoItem
                of="/api/v1/inbound-mails"
                filters={{ state: 'unmatched' }}
                to="/mail"
                label={home.unmatched}
                urgent
              />
            )}
            {cares && (
              <TodoItem
                of="/api/v1/campaigns"
                filters={{ state: 'paused,in_review' }}
                to="/campaigns"
                label={home.stalled}
                urgent
              />
            )}
            {cares && (
              <TodoItem
                of="/api/v1/messages"
                filters={{ state: 'unknown' }}
                to="/campaigns/messages"
                label={home.unknown}
                urgent
              />
            )}
            {cares && (
              <TodoItem
                of="/api/v1/enrolments"
                filters={{ state: 'failed', 'endedAt.from': lately }}
                to="/campaigns/failed"
                label={home.failed}
                urgent
              />
            )}
            <TodoItem.Nothing>{home.allDone}</TodoItem.Nothing>
          </Stack>
          <RunningCampaigns />
        </SimpleGrid>
      </Stack>
    </Screen>
  );
}

function Approvals() {
  const { home } = useWords();
  const query = { mine: 'true', sort: 'dueAt', limit: 5, count: '' } as const;
  const { data } = api.useQuery('get', '/api/v1/approvals', { params: { query: query } });
  if (!data || data.items.length === 0) return null;
  return (
    <>
      <TodoItem.Row
        n={data.counts?.total ?? data.items.length}
        link={linkOptions({ to: '/approvals' })}
        label={home.approvals}
      />
      {data.items.map(({ id, title, versionNumber, department, dueAt, overdue }) => (
        <TodoItem.Item
          key={id}
          link={linkOptions({ to: '/approvals', search: { open: id } })}
          label={`${title} ${home.version(versionNumber)} · ${department}`}
          due={String(dueAt)}
          late={overdue}
        />
      ))}
    </>
  );
}

function Commitments() {
  const { home } = useWords();
  const me = useMe();
  const query = { ownerId: me.id, state: 'open', limit: 5, count: '' } as const;
  const { data } = api.useQuery('get', '/api/v1/mobilisation-items', { params: { query: query } });
  if (!data || data.items.length === 0) return null;
  return (
    <>
      <TodoItem.Row
        n={data.counts?.total ?? data.items.length}
        link={linkOptions({ to: '/propositions' })}
        label={home.mobilisationItems}
      />
      {data.items.map((item) => (
        <Commitment key={item.id} item={item} />
      ))}
    </>
  );
}

function Commitment({ item: { text, dueOn, versionId } }: { item: Shape<'MobilisationItemView'> }) {
  const { data } = api.useQuery('get', '/api/v1/versions/{id}', { params: { path: { id: versionId } } });
  if (!data) return null;
  const link = linkOptions({
    to: '/propositions/$id',
    params: { id: data.propositionId },
    search: { version: versionId, tab: 'mobilisation' },
  });
  return <TodoItem.Item link={link} label={text} due={dueOn} />;
}
