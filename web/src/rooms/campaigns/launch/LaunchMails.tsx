import { Alert, Checkbox, Group, Select, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, http, type Shape } from '../../../api/client';
import { useNotify } from '../../../components/status/useNotify';
import { StateBadge } from '../../../components/status/StateBadge';
import { Section } from '../../../components/layout/Section';
import { QueryState } from '../../../components/status/QueryState';
import { useWords } from '../../../i18n';
import { MessagePreview } from './MessagePreview';
import type { CampaignDraft } from './draft';
import { byId } from '../campaign/useCampaign';

const MAILS = ['email', 'interest_check'];

export function LaunchMails({
  campaign,
  draft,
  change,
}: {
  campaign: Shape<'CampaignView'>;
  draft: CampaignDraft;
  change: (more: Partial<CampaignDraft>) => void;
}) {
  const { mails: words } = useWords().launch;
  return (
    <Stack gap="sm" maw={760}>
      <Section title={words.senders}>
        <Text size="sm" c="dimmed" mb="xs">
          {words.sendersNote}
        </Text>
        <Senders id={campaign.id} />
        <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="sm" mt="xs">
          <TextInput
            label={words.from}
            value={draft.fromName}
            onChange={(event) => change({ fromName: event.currentTarget.value })}
          />
          <TextInput
            label={words.address}
            value={draft.fromAddress}
            onChange={(event) => change({ fromAddress: event.currentTarget.value })}
          />
          <TextInput
            label={words.replyTo}
            value={draft.replyTo ?? ''}
            onChange={(event) => change({ replyTo: event.currentTarget.value || null })}
          />
        </SimpleGrid>
      </Section>
      <Preview campaign={campaign} />
    </Stack>
  );
}

function Senders({ id }: { id: string }) {
  const notify = useNotify();
  const all = api.useQuery('get', '/api/v1/senders', { params: { query: { limit: 100 } } });
  const chosen = api.useQuery('get', '/api/v1/campaigns/{id}/senders', byId(id));
  const ids = chosen.data?.senderIds ?? [];
  const set = async (senderIds: string[]) => {
    try {
      await http.PUT('/api/v1/campaigns/{id}/senders', { ...byId(id), body: { senderIds } });
      await chosen.refetch();
    } catch (error) {
      notify.error(error);
    }
  };
  return (
    <Stack gap={4}>
      {all.data?.items.map((sender) => (
        <Group key={sender.id} gap="xs">
          <Checkbox
            label={`${sender.name} <${sender.address}>`}
            checked={ids.includes(sender.id)}
            onChange={(event) =>
              void set(event.currentTarget.checked ? [...ids, sender.id] : ids.filter((each) => each !== sender.id))
            }
          />
          <StateBadge state={sender.state} />
        </Group>
      ))}
    </Stack>
  );
}

/** Renders the email of a step for a real contact. Nothing is sent. */
function Preview({ campaign: { id, steps, snapshotId } }: { campaign: Shape<'CampaignView'> }) {
  const { mails: words } = useWords().launch;
  const mails = (steps as { key: string; kind: string; subject?: string }[]).filter(({ kind }) => MAILS.includes(kind));
  const [step, setStep] = useState(mails[0]?.key ?? null);
  const [contact, setContact] = useState<string | null>(null);
  const people =
    api.useQuery('get', '/api/v1/snapshots/{id}/contacts', {
      params: { path: { id: snapshotId }, query: { limit: 100, excluded: 'none' } },
    }).data?.items ?? [];
  const asked = contact ?? people[0]?.contactId ?? null;
  const [contactId] = useDebouncedValue(asked, 100);
  const preview = useQuery({
    queryKey: ['mail preview', id, step, contactId],
    enabled: Boolean(step && contactId),
    queryFn: async () =>
      (
        await http.POST('/api/v1/campaigns/{id}/mail-previews', {
          ...byId(id),
          body: { stepKey: step!, contactId: contactId! },
        })
      ).data!,
  });
  if (mails.length === 0) return <Alert color="gray">{words.noMail}</Alert>;
  return (
    <Section title={words.preview}>
      <Group grow mb="xs">
        <Select
          label={words.previewStep}
          data={mails.map(({ key, subject }) => ({ value: key, label: `${key}: ${subject ?? ''}` }))}
          value={step}
          onChange={setStep}
        />
        <Select
          label={words.previewFor}
          data={people.map((each) => ({ value: each.contactId, label: `${each.contact}, ${each.organization}` }))}
          value={asked}
          onChange={setContact}
          searchable
        />
      </Group>
      {contactId && (
        <QueryState query={preview}>{(mail) => <MessagePreview mail={mail} from={mail.from} />}</QueryState>
      )}
    </Section>
  );
}
