import { Group, Tabs, Text } from '@mantine/core';
import { Outlet, useLocation, useNavigate } from '@tanstack/react-router';
import { api } from '../../../api/client';
import { StateBadge } from '../../../components/status/StateBadge';
import { Screen } from '../../../components/layout/Screen';
import { QueryState } from '../../../components/status/QueryState';
import { ScreenLink } from '../../../components/layout/ScreenLink';
import { useWords } from '../../../i18n';
import { CampaignActions } from './CampaignActions';
import { byId, useCampaign, useCampaignId } from './useCampaign';

const TABS = {
  overview: '/campaigns/$id',
  organizations: '/campaigns/$id/organizations',
  decisionMakers: '/campaigns/$id/decision-makers',
  messages: '/campaigns/$id/messages',
  verdict: '/campaigns/$id/verdict',
} as const;
type Tab = keyof typeof TABS;
const NAMES = Object.keys(TABS) as Tab[];

export function Campaign() {
  const { campaigns: words } = useWords();
  const id = useCampaignId();
  const query = useCampaign(id);
  const { pathname } = useLocation();
  const navigate = useNavigate();
  const at = NAMES.find((tab) => pathname.replace(/\/$/, '') === TABS[tab].replace('$id', id)) ?? 'overview';
  return (
    <QueryState query={query}>
      {(campaign) => (
        <Screen
          title={campaign.name}
          note={<StateBadge state={campaign.state} />}
          actions={<CampaignActions campaign={campaign} />}
        >
          <CampaignParts versionId={campaign.versionId} snapshotId={campaign.snapshotId} playId={campaign.playId} />
          <Tabs value={at} onChange={(tab) => void navigate({ to: TABS[tab as Tab], params: { id } })} mb="sm">
            <Tabs.List>
              {NAMES.map((tab) => (
                <Tabs.Tab key={tab} value={tab}>
                  {words.tabs[tab]}
                </Tabs.Tab>
              ))}
            </Tabs.List>
            <Tabs.Panel value={at} pt="sm">
              <Outlet />
            </Tabs.Panel>
          </Tabs>
        </Screen>
      )}
    </QueryState>
  );
}

function CampaignParts({ versionId, snapshotId, playId }: { versionId: string; snapshotId: string; playId: string }) {
  const { campaigns: words } = useWords();
  const { data: version } = api.useQuery('get', '/api/v1/versions/{id}', byId(versionId));
  const { data: snapshot } = api.useQuery('get', '/api/v1/snapshots/{id}', byId(snapshotId));
  const { data: play } = api.useQuery('get', '/api/v1/plays/{id}', byId(playId));
  return (
    <Group gap="md" mb="xs" wrap="wrap">
      {version && (
        <Text size="sm">
          <Text span c="dimmed" size="sm">
            {words.of.version}{' '}
          </Text>
          <ScreenLink to="/propositions/$id" params={{ id: version.propositionId }} size="sm">
            {version.title} {version.number}
          </ScreenLink>
        </Text>
      )}
      {snapshot && (
        <Text size="sm" maw={640} truncate title={snapshot.sentence}>
          <Text span c="dimmed" size="sm">
            {words.of.cohort}{' '}
          </Text>
          <ScreenLink to="/snapshots/$id" params={{ id: snapshotId }} size="sm">
            {snapshot.sentence}
          </ScreenLink>
        </Text>
      )}
      {play && (
        <Text size="sm">
          <Text span c="dimmed" size="sm">
            {words.of.play}{' '}
          </Text>
          <ScreenLink to="/plays/$id" params={{ id: playId }} size="sm">
            {play.name}
          </ScreenLink>
        </Text>
      )}
    </Group>
  );
}
