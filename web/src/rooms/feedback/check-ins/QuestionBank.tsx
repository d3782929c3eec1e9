import { ActionIcon, Button, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { api, http } from '../../../api/client';
import { Problem } from '../../../api/problem';
import { useKeys } from '../../../shell/shortcuts';
import { useMe } from '../../../shell/session';
import { useNotify } from '../../../components/status/useNotify';
import { KeyHint } from '../../../components/layout/KeyHint';
import { Screen } from '../../../components/layout/Screen';
import { Section } from '../../../components/layout/Section';
import { QueryState } from '../../../components/status/QueryState';
import { useWords } from '../../../i18n';
import { CheckInTabs } from './CheckInTabs';

const TOPICS = ['change', 'people', 'future', 'service'] as const;
type Topic = (typeof TOPICS)[number];

export function QuestionBank() {
  const { checkIns: words } = useWords();
  const me = useMe();
  const notify = useNotify();
  const query = api.useQuery('get', '/api/v1/check-in-questions');
  const may = me.has('executive', 'sales_ops', 'manager', 'admin');
  const retire = async ({ id, topic, text }: { id: string; topic: Topic; text: string }) => {
    const again = () => http.POST('/api/v1/check-in-questions', { body: { topic, text } }).then(() => query.refetch());
    try {
      await http.DELETE('/api/v1/check-in-questions/{id}', { params: { path: { id } } });
      notify.success(words.retired, () => again().catch(notify.error));
      await query.refetch();
    } catch (error) {
      notify.error(error);
    }
  };
  return (
    <Screen title={words.tabs.questions} actions={<CheckInTabs at="questions" />}>
      <Stack gap="sm" maw={860}>
        <Text size="sm">{words.questionsNote}</Text>
        {may && <Add done={() => void query.refetch()} />}
        <QueryState query={query}>
          {({ items }) => (
            <>
              {TOPICS.map((topic) => (
                <Section key={topic} title={words.topics[topic]}>
                  {items
                    .filter((each) => each.topic === topic)
                    .map((each) => (
                      <Group key={each.id} justify="space-between" wrap="nowrap" gap="xs">
                        <Text size="sm">{each.text}</Text>
                        {may && (
                          <ActionIcon
                            variant="subtle"
                            color="gray"
                            aria-label={words.retire(each.text)}
                            onClick={() => void retire(each)}
                          >
                            <IconX size={16} />
                          </ActionIcon>
                        )}
                      </Group>
                    ))}
                </Section>
              ))}
            </>
          )}
        </QueryState>
      </Stack>
    </Screen>
  );
}

function Add({ done }: { done: () => void }) {
  const { checkIns: words } = useWords();
  const [topic, setTopic] = useState<Topic>('change');
  const [text, setText] = useState('');
  const [wrong, setWrong] = useState<string | null>(null);
  const ready = text.trim().length >= 10;
  const add = async () => {
    if (!ready) return;
    try {
      await http.POST('/api/v1/check-in-questions', { body: { topic, text: text.trim() } });
      setText('');
      setWrong(null);
      done();
    } catch (error) {
      setWrong(error instanceof Problem ? error.message : String(error));
    }
  };
  useKeys({ '$mod+Enter': ready && { label: words.addQuestion, run: () => void add(), whileTyping: true } });
  return (
    <Group align="start" gap="xs">
      <NativeSelect
        label={words.topic}
        data={TOPICS.map((value) => ({ value, label: words.topics[value] }))}
        value={topic}
        onChange={({ currentTarget }) => setTopic(currentTarget.value as Topic)}
      />
      <TextInput
        label={words.newQuestion}
        maxLength={300}
        style={{ flex: '1 1 17.5rem' }}
        value={text}
        error={wrong}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
      <Button mt={24} onClick={() => void add()} disabled={!ready} rightSection={<KeyHint keys="$mod+Enter" />}>
        {words.addQuestion}
      </Button>
    </Group>
  );
}
