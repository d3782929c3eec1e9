import { NativeSelect, SimpleGrid, Stack, Text } from '@mantine/core';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { api } from '../../../api/client';
import { Screen } from '../../../components/layout/Screen';
import { Section } from '../../../components/layout/Section';
import { QueryState } from '../../../components/status/QueryState';
import { DateText } from '../../../components/status/DateText';
import { ScreenButton, ScreenLink } from '../../../components/layout/ScreenLink';
import { useWords } from '../../../i18n';
import { BackPlan } from './BackPlan';
import type { BuyerMapData } from './map';
import { StakeholderChart } from './StakeholderChart';
import { StakeholderCard } from './StakeholderCard';

export function BuyerMap() {
  const { buying } = useWords();
  const { id } = useParams({ from: '/organizations/$id/map' });
  const { propositionId } = useSearch({ strict: false });
  const query = api.useQuery('get', '/api/v1/organizations/{id}/buyer-map', {
    params: { path: { id }, query: propositionId ? { propositionId } : {} },
  });
  const map = query.data;
  return (
    <Screen
      title={map ? buying.of(map.organization) : buying.map}
      note={map?.label && <Text size="xs">{map.label}</Text>}
      actions={map && <Actions map={map} />}
    >
      <QueryState query={query}>{(answer) => <MapDetails map={answer} />}</QueryState>
    </Screen>
  );
}

function Actions({ map }: { map: BuyerMapData }) {
  const { buying } = useWords();
  const go = useNavigate();
  const { proposition, propositions, organizationId } = map;
  if (!proposition) return null;
  return (
    <>
      {propositions.length > 1 && (
        <NativeSelect
          aria-label={buying.proposition}
          data={propositions.map(({ id, title }) => ({ value: id, label: title }))}
          value={proposition.id}
          onChange={({ currentTarget }) => void go({ to: '.', search: { propositionId: currentTarget.value } })}
        />
      )}
      {map.mine && proposition.campaignId && (
        <ScreenButton
          to="/work/group/$id"
          params={{ id: organizationId }}
          search={{ campaignId: proposition.campaignId, propositionId: proposition.id }}
        >
          {buying.record}
        </ScreenButton>
      )}
    </>
  );
}

function MapDetails({ map }: { map: BuyerMapData }) {
  const { buying } = useWords();
  return (
    <Stack gap="sm">
      {map.proposition ? (
        <Text size="sm" c="dimmed">
          {buying.proposition}: {map.proposition.title}
        </Text>
      ) : (
        <Section title={buying.notOffered}>
          <Text size="sm">{buying.notOfferedYet}</Text>
        </Section>
      )}
      <StakeholderChart map={map} />
      {map.proposition && <BackPlan key={map.proposition.id} map={map} propositionId={map.proposition.id} />}
      {!map.personalShown && (
        <Text size="xs" c="dimmed">
          {buying.hidden}
        </Text>
      )}
      <SimpleGrid cols={{ base: 1, sm: 2, xl: 3 }} spacing="sm">
        {map.people.map((person) => (
          <StakeholderCard key={person.contactId} map={map} person={person} />
        ))}
      </SimpleGrid>
      <Section title={buying.sessions}>
        {map.sessions.length === 0 && <Text size="sm">{buying.noSessions}</Text>}
        {map.sessions.map(({ id, heldAt, people, absent }) => (
          <Text key={id} size="sm">
            <DateText at={heldAt} /> ·{' '}
            <ScreenLink to="/feedback/conversations" search={{ sessionId: id }} size="sm">
              {buying.session(people, absent)}
            </ScreenLink>
          </Text>
        ))}
        {map.proposition?.campaignId && (
          <ScreenLink to="/tasks" search={{ organizationId: map.organizationId, kind: 'group_session' }} size="sm">
            {buying.group}
          </ScreenLink>
        )}
      </Section>
    </Stack>
  );
}
