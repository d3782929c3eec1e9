import { Group, NativeSelect, SimpleGrid, TextInput } from '@mantine/core';
import { useWords } from '../../../../i18n';
import { isConversation, type TaskCard, type OutcomeDraft, type NewContactDraft } from './draft';
import { BUYING_ROLES, type BuyingRole } from '../../../../components/forms/buyingRoles';

interface Editing {
  draft: OutcomeDraft;
  edit: (change: Partial<OutcomeDraft>) => void;
}

export function useRoles(): { value: BuyingRole; label: string }[] {
  const { terms } = useWords();
  return BUYING_ROLES.map((value) => ({ value, label: terms.role[value] }));
}

/** A new contact: the referral or the contact that was found. */
export function NewContactFields({ draft, edit, title }: Editing & { title: string }) {
  const { work } = useWords();
  const roles = useRoles();
  const { person } = draft;
  const set = (change: Partial<NewContactDraft>) => edit({ person: { ...person, ...change } });
  return (
    <SimpleGrid cols={2} spacing={6} verticalSpacing={4} role="group" aria-label={title}>
      <TextInput
        id="person-name"
        size="xs"
        label={`${title}: ${work.name}`}
        value={person.name}
        onChange={({ currentTarget }) => set({ name: currentTarget.value })}
      />
      <NativeSelect
        size="xs"
        label={work.role}
        data={roles}
        value={person.role}
        onChange={({ currentTarget }) => set({ role: currentTarget.value as BuyingRole })}
      />
      <TextInput
        size="xs"
        label={work.email}
        type="email"
        value={person.email}
        onChange={({ currentTarget }) => set({ email: currentTarget.value })}
      />
      <TextInput
        size="xs"
        label={work.phone}
        type="tel"
        value={person.phone}
        onChange={({ currentTarget }) => set({ phone: currentTarget.value })}
      />
    </SimpleGrid>
  );
}

export function MeetingFields({ draft, edit }: Editing) {
  const { work } = useWords();
  return (
    <Group gap={6} wrap="nowrap" align="end" role="group" aria-label={work.meeting}>
      <TextInput
        id="meeting-at"
        size="xs"
        type="datetime-local"
        label={work.meetingAt}
        value={draft.meetingAt}
        onChange={({ currentTarget }) => edit({ meetingAt: currentTarget.value })}
      />
      <TextInput
        size="xs"
        w={64}
        type="number"
        min={5}
        max={1440}
        step={5}
        label={work.minutes}
        value={draft.meetingMinutes}
        onChange={({ currentTarget }) => edit({ meetingMinutes: Math.max(5, Number(currentTarget.value) || 30) })}
      />
      <TextInput
        size="xs"
        label={work.place}
        value={draft.meetingPlace}
        onChange={({ currentTarget }) => edit({ meetingPlace: currentTarget.value })}
      />
    </Group>
  );
}

export function ContactPointFields({ draft, edit }: Editing) {
  const { work } = useWords();
  return (
    <SimpleGrid cols={2} spacing={6}>
      <TextInput
        id="way-email"
        size="xs"
        type="email"
        label={work.email}
        value={draft.email}
        onChange={({ currentTarget }) => edit({ email: currentTarget.value })}
      />
      <TextInput
        size="xs"
        type="tel"
        label={work.phone}
        value={draft.phone}
        onChange={({ currentTarget }) => edit({ phone: currentTarget.value })}
      />
    </SimpleGrid>
  );
}

/** Summarizes a record in a few words, for messages. */
export function useRecordSummary(): (card: TaskCard, draft: OutcomeDraft) => string {
  const { work, terms } = useWords();
  return (card, draft) => {
    const how = isConversation(card)
      ? draft.disposition && terms.disposition[draft.disposition]
      : draft.resolution && work.resolution[draft.resolution];
    return [how, card.contact?.name ?? card.organization.name].filter(Boolean).join(', ');
  };
}
