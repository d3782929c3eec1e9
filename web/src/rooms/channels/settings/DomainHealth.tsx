import { Badge, Button, Code, CopyButton, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { api, http, type Shape } from '../../../api/client';
import { Section } from '../../../components/layout/Section';
import { QueryState } from '../../../components/status/QueryState';
import { RelativeTime } from '../../../components/status/RelativeTime';
import { useNotify } from '../../../components/status/useNotify';
import { useWords } from '../../../i18n';
import { useMe } from '../../../shell/session';

type Line = Shape<'HealthLineView'>;

const COLOURS = { blocks: 'red', warns: 'yellow', unknown: 'gray', met: 'green', not_applicable: 'gray' } as const;
type Standing = keyof typeof COLOURS;
/** What needs attention stands first. */
const GROUPS = Object.keys(COLOURS) as Standing[];
const groupOf = ({ status, severity }: Pick<Line, 'status' | 'severity'>): Standing =>
  status === 'not_met' ? severity : status;

/** Whether the sender's domain, server and emails are as mail providers want them. */
export function DomainHealth({ id }: { id: string }) {
  const { domain: words } = useWords();
  const me = useMe();
  const notify = useNotify();
  const params = { path: { id } };
  const query = api.useQuery('get', '/api/v1/senders/{id}/domain-check', { params });
  const [checks, setChecks] = useState(false);
  const check = async () => {
    setChecks(true);
    try {
      await http.POST('/api/v1/senders/{id}/domain-checks', { params });
      await query.refetch();
    } catch (error) {
      notify.error(error);
    } finally {
      setChecks(false);
    }
  };
  const button = me.has('admin', 'sales_ops') && (
    <Button variant="default" size="compact-sm" disabled={checks} onClick={() => void check()}>
      {checks ? words.checking : words.checkNow}
    </Button>
  );
  return (
    <Section title={words.title} actions={button}>
      <QueryState query={query}>
        {({ checkedAt, outdated, lines, rules }) => (
          <Stack gap="xs">
            <Text size="sm" component="div" aria-live="polite">
              {checkedAt ? words.checked : words.never} {checkedAt && <RelativeTime at={checkedAt} />}{' '}
              {outdated && words.outdated}
            </Text>
            {GROUPS.flatMap((group) =>
              lines.filter((line) => groupOf(line) === group).map((line) => <LineOf key={line.id} line={line} />),
            )}
            {rules.length > 0 && (
              <Text size="sm" fw={600}>
                {words.rules}
              </Text>
            )}
            {rules.map(({ id: rule, providers, status }) => (
              <Group key={rule} gap="xs">
                <StandingBadge group={groupOf({ status, severity: 'warns' })} />
                <Text size="sm">
                  {words.rule[rule]} ({providers.join(', ')})
                </Text>
              </Group>
            ))}
          </Stack>
        )}
      </QueryState>
    </Section>
  );
}

function StandingBadge({ group }: { group: Standing }) {
  const { domain: words } = useWords();
  return (
    <Badge color={COLOURS[group]} tt="none" fw={600}>
      {words.status[group]}
    </Badge>
  );
}

function LineOf({ line }: { line: Line }) {
  const { domain: words } = useWords();
  const { id, reason, found, record } = line;
  return (
    <div>
      <Group gap="xs">
        <StandingBadge group={groupOf(line)} />
        <Text size="sm" fw={600}>
          {words.line[id]}
        </Text>
      </Group>
      {reason && <Text size="sm">{words.mend[reason]}</Text>}
      {found && (
        <Text size="xs" style={{ overflowWrap: 'anywhere' }}>
          {found}
        </Text>
      )}
      {record && <RecordToCopy record={record} />}
    </div>
  );
}

function RecordToCopy({ record: { type, name, value } }: { record: NonNullable<Line['record']> }) {
  const { domain: words } = useWords();
  return (
    <>
      <Text size="sm">{words.record}</Text>
      <Code block style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>
        {name} {type} {value}
      </Code>
      <CopyButton value={value}>
        {({ copied, copy }) => (
          <Button size="compact-sm" variant="default" onClick={copy} aria-label={`${words.copy}: ${name}`}>
            {copied ? words.copied : words.copy}
          </Button>
        )}
      </CopyButton>
    </>
  );
}
