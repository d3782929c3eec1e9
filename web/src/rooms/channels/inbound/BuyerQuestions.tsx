import { Anchor, Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, http, type Shape } from '../../../api/client';
import { useKeys } from '../../../shell/shortcuts';
import { useNotify } from '../../../components/status/useNotify';
import { StateBadge } from '../../../components/status/StateBadge';
import { KeyHint } from '../../../components/layout/KeyHint';
import { useFilters } from '../../../components/lists/useListing';
import { Listing } from '../../../components/lists/Listing';
import { SidePanel } from '../../../components/layout/SidePanel';
import { Screen } from '../../../components/layout/Screen';
import { QueryState } from '../../../components/status/QueryState';
import { EmptyState } from '../../../components/status/EmptyState';
import { RelativeTime } from '../../../components/status/RelativeTime';
import { useWords } from '../../../i18n';
import { MailTabs } from './MailTabs';

const STATES = ['overdue', 'open', 'answered'];
const COLOUR = { overdue: 'failed', open: 'waiting', answered: 'answered' };

export function BuyerQuestions() {
  const { mail: words } = useWords();
  const { filters, set } = useFilters();
  return (
    <Screen title={words.questions} actions={<MailTabs at="questions" />}>
      <Listing
        name="questions"
        of="/api/v1/expert-questions"
        facets={[
          {
            filter: 'state',
            label: words.state,
            order: STATES,
            format: (each) => words.questionStates[each as keyof typeof words.questionStates],
          },
        ]}
        columns={[
          { key: 'question', title: words.question, render: ({ question }) => question },
          {
            key: 'name',
            title: words.asker,
            width: 180,
            wide: true,
            render: (one) => one.name ?? one.replyAddress ?? '—',
          },
          {
            key: 'state',
            title: words.state,
            width: 120,
            render: ({ state }) => <StateBadge state={COLOUR[state]} label={words.questionStates[state]} />,
          },
          {
            key: 'dueAt',
            title: words.due,
            width: 110,
            sorts: true,
            wide: true,
            render: ({ dueAt }) => <RelativeTime at={String(dueAt)} />,
          },
          {
            key: 'askedAt',
            title: words.asked,
            width: 110,
            sorts: true,
            wide: true,
            render: ({ askedAt }) => <RelativeTime at={String(askedAt)} />,
          },
        ]}
        onOpen={({ id }) => set({ open: id })}
        openId={filters.open}
        empty={<EmptyState title={words.noQuestion}>{words.noQuestionYet}</EmptyState>}
      />
      <QuestionPanel id={filters.open} onClose={() => set({ open: undefined })} />
    </Screen>
  );
}

function QuestionPanel({ id, onClose }: { id: string | undefined; onClose: () => void }) {
  const { mail: words } = useWords();
  const query = api.useQuery(
    'get',
    '/api/v1/expert-questions/{id}',
    { params: { path: { id: id ?? '' } } },
    { enabled: id !== undefined },
  );
  return (
    <SidePanel title={words.question} opened={id !== undefined} onClose={onClose}>
      <QueryState query={query}>{(question) => <QuestionDetails question={question} onDone={onClose} />}</QueryState>
    </SidePanel>
  );
}

function QuestionDetails({ question, onDone }: { question: Shape<'ExpertQuestionView'>; onDone: () => void }) {
  const { mail: words } = useWords();
  const notify = useNotify();
  const queries = useQueryClient();
  const [answer, setAnswer] = useState('');
  const open = question.state !== 'answered';
  const submit = async () => {
    try {
      await http.POST('/api/v1/expert-questions/{id}/answer', {
        params: { path: { id: question.id } },
        body: answer.trim() ? { answer: answer.trim() } : {},
      });
      await queries.invalidateQueries({
        predicate: ({ queryKey }) => String(queryKey[1]).includes('expert-questions'),
      });
      notify.success(words.answerNoted);
      onDone();
    } catch (error) {
      notify.error(error);
    }
  };
  useKeys(
    { '$mod+Enter': open && { label: words.answered, run: () => void submit(), whileTyping: true } },
    { insideDialog: true },
  );
  return (
    <Stack gap="sm">
      <Text style={{ whiteSpace: 'pre-wrap' }}>{question.question}</Text>
      <Group gap="xs">
        <StateBadge state={COLOUR[question.state]} label={words.questionStates[question.state]} />
        <Text size="sm">{question.name}</Text>
        {question.replyAddress && (
          <Anchor href={`mailto:${question.replyAddress}`} size="sm">
            {question.replyAddress}
          </Anchor>
        )}
      </Group>
      {question.answer && <Text size="sm">{question.answer}</Text>}
      {open && (
        <>
          <Textarea
            label={words.answer}
            autosize
            minRows={3}
            maxLength={4000}
            value={answer}
            onChange={({ currentTarget }) => setAnswer(currentTarget.value)}
          />
          <Group justify="end">
            <Button onClick={() => void submit()} rightSection={<KeyHint keys="$mod+Enter" />}>
              {words.answered}
            </Button>
          </Group>
        </>
      )}
    </Stack>
  );
}
