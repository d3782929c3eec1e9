import {
  ActionIcon,
  Button,
  Checkbox,
  Chip,
  Group,
  NumberInput,
  Radio,
  SimpleGrid,
  Skeleton,
  Stack,
  Text,
  TextInput,
} from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { lazy, Suspense } from 'react';
import { api, type Shape } from '../../../api/client';
import { useNumbers } from '../../../i18n/useNumbers';
import { Section } from '../../../components/layout/Section';
import { useWords } from '../../../i18n';
import type { CampaignDraft } from './draft';
import { LaunchTarget } from './LaunchTarget';
import { byId } from '../campaign/useCampaign';

const PowerCurve = lazy(() => import('./PowerCurve'));

interface Asked {
  campaign: Shape<'CampaignView'>;
  draft: CampaignDraft;
  change: (more: Partial<CampaignDraft>) => void;
}

export function LaunchPace({ campaign, draft, change }: Asked) {
  const { pace: words } = useWords().launch;
  const { n } = useNumbers();
  const { data: snapshot } = api.useQuery('get', '/api/v1/snapshots/{id}', byId(campaign.snapshotId));
  const held = snapshot?.heldOut ?? 0;
  const number = (
    name: 'activePerOrganization' | 'hoursBetweenTouches' | 'holdOutDays',
    label: string,
    min: number,
    max: number,
  ) => (
    <NumberInput
      label={label}
      min={min}
      max={max}
      value={draft[name]}
      onChange={(value) => typeof value === 'number' && change({ [name]: value })}
    />
  );
  return (
    <Stack gap="sm" maw={760}>
      <Waves draft={draft} change={change} />
      <Section title={words.held}>
        <Text size="sm" mb="xs">
          {held > 0 ? words.holdOutNote(n(held)) : words.noHoldOut}
        </Text>
        {held > 0 && (
          <>
            {number('holdOutDays', words.holdOut, 1, 365)}
            <Suspense fallback={<Skeleton h={180} mt="sm" />}>
              <PowerCurve id={campaign.id} />
            </Suspense>
          </>
        )}
      </Section>
      <LaunchTarget draft={draft} change={change} held={held > 0} />
      <Section title={words.title}>
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
          {number('activePerOrganization', words.active, 1, 50)}
          {number('hoursBetweenTouches', words.hours, 0, 720)}
          <TextInput
            type="time"
            label={words.starts}
            description={words.zone}
            value={draft.dayStarts}
            onChange={(event) => change({ dayStarts: event.currentTarget.value })}
          />
          <TextInput
            type="time"
            label={words.ends}
            description={words.zone}
            value={draft.dayEnds}
            onChange={(event) => change({ dayEnds: event.currentTarget.value })}
          />
        </SimpleGrid>
        <Text size="sm" fw={500} mt="sm" mb={4}>
          {words.workingDays}
        </Text>
        <Chip.Group
          multiple
          value={(draft.workingDays ?? []).map(String)}
          onChange={(days) => change({ workingDays: days.map(Number).toSorted() })}
        >
          <Group gap={4} role="group" aria-label={words.workingDays}>
            {Object.entries(words.days).map(([day, name]) => (
              <Chip key={day} value={day} size="xs">
                {name}
              </Chip>
            ))}
          </Group>
        </Chip.Group>
        <Radio.Group
          mt="sm"
          label={words.unknown}
          value={draft.onUnknown}
          onChange={(onUnknown) => change({ onUnknown: onUnknown as CampaignDraft['onUnknown'] })}
        >
          <Group mt={4}>
            <Radio value="continue" label={words.unknownContinue} />
            <Radio value="hold" label={words.unknownHold} />
          </Group>
        </Radio.Group>
      </Section>
    </Stack>
  );
}

function Waves({ draft: { waves }, change }: Pick<Asked, 'draft' | 'change'>) {
  const { pace: words } = useWords().launch;
  const { wave } = useWords().campaigns;
  const shown = waves.length === 0 ? [{ size: null, gated: false }] : waves;
  const set = (at: number, more: Partial<CampaignDraft['waves'][number]>) =>
    change({ waves: shown.map((each, i) => (i === at ? { ...each, ...more } : each)) });
  return (
    <Section title={words.waves}>
      <Text size="sm" c="dimmed" mb="xs">
        {words.wavesNote}
      </Text>
      <Stack gap="xs">
        {shown.map(({ size, gated }, i) => (
          <Group key={i} gap="sm" align="center">
            <Text size="sm" w={60}>
              {wave.n(i + 1)}
            </Text>
            {i < shown.length - 1 ? (
              <NumberInput
                aria-label={`${wave.n(i + 1)}: ${words.size}`}
                w={120}
                min={1}
                value={size ?? ''}
                onChange={(value) => typeof value === 'number' && set(i, { size: value })}
              />
            ) : (
              <Text size="sm" w={120}>
                {words.rest}
              </Text>
            )}
            {i === 0 ? (
              <Text size="sm" c="dimmed">
                {words.first}
              </Text>
            ) : (
              <Checkbox
                label={words.gated}
                checked={gated}
                onChange={(event) => set(i, { gated: event.currentTarget.checked })}
              />
            )}
            {shown.length > 1 && (
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={words.removeWave(i + 1)}
                onClick={() => change({ waves: last(shown.filter((_, each) => each !== i)) })}
              >
                <IconTrash size={16} />
              </ActionIcon>
            )}
          </Group>
        ))}
      </Stack>
      <Button
        mt="xs"
        variant="default"
        onClick={() =>
          change({ waves: [...shown.slice(0, -1), { ...shown.at(-1)!, size: 50 }, { size: null, gated: true }] })
        }
      >
        {words.addWave}
      </Button>
    </Section>
  );
}

/** The last wave contacts all remaining organizations. */
const last = (waves: CampaignDraft['waves']): CampaignDraft['waves'] =>
  waves.map((wave, i) => (i === waves.length - 1 ? { ...wave, size: null } : wave));
