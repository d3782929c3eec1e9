import { Select, SimpleGrid, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, http } from '../../../../api/client';
import { SearchSelect } from '../../../../components/forms/SearchSelect';
import { Section } from '../../../../components/layout/Section';
import { QueryState } from '../../../../components/status/QueryState';
import { useWords } from '../../../../i18n';
import { MessagePreview } from '../../launch/MessagePreview';
import { isMail, type Step } from '../steps';

/** Renders the open email step for a real contact. Keeps the previous preview while loading. */
export function StepPreview({
  step,
  isAsked,
  isWrong,
}: {
  step: Step | undefined;
  isAsked: boolean;
  isWrong: boolean;
}) {
  const { plays, terms } = useWords();
  const { preview: words } = plays;
  const [version, setVersion] = useState<string | null>(null);
  const [q, setQ] = useState('');
  const [person, setPerson] = useState<string | null>(null);
  const propositions =
    api.useQuery('get', '/api/v1/propositions', { params: { query: { limit: 200 } } }).data?.items ?? [];
  const states: Record<string, string> = terms.state;
  const versions = propositions.flatMap(({ title, versions: heads }) =>
    heads.map(({ id, number, state }) => ({ value: id, label: `${title} ${number} · ${states[state] ?? state}` })),
  );
  const versionId =
    version ?? propositions.find((each) => each.liveVersionId)?.liveVersionId ?? versions[0]?.value ?? null;
  const people =
    api.useQuery(
      'get',
      '/api/v1/contacts',
      { params: { query: { limit: 20, ...(q ? { q } : {}) } } },
      { placeholderData: keepPreviousData, meta: { still: true } },
    ).data?.items ?? [];
  const contactId = person ?? (q ? null : (people[0]?.id ?? null));
  const [asked] = useDebouncedValue(step, 250);
  const ready = Boolean(step?.subject && step.intent && step.body && !isWrong && versionId && contactId);
  const preview = useQuery({
    queryKey: ['step preview', asked, versionId, contactId],
    enabled: ready && !isAsked && asked === step,
    retry: false,
    placeholderData: (before, query) =>
      (query?.queryKey[1] as Step | undefined)?.key === step?.key ? before : undefined,
    meta: { still: true },
    queryFn: async () => {
      const body = { step: asked!, versionId: versionId!, contactId: contactId! };
      return (await http.POST('/api/v1/plays/mail-previews', { body })).data!;
    },
  });
  if (!step || !isMail(step))
    return (
      <Section title={words.title}>
        <Text size="sm">{words.pick}</Text>
      </Section>
    );
  return (
    <Section title={words.title} note={words.note}>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="xs" mb="sm">
        <SearchSelect
          label={words.person}
          found={people.map(({ id, name, email }) => ({ value: id, label: email ? `${name} (${email})` : name }))}
          onLook={setQ}
          value={contactId}
          onChange={setPerson}
        />
        <Select
          label={words.version}
          data={versions}
          value={versionId}
          onChange={setVersion}
          searchable
          allowDeselect={false}
        />
      </SimpleGrid>
      {ready ? (
        <QueryState query={preview}>
          {(mail) => (
            <>
              <Text size="xs" c="dimmed" mb={4}>
                {words.role((terms.role as Record<string, string>)[mail.role] ?? mail.role)}
              </Text>
              <MessagePreview mail={mail} />
            </>
          )}
        </QueryState>
      ) : (
        <Text size="sm" role="status">
          {!versionId ? words.noVersion : !contactId ? words.noContact : words.fixFirst}
        </Text>
      )}
    </Section>
  );
}
