import { Alert, Button, Group, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { http, type Shape } from '../../../api/client';
import { Problem } from '../../../api/problem';
import { useKeys } from '../../../shell/shortcuts';
import { useMe } from '../../../shell/session';
import { useNotify } from '../../../components/status/useNotify';
import { StateBadge } from '../../../components/status/StateBadge';
import { KeyHint } from '../../../components/layout/KeyHint';
import { UserName } from '../../../components/users/UserName';
import { UserPicker } from '../../../components/users/UserPicker';
import { DateText } from '../../../components/status/DateText';
import { plain, useWords } from '../../../i18n';

const VERDICTS = ['change', 'keep', 'more_data', 'retire'] as const;
type Decision = (typeof VERDICTS)[number];

export function ThemeDecision({ theme }: { theme: Shape<'ThemeDetail'> }) {
  const { feedback, shell } = useWords();
  const words = feedback.results;
  const me = useMe();
  const queries = useQueryClient();
  const notify = useNotify();
  const [decision, setDecision] = useState<Decision | null>(null);
  const [ownerId, setOwner] = useState<string | null>(null);
  const [dueOn, setDue] = useState('');
  const [note, setNote] = useState('');
  const [problem, setProblem] = useState<Problem | null>(null);
  const decisions: Record<string, string> = words.decisions;
  const ready = decision !== null && ownerId !== null && dueOn !== '';
  const decide = async () => {
    if (!ready) return;
    try {
      await http.PUT('/api/v1/themes/{id}/decision', {
        params: { path: { id: theme.id } },
        headers: { 'if-match': `"${theme.revision}"` },
        body: { decision, ownerId, dueOn, ...(note ? { note } : {}) },
      });
      setProblem(null);
      setDecision(null);
      notify.success(`${words.decided}: ${decisions[decision]}`);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      setProblem(error);
    }
    await queries.invalidateQueries();
  };
  useKeys(
    { '$mod+Enter': ready && { label: words.decide, run: () => void decide(), whileTyping: true } },
    { insideDialog: true },
  );
  return (
    <Stack gap="xs" component="section" aria-label={words.decision}>
      <Text fw={600}>{words.decision}</Text>
      {theme.decision ? (
        <Group gap="xs">
          <StateBadge state={theme.decision} label={decisions[theme.decision] ?? plain(theme.decision)} />
          <Text size="sm">
            {words.owner}: <UserName id={theme.ownerId} />, {words.due} <DateText at={theme.dueOn} />. {words.decidedBy}{' '}
            <UserName id={theme.decidedBy} />. {theme.decisionNote}
          </Text>
        </Group>
      ) : (
        <Text size="sm" c="dimmed">
          {words.undecided}
        </Text>
      )}
      {me.has('executive') && (
        <>
          {problem && (
            <Alert color="red" role="alert">
              {problem.status === 409 ? words.conflict : problem.message}
            </Alert>
          )}
          <Group gap="xs" role="radiogroup" aria-label={words.decision}>
            {VERDICTS.map((each) => (
              <Button
                key={each}
                role="radio"
                aria-checked={decision === each}
                variant={decision === each ? 'filled' : 'default'}
                onClick={() => setDecision(each)}
              >
                {words.decisions[each]}
              </Button>
            ))}
          </Group>
          {decision && (
            <>
              <UserPicker
                label={words.owner}
                value={ownerId}
                onChange={setOwner}
                required
                error={problem?.byField.ownerId}
              />
              <TextInput
                type="date"
                label={words.due}
                required
                w={180}
                value={dueOn}
                error={problem?.byField.dueOn}
                onChange={(event) => setDue(event.currentTarget.value)}
              />
              <Textarea
                label={words.note}
                autosize
                minRows={2}
                value={note}
                onChange={(event) => setNote(event.currentTarget.value)}
              />
              <Group gap="xs">
                <Button onClick={() => void decide()} disabled={!ready} rightSection={<KeyHint keys="$mod+Enter" />}>
                  {words.decide}
                </Button>
                <Button variant="subtle" color="gray" onClick={() => setDecision(null)}>
                  {shell.actions.cancel}
                </Button>
              </Group>
            </>
          )}
        </>
      )}
    </Stack>
  );
}
