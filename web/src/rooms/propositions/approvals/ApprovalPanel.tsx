import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useRef, useState } from 'react';
import { api, http, type Shape } from '../../../api/client';
import { useKeys } from '../../../shell/shortcuts';
import { ScreenLink } from '../../../components/layout/ScreenLink';
import { StateBadge } from '../../../components/status/StateBadge';
import { KeyHint } from '../../../components/layout/KeyHint';
import { useListing } from '../../../components/lists/useListing';
import { SidePanel } from '../../../components/layout/SidePanel';
import { UserName } from '../../../components/users/UserName';
import { Section } from '../../../components/layout/Section';
import { QueryState } from '../../../components/status/QueryState';
import { useDepartmentName } from '../../../components/users/useDepartmentName';
import { useWords } from '../../../i18n';
import { Comments } from '../version/Comments';
import { Differences } from '../version/Compare';
import { contentOf, CONTENT_FIELDS, type Version } from '../version/content';
import { RuleSentence } from '../editor/RuleInput';
import { useAction } from '../version/useAction';
import { useFieldText } from '../version/useFieldText';
import { InternalObjections } from '../version/Discussion';

type Approval = Shape<'ApprovalView'>;
const DECISIONS = ['approve', 'approve_with_changes', 'reject'] as const;
type Decision = (typeof DECISIONS)[number];
const KEYS: Record<Decision, string> = { approve: 'a', approve_with_changes: 'w', reject: 'r' };

export function ApprovalPanel({ id, onClose }: { id: string | undefined; onClose: () => void }) {
  const { propositions: words } = useWords();
  const { items } = useListing('/api/v1/approvals', { enabled: Boolean(id) });
  const mine = useListing('/api/v1/approvals', { filters: { mine: 'true' }, enabled: Boolean(id) });
  const approval = [...mine.items, ...items].find((each) => each.id === id);
  return (
    <SidePanel
      title={approval ? `${approval.title}, ${words.versionNumber(approval.versionNumber)}` : words.approvalList.decide}
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
    </SidePanel>
  );
}

function Decided({ approval }: { approval: Approval }) {
  const department = useDepartmentName();
  const { propositions: words } = useWords();
  return (
    <Group gap="xs">
      <StateBadge state={approval.state} />
      <Text size="sm">
        {department(approval.department)}, <UserName id={approval.decidedBy} />
        {approval.onBehalfOf && (
          <>
            {' '}
            {words.onBehalfOf} <UserName id={approval.onBehalfOf} />
          </>
        )}
        {approval.note && `: ${approval.note}`}
      </Text>
    </Group>
  );
}

function Deciding({ approval, isMine, onClose }: { approval: Approval; isMine: boolean; onClose: () => void }) {
  const { approvalList: words } = useWords().propositions;
  const doing = useAction();
  const department = useDepartmentName();
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
        DECISIONS.map((each) => [KEYS[each], isMine && { label: words[each], run: () => choose(each) }]),
      ),
      '$mod+Enter': ready && { label: words.decide, run: () => void decide(), whileTyping: true },
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
            rightSection={<KeyHint keys={KEYS[each]} />}
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
            rightSection={<KeyHint keys="$mod+Enter" />}
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
  const { approvalList: words } = useWords().propositions;
  const version = api.useQuery('get', '/api/v1/versions/{id}', { params: { path: { id: approval.versionId } } });
  const proposition = api.useQuery('get', '/api/v1/propositions/{id}', {
    params: { path: { id: approval.propositionId } },
  });
  const before = proposition.data?.versions.find(({ number }) => number < approval.versionNumber);
  return (
    <QueryState query={version}>
      {(data) => (
        <>
          <Group gap="sm">
            <ScreenLink
              to="/propositions/$id"
              params={{ id: approval.propositionId }}
              search={{ version: approval.versionId, tab: 'text' }}
            >
              {words.whole}
            </ScreenLink>
            <ScreenLink to="/results" search={{ propositionId: approval.propositionId }}>
              {words.results}
            </ScreenLink>
          </Group>
          <Section title={before ? words.difference(before.number) : words.first}>
            {before ? <Differences before={before.id} after={data.id} /> : <Whole version={data} />}
          </Section>
          <InternalObjections version={data} mayResolve={false} />
          <Comments version={data} />
        </>
      )}
    </QueryState>
  );
}

function Whole({ version }: { version: Version }) {
  const { field: names } = useWords().propositions;
  const text = useFieldText();
  const content = contentOf(version);
  return (
    <Stack gap="xs">
      {CONTENT_FIELDS.map((field) => ({ field, value: text(field, content[field]) }))
        .filter(({ value }) => value !== '')
        .map(({ field, value }) => (
          <div key={field}>
            <Text size="sm" fw={600}>
              {names[field]}
            </Text>
            {field === 'cohortRule' ? (
              <RuleSentence rule={version.cohortRule} />
            ) : (
              <Text size="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
                {value}
              </Text>
            )}
          </div>
        ))}
    </Stack>
  );
}
