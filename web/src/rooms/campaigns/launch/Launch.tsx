import { Button, Group, Stepper } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { http, type Shape } from '../../../api/client';
import { Problem } from '../../../api/problem';
import { useKeys } from '../../../shell/shortcuts';
import { useNotify } from '../../../components/status/useNotify';
import { changedFields } from '../../../components/forms/changedFields';
import { KeyHint } from '../../../components/layout/KeyHint';
import { useFilters } from '../../../components/lists/useListing';
import { Screen } from '../../../components/layout/Screen';
import { EditConflict } from '../../../components/forms/EditConflict';
import { QueryState } from '../../../components/status/QueryState';
import { useWords } from '../../../i18n';
import { campaignDraft, type CampaignDraft } from './draft';
import { PlayOutdatedNotice } from './PlayOutdatedNotice';
import { LaunchMails } from './LaunchMails';
import { LaunchPace } from './LaunchPace';
import { LaunchReview } from './LaunchReview';
import { byId, useCampaign, useCampaignId, useWaves } from '../campaign/useCampaign';

/** Each step is saved when the user leaves it. */
export function Launch() {
  const id = useCampaignId();
  const campaign = useCampaign(id);
  const waves = useWaves(id);
  return (
    <QueryState query={campaign}>
      {(found) => (
        <QueryState query={waves}>
          {({ items }) => <Steps key={id} campaign={found} waves={items.map(({ size, gated }) => ({ size, gated }))} />}
        </QueryState>
      )}
    </QueryState>
  );
}

function Steps({ campaign, waves }: { campaign: Shape<'CampaignView'>; waves: CampaignDraft['waves'] }) {
  const { launch: words } = useWords();
  const navigate = useNavigate();
  const notify = useNotify();
  const { filters, set } = useFilters();
  const at = Math.min(3, Math.max(1, Number(filters.step) || 1));
  const [draft, setDraft] = useState<CampaignDraft>(() => ({ ...campaignDraft(campaign), waves }));
  const [kept, setKept] = useState(draft);
  const [read, setRead] = useState(campaign.revision);
  const [stale, setStale] = useState<Shape<'CampaignView'> | null>(null);
  const change = (more: Partial<CampaignDraft>) => setDraft((before) => ({ ...before, ...more }));
  async function save(revision: number, then: number) {
    try {
      const { replyTo, ...rest } = changedFields(draft, kept);
      const { data } = await http.PATCH('/api/v1/campaigns/{id}', {
        ...byId(campaign.id),
        headers: { 'if-match': `"${revision}"` },
        body: { ...rest, ...(replyTo ? { replyTo } : {}) },
      });
      setRead(data!.revision);
      setKept({ ...campaignDraft(data!), waves: draft.waves });
      setDraft({ ...campaignDraft(data!), waves: draft.waves });
      setStale(null);
      set({ step: String(then) });
    } catch (error) {
      if (error instanceof Problem && error.code === 'stale_edit') {
        const { data } = await http.GET('/api/v1/campaigns/{id}', byId(campaign.id));
        setStale(data!);
      } else notify.error(error);
    }
  }
  const next = () => void save(read, at + 1);
  useKeys({ '$mod+Enter': at < 3 && { label: words.next, run: next, whileTyping: true } });
  return (
    <Screen title={words.named(campaign.name)}>
      <Stepper
        active={at}
        size="xs"
        mb="md"
        maw={760}
        onStepClick={(step) =>
          step === 0 ? void navigate({ to: '/campaigns/$id', params: { id: campaign.id } }) : void save(read, step)
        }
      >
        {Object.values(words.steps).map((step) => (
          <Stepper.Step key={step} label={step} />
        ))}
      </Stepper>
      {stale && (
        <EditConflict
          theirs={campaignDraft(stale)}
          yours={{ ...campaignDraft(stale), ...changedFields(draft, kept) }}
          onKeepMine={() => void save(stale.revision, at + 1)}
          onUseTheirs={() => {
            change(campaignDraft(stale));
            setRead(stale.revision);
            setStale(null);
          }}
        />
      )}
      <PlayOutdatedNotice campaign={campaign} revision={read} onTaken={setRead} />
      {at === 1 && <LaunchPace campaign={campaign} draft={draft} change={change} />}
      {at === 2 && <LaunchMails campaign={campaign} draft={draft} change={change} />}
      {at === 3 && <LaunchReview campaign={campaign} />}
      <Group mt="md" maw={760} justify="space-between">
        <Button variant="default" onClick={() => set({ step: String(at - 1) })} disabled={at === 1}>
          {words.back}
        </Button>
        {at < 3 && (
          <Button onClick={next} rightSection={<KeyHint keys="$mod+Enter" />}>
            {words.next}
          </Button>
        )}
      </Group>
    </Screen>
  );
}
