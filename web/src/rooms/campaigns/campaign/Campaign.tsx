import { Anchor, Group, Tabs, Text } from '@mantine/core';
import { Link, Outlet, useLocation, useNavigate } from '@tanstack/react-router';
import { api } from '../../../api/client';
import { StateBadge } from '../../../components/status/StateBadge';
import { Screen } from '../../../components/layout/Screen';
import { QueryState } from '../../../components/status/QueryState';
import { useWords } from '../../../i18n';
import { CampaignActions } from './CampaignActions';
import { byId, useCampaign, useCampaignId } from './useCampaign';

const TABS = {
  overview: '',
  organizations: '/organizations',
  decisionMakers: '/decision-makers',
  messages: '/messages',
  verdict: '/verdict',
} as const;

export function Campaign() {
  const { campaigns: words } = useWords();
  const id = useCampaignId();
  const query = useCampaign(id);
  const { pathname } = useLocation();
  const navigate = useNavigate();
  const base = `/campaigns/${id}`;
  const at = Object.entries(TABS).find(([, path]) => pathname.replace(/\/$/, '') === base + path)?.[0] ?? 'overview';
  return (
    <QueryState query={query}>
      {(campaign) => (
        <Screen
          title={campaign.name}
          note={<StateBadge state={campaign.state} />}
          actions={<CampaignActions campaign={campaign} />}
        >
          <CampaignParts versionId={campaign.versionId} snapshotId={campaign.snapshotId} playId={campaign.playId} />
          <Tabs value={at} onChange={(tab) => void navigate({ to: base + TABS[tab as keyof typeof TABS] })} mb="sm">
            <Tabs.List>
              {Object.keys(TABS).map((tab) => (
                <Tabs.Tab key={tab} value={tab}>
                  {words.tabs[tab as keyof typeof TABS]}
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
          <Anchor component={Link} to={`/propositions/${version.propositionId}`} size="sm">
            {version.title} {version.number}
          </Anchor>
        </Text>
      )}
      {snapshot && (
        <Text size="sm" maw={640} truncate title={snapshot.sentence}>
          <Text span c="dimmed" size="sm">
            {words.of.cohort}{' '}
          </Text>
          <Anchor component={Link} to={`/snapshots/${snapshotId}`} size="sm">
            {snapshot.sentence}
          </Anchor>
        </Text>
      )}
      {play && (
        <Text size="sm">
          <Text span c="dimmed" size="sm">
            {words.of.play}{' '}
          </Text>
          <Anchor component={Link} to={`/plays/${playId}`} size="sm">
            {play.name}
          </Anchor>
        </Text>
      )}
    </Group>
  );
}
