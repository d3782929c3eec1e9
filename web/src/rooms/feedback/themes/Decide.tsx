import { Alert, Button, Group, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { http, type Shape } from '../../../api/client';
import { Problem } from '../../../api/problem';
import { useKeys } from '../../../shell/keys';
import { useMe } from '../../../shell/session';
import { useSaying } from '../../../components/acting';
import { Chip } from '../../../components/Chip';
import { Hint } from '../../../components/Hint';
import { Person, PersonPicker } from '../../../components/Person';
import { Day } from '../../../components/When';
import { plain, useWords } from '../../../i18n';

const THEME_DECISIONS = ['change', 'keep', 'more_data', 'retire'] as const;
type ThemeDecision = (typeof THEME_DECISIONS)[number];

/** Change, keep, more data, or retire: with an owner and a day. */
export function Decide({ theme }: { theme: Shape<'ThemeDetail'> }) {
  const { feedback, shell } = useWords();
  const words = feedback.results;
  const me = useMe();
  const queries = useQueryClient();
  const saying = useSaying();
  const [decision, setDecision] = useState<ThemeDecision | null>(null);
  const [ownerId, setOwner] = useState<string | null>(null);
  const [dueOn, setDue] = useState('');
  const [note, setNote] = useState('');
  const [problem, setProblem] = useState<Problem | null>(null);
  const decisions: Record<string, string> = words.verdicts;
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
      saying.done(`${words.decided}: ${decisions[decision]}`);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      setProblem(error);
    }
    await queries.invalidateQueries();
  };
  useKeys(
    { '$mod+Enter': ready && { says: words.decide, does: () => void decide(), whileTyping: true } },
    { insideDialog: true },
  );
  return (
    <Stack gap="xs" component="section" aria-label={words.decision}>
      <Text fw={600}>{words.decision}</Text>
      {theme.decision ? (
        <Group gap="xs">
          <Chip state={theme.decision} says={decisions[theme.decision] ?? plain(theme.decision)} />
          <Text size="sm">
            {words.owner}: <Person id={theme.ownerId} />, {words.due} <Day at={theme.dueOn} />. {words.decidedBy}{' '}
            <Person id={theme.decidedBy} />. {theme.decisionNote}
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
            {THEME_DECISIONS.map((each) => (
              <Button
                key={each}
                role="radio"
                aria-checked={decision === each}
                variant={decision === each ? 'filled' : 'default'}
                onClick={() => setDecision(each)}
              >
                {words.verdicts[each]}
              </Button>
            ))}
          </Group>
          {decision && (
            <>
              <PersonPicker
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
                <Button onClick={() => void decide()} disabled={!ready} rightSection={<Hint keys="$mod+Enter" />}>
                  {words.decide}
                </Button>
                <Button variant="subtle" color="gray" onClick={() => setDecision(null)}>
                  {shell.act.cancel}
                </Button>
              </Group>
            </>
          )}
        </>
      )}
    </Stack>
  );
}
