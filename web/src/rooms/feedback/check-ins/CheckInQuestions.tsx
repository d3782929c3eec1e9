import { Alert, Button, Group, NativeSelect, SimpleGrid, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { api, http, type Shape } from '../../../api/client';
import { Problem } from '../../../api/problem';
import { useKeys } from '../../../shell/shortcuts';
import { useNotify } from '../../../components/status/useNotify';
import { KeyHint } from '../../../components/layout/KeyHint';
import { Section } from '../../../components/layout/Section';
import { useWords } from '../../../i18n';
import { checkInBody, useCheckInDraft } from './draft';
import { NewContacts } from './NewContacts';
import { AssessmentFields, assessmentBody, useContacts } from './AssessmentFields';
import { NeedFields } from './NeedFields';

const TOPICS = ['change', 'people', 'future', 'service'] as const;
const WHY = ['no_answer', 'wrong_number', 'not_now', 'mistake'] as const;

/** The questions, then the answers. Our propositions are not shown here, so that the rep listens first (002-13). */
export function CheckInQuestions({ checkIn, done }: { checkIn: Shape<'CheckInView'>; done: () => void }) {
  const { checkIns: words } = useWords();
  const { id, organizationId, revision } = checkIn;
  const notify = useNotify();
  const { draft, change, forget } = useCheckInDraft(id);
  const [lacks, setLacks] = useState<string | null>(null);
  const people = useContacts(organizationId);
  const questions = api.useQuery('get', '/api/v1/check-in-questions', {}, { meta: { still: true } }).data?.items ?? [];
  const asked = { params: { path: { id } }, headers: { 'if-match': `"${revision}"` } };
  const ended = () => (forget(), done());
  const file = async () => {
    if (draft.status === null) return setLacks(words.statusMissing);
    setLacks(null);
    try {
      await http.POST('/api/v1/check-ins/{id}/answers', {
        ...asked,
        body: { ...assessmentBody(draft), ...checkInBody(draft) },
      });
      notify.success(words.saved);
      ended();
    } catch (error) {
      setLacks(
        error instanceof Problem ? [error.message, ...error.fields.map((each) => each.message)].join(' ') : null,
      );
      if (!(error instanceof Problem)) notify.error(error);
    }
  };
  const drop = async (why: (typeof WHY)[number]) => {
    try {
      await http.POST('/api/v1/check-ins/{id}/drop', { ...asked, body: { why } });
      ended();
    } catch (error) {
      notify.error(error);
    }
  };
  useKeys({ '$mod+Enter': { label: words.save, run: () => void file(), whileTyping: true } });
  return (
    <Stack gap="sm">
      {lacks && (
        <Alert color="red" role="alert">
          {lacks}
        </Alert>
      )}
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="sm">
        <Section title={words.ask} note={words.askNote}>
          {TOPICS.map((topic) => (
            <Stack key={topic} gap="xs" mb="sm">
              <Text size="xs" c="dimmed" fw={600}>
                {words.topics[topic]}
              </Text>
              {questions
                .filter((each) => each.topic === topic)
                .map((each) => (
                  <Textarea
                    key={each.id}
                    label={each.text}
                    autosize
                    minRows={1}
                    maxLength={4000}
                    value={draft.said[each.id] ?? ''}
                    onChange={({ currentTarget: { value } }) => change({ said: { ...draft.said, [each.id]: value } })}
                  />
                ))}
            </Stack>
          ))}
        </Section>
        <Stack gap="sm">
          <Section title={words.answers} note={words.draftNote}>
            <NativeSelect
              label={words.spokeTo}
              mb="xs"
              data={[{ value: '', label: '—' }, ...people.map(({ id: value, name: label }) => ({ value, label }))]}
              value={draft.contactId ?? ''}
              onChange={({ currentTarget: { value } }) => change({ contactId: value || null })}
            />
            <AssessmentFields organizationId={organizationId} value={draft} change={change} />
          </Section>
          <NeedFields value={draft.voiced} change={(voiced) => change({ voiced })} />
          <NewContacts value={draft.people} change={(all) => change({ people: all })} />
          <Group justify="space-between" align="end">
            <NativeSelect
              label={words.didNotHappen}
              data={[{ value: '', label: '—' }, ...WHY.map((value) => ({ value, label: words.because[value] }))]}
              value=""
              onChange={({ currentTarget: { value } }) => value && void drop(value as (typeof WHY)[number])}
            />
            <Button onClick={() => void file()} rightSection={<KeyHint keys="$mod+Enter" />}>
              {words.save}
            </Button>
          </Group>
        </Stack>
      </SimpleGrid>
    </Stack>
  );
}
