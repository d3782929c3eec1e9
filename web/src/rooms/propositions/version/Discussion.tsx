import { Button, Group, Select, SimpleGrid, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { http, type Shape } from '../../../api/client';
import { StateBadge } from '../../../components/status/StateBadge';
import { useListing } from '../../../components/lists/useListing';
import { UserName } from '../../../components/users/UserName';
import { Section } from '../../../components/layout/Section';
import { RelativeTime } from '../../../components/status/RelativeTime';
import { useDepartmentName } from '../../../components/users/useDepartmentName';
import { useWords } from '../../../i18n';
import { Comments } from './Comments';
import { ENDED, type Version } from './content';
import { useAction } from './useAction';

export function Discussion({ version, mayResolve }: { version: Version; mayResolve: boolean }) {
  return (
    <SimpleGrid cols={{ base: 1, md: 2 }} spacing="sm" verticalSpacing="sm">
      <InternalObjections version={version} mayResolve={mayResolve} />
      <Comments version={version} />
    </SimpleGrid>
  );
}

const SEVERITIES = ['low', 'medium', 'high'] as const;
type Severity = (typeof SEVERITIES)[number];

export function InternalObjections({ version, mayResolve }: { version: Version; mayResolve: boolean }) {
  const words = useWords().propositions.objections;
  const doing = useAction();
  const [text, setText] = useState('');
  const [severity, setSeverity] = useState<Severity>('medium');
  const { items, isSuccess } = useListing('/api/v1/versions/{id}/internal-objections', { names: { id: version.id } });
  const log = async () => {
    const params = { path: { id: version.id } };
    if (
      await doing(
        () => http.POST('/api/v1/versions/{id}/internal-objections', { params, body: { text, severity } }),
        words.add,
      )
    )
      setText('');
  };
  return (
    <Section title={words.title} note={words.note}>
      <Stack gap="sm">
        {isSuccess && items.length === 0 && <Text size="sm">{words.none}</Text>}
        {items.map((one) => (
          <Resisted key={one.id} one={one} mayResolve={mayResolve} />
        ))}
        {!ENDED.includes(version.state) && (
          <Stack gap={4}>
            <Textarea
              label={words.text}
              autosize
              minRows={2}
              value={text}
              onChange={(event) => setText(event.currentTarget.value)}
            />
            <Group gap="xs" align="end">
              <Select
                size="xs"
                w={130}
                label={words.severity}
                allowDeselect={false}
                data={SEVERITIES.map((value) => ({ value, label: words.severities[value] }))}
                value={severity}
                onChange={(value) => value && setSeverity(value as Severity)}
              />
              <Button variant="default" disabled={text.trim() === ''} onClick={() => void log()}>
                {words.add}
              </Button>
            </Group>
          </Stack>
        )}
      </Stack>
    </Section>
  );
}

const WEIGHS: Record<string, string> = { low: 'ready', medium: 'pending', high: 'failed' };

function Resisted({ one, mayResolve }: { one: Shape<'InternalObjectionView'>; mayResolve: boolean }) {
  const words = useWords().propositions.objections;
  const doing = useAction();
  const department = useDepartmentName();
  const [resolution, setResolution] = useState<string | null>(null);
  const severities: Record<string, string> = words.severities;
  return (
    <div>
      <Group gap={6}>
        <Text size="sm" fw={600}>
          {department(one.department)}
        </Text>
        <StateBadge state={WEIGHS[one.severity] ?? 'pending'} label={severities[one.severity] ?? one.severity} />
        {one.resolution === null && <StateBadge state="open" label={words.open} />}
        <Text size="xs" c="dimmed">
          <UserName id={one.raisedBy} />, <RelativeTime at={one.raisedAt} />
        </Text>
      </Group>
      <Text size="sm">{one.text}</Text>
      {one.resolution && (
        <Text size="sm" c="dimmed">
          {words.resolved}: {one.resolution}
        </Text>
      )}
      {mayResolve && one.resolution === null && resolution === null && (
        <Button variant="subtle" onClick={() => setResolution('')}>
          {words.resolve}
        </Button>
      )}
      {resolution !== null && (
        <Group gap="xs" align="end">
          <Textarea
            style={{ flex: 1 }}
            label={words.resolution}
            autosize
            autoFocus
            value={resolution}
            onChange={(event) => setResolution(event.currentTarget.value)}
          />
          <Button
            disabled={resolution.trim() === ''}
            onClick={() =>
              void doing(
                () =>
                  http.PUT('/api/v1/internal-objections/{id}/resolution', {
                    params: { path: { id: one.id } },
                    body: { resolution },
                  }),
                words.resolved,
              ).then((done) => done && setResolution(null))
            }
          >
            {words.resolve}
          </Button>
        </Group>
      )}
    </div>
  );
}
