import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useRef, useState } from 'react';
import { api, http, type Shape } from '../../../api/client';
import { useKeys } from '../../../shell/keys';
import { Goes } from '../../../components/ScreenLink';
import { Chip } from '../../../components/Chip';
import { Hint } from '../../../components/Hint';
import { useListing } from '../../../components/search';
import { Panel } from '../../../components/Panel';
import { Person } from '../../../components/Person';
import { Section } from '../../../components/Section';
import { Answered } from '../../../components/QueryState';
import { useDepartments } from '../../../components/departments';
import { useWords } from '../../../i18n';
import { Comments } from '../version/Comments';
import { Differences } from '../version/Compare';
import { contentOf, FIELDS, type Version } from '../version/content';
import { Reading } from '../editor/RuleInput';
import { useDoing } from '../version/useAction';
import { useText } from '../version/useText';
import { InternalObjections } from '../version/Discussion';

type Approval = Shape<'ApprovalView'>;
const DECISIONS = ['approve', 'approve_with_changes', 'reject'] as const;
type Decision = (typeof DECISIONS)[number];
const KEYS: Record<Decision, string> = { approve: 'a', approve_with_changes: 'w', reject: 'r' };

/** Everything that a department needs to decide, and its decision. */
export function ApprovalPanel({ id, onClose }: { id: string | undefined; onClose: () => void }) {
  const { propositions: words } = useWords();
  const { items } = useListing('/api/v1/approvals', { enabled: Boolean(id) });
  const mine = useListing('/api/v1/approvals', { filters: { mine: 'true' }, enabled: Boolean(id) });
  const approval = [...mine.items, ...items].find((each) => each.id === id);
  return (
    <Panel
      title={approval ? `${approval.title}, ${words.versionNumber(approval.versionNumber)}` : words.waiting.decide}
      opened={Boolean(id)}
      onClose={onClose}
      wide
    >
      {approval && (
        <Stack gap="sm" key={approval.id}>
          {approval.state === 'pending' ? (
            <Deciding approval={approval} isMine={mine.items.some((each) => each.id === id)} onClose={onClose} />
          ) : (
            <Decided approval={approval} />
          )}
          <Dossier approval={approval} />
        </Stack>
      )}
    </Panel>
  );
}

function Decided({ approval }: { approval: Approval }) {
  const department = useDepartments();
  const { propositions: words } = useWords();
  return (
    <Group gap="xs">
      <Chip state={approval.state} />
      <Text size="sm">
        {department(approval.department)}, <Person id={approval.decidedBy} />
        {approval.onBehalfOf && (
          <>
            {' '}
            {words.onBehalfOf} <Person id={approval.onBehalfOf} />
          </>
        )}
        {approval.note && `: ${approval.note}`}
      </Text>
    </Group>
  );
}

function Deciding({ approval, isMine, onClose }: { approval: Approval; isMine: boolean; onClose: () => void }) {
  const { waiting: words } = useWords().propositions;
  const doing = useDoing();
  const department = useDepartments();
  const [decision, setDecision] = useState<Decision | null>(null);
  const [note, setNote] = useState('');
  const box = useRef<HTMLTextAreaElement>(null);
  const ready = decision !== null && (decision === 'approve' || note.trim() !== '');
  const choose = (next: Decision) => {
    setDecision(next);
    setTimeout(() => box.current?.focus());
  };
  const decide = async () => {
    if (!ready) return;
    const params = { path: { id: approval.id } };
    const body = { decision, ...(note.trim() ? { note } : {}) };
    if (
      await doing(
        () => http.PUT('/api/v1/approvals/{id}/decision', { params, body }),
        `${words.decided}: ${words[decision]}`,
      )
    )
      onClose();
  };
  useKeys(
    {
      ...Object.fromEntries(
        DECISIONS.map((each) => [KEYS[each], isMine && { says: words[each], does: () => choose(each) }]),
      ),
      '$mod+Enter': ready && { says: words.decide, does: () => void decide(), whileTyping: true },
    },
    { insideDialog: true },
  );
  if (!isMine)
    return (
      <Text size="sm" c="dimmed">
        {department(approval.department)}: {words.notYours}
      </Text>
    );
  return (
    <Stack gap="xs" component="section" aria-label={words.decide}>
      <Text fw={600}>{department(approval.department)}</Text>
      <Group gap="xs" role="radiogroup" aria-label={words.decide}>
        {DECISIONS.map((each) => (
          <Button
            key={each}
            role="radio"
            aria-checked={decision === each}
            variant={decision === each ? 'filled' : 'default'}
            color={each === 'reject' ? 'red' : undefined}
            rightSection={<Hint keys={KEYS[each]} />}
            onClick={() => choose(each)}
          >
            {words[each]}
          </Button>
        ))}
      </Group>
      {decision && (
        <>
          <Textarea
            ref={box}
            label={words.note}
            description={decision === 'approve' ? undefined : words.noteNeeded}
            required={decision !== 'approve'}
            autosize
            minRows={2}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
          {decision === 'reject' && <Text size="xs">{words.rejects}</Text>}
          <Button
            w="fit-content"
            disabled={!ready}
            color={decision === 'reject' ? 'red' : undefined}
            rightSection={<Hint keys="$mod+Enter" />}
            onClick={() => void decide()}
          >
            {words.decide}
          </Button>
        </>
      )}
    </Stack>
  );
}

function Dossier({ approval }: { approval: Approval }) {
  const { waiting: words } = useWords().propositions;
  const version = api.useQuery('get', '/api/v1/versions/{id}', { params: { path: { id: approval.versionId } } });
  const proposition = api.useQuery('get', '/api/v1/propositions/{id}', {
    params: { path: { id: approval.propositionId } },
  });
  const before = proposition.data?.versions.find(({ number }) => number < approval.versionNumber);
  return (
    <Answered query={version}>
      {(data) => (
        <>
          <Group gap="sm">
            <Goes to={`/propositions/${approval.propositionId}`} search={{ version: approval.versionId, tab: 'text' }}>
              {words.whole}
            </Goes>
            <Goes to="/results" search={{ propositionId: approval.propositionId }}>
              {words.results}
            </Goes>
          </Group>
          <Section title={before ? words.difference(before.number) : words.first}>
            {before ? <Differences before={before.id} after={data.id} /> : <Whole version={data} />}
          </Section>
          <InternalObjections version={data} mayResolve={false} />
          <Comments version={data} />
        </>
      )}
    </Answered>
  );
}

function Whole({ version }: { version: Version }) {
  const { field: names } = useWords().propositions;
  const text = useText();
  const content = contentOf(version);
  return (
    <Stack gap="xs">
      {FIELDS.map((field) => ({ field, says: text(field, content[field]) }))
        .filter(({ says }) => says !== '')
        .map(({ field, says }) => (
          <div key={field}>
            <Text size="sm" fw={600}>
              {names[field]}
            </Text>
            {field === 'cohortRule' ? (
              <Reading rule={version.cohortRule} />
            ) : (
              <Text size="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
                {says}
              </Text>
            )}
          </div>
        ))}
    </Stack>
  );
}
