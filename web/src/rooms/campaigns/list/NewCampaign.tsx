import { Button, Group, Select, Stack, Stepper, Text, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api, http } from '../../../api/client';
import { useKeys } from '../../../shell/shortcuts';
import { useNotify } from '../../../components/status/useNotify';
import { ScreenLink } from '../../../components/layout/ScreenLink';
import { KeyHint } from '../../../components/layout/KeyHint';
import { useFilters } from '../../../components/lists/useListing';
import { Section } from '../../../components/layout/Section';
import { Screen } from '../../../components/layout/Screen';
import { useWords } from '../../../i18n';
import { stepsOf } from '../plays/steps';
import { Snapshots } from './Snapshots';
import { StepSummary } from '../plays/StepSummary';

const MANY = { params: { query: { limit: 200 } } };
const IN_USE = { params: { query: { limit: 200, state: 'current,review_due' } } };

/** The draft is saved from this step on. */
export function NewCampaign() {
  const {
    launch,
    plays: { new: newPlay },
  } = useWords();
  const { what: words } = launch;
  const navigate = useNavigate();
  const notify = useNotify();
  const { filters, set } = useFilters();
  const { versionId, snapshotId, playId } = filters;
  const [name, setName] = useState('');
  const [busy, setBusy] = useState(false);
  const propositions = api.useQuery('get', '/api/v1/propositions', MANY).data?.items ?? [];
  const live = propositions.filter((each) => each.liveVersionId);
  const plays = api.useQuery('get', '/api/v1/plays', IN_USE).data?.items ?? [];
  const play = plays.find(({ id }) => id === playId) ?? (plays.length === 1 ? plays[0] : undefined);
  const chosen = versionId ?? (live.length === 1 ? live[0]!.liveVersionId! : undefined);
  const ready = Boolean(chosen && snapshotId && play && name.trim()) && !busy;
  async function create() {
    if (!ready) return;
    setBusy(true);
    try {
      const body = { name: name.trim(), versionId: chosen!, snapshotId: snapshotId!, playId: play!.id };
      const { data } = await http.POST('/api/v1/campaigns', { body });
      await navigate({ to: '/campaigns/$id/launch', params: { id: data!.id }, search: { step: '1' } });
    } catch (error) {
      notify.error(error);
      setBusy(false);
    }
  }
  useKeys({ '$mod+Enter': { label: words.create, run: () => void create(), whileTyping: true } });
  return (
    <Screen title={launch.title}>
      <Stepper active={0} size="xs" mb="md" maw={760}>
        {Object.values(launch.steps).map((step) => (
          <Stepper.Step key={step} label={step} />
        ))}
      </Stepper>
      <Stack gap="sm" maw={760}>
        <Section title={words.proposition}>
          {propositions.length > 0 && live.length === 0 && <Text size="sm">{words.noneLive}</Text>}
          <Select
            aria-label={words.proposition}
            description={words.propositionHint}
            data={live.map(({ title, liveVersionId }) => ({ value: liveVersionId!, label: title }))}
            value={chosen ?? null}
            onChange={(value) => set({ versionId: value ?? undefined, snapshotId: undefined })}
            searchable
          />
        </Section>
        {chosen && (
          <Snapshots
            versionId={chosen}
            value={snapshotId}
            onChange={(id) => set({ versionId: chosen, snapshotId: id })}
          />
        )}
        <Section title={words.play}>
          {plays.length === 0 && (
            <Text size="sm">
              {words.noPlay} <ScreenLink to="/plays/new">{newPlay}</ScreenLink>
            </Text>
          )}
          <Select
            aria-label={words.play}
            data={plays.map((each) => ({ value: each.id, label: each.name }))}
            value={play?.id ?? null}
            onChange={(id) => set({ playId: id ?? undefined })}
            searchable
            mb="xs"
          />
          {play && <StepSummary steps={stepsOf(play)} playId={play.id} />}
        </Section>
        <TextInput
          label={words.name}
          placeholder={words.nameHint}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          required
          maxLength={300}
        />
        <Group justify="space-between">
          <ScreenLink to="/campaigns" size="sm">
            {launch.back}
          </ScreenLink>
          <Button disabled={!ready} onClick={() => void create()} rightSection={<KeyHint keys="$mod+Enter" />}>
            {words.create}
          </Button>
        </Group>
      </Stack>
    </Screen>
  );
}
