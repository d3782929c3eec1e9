import { Button, Checkbox, Group, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { http } from '../../../api/client';
import { StateBadge } from '../../../components/status/StateBadge';
import { useListing } from '../../../components/lists/useListing';
import { UserName } from '../../../components/users/UserName';
import { Section } from '../../../components/layout/Section';
import { RelativeTime } from '../../../components/status/RelativeTime';
import { useWords } from '../../../i18n';
import type { Version } from './content';
import { useAction } from './useAction';

export function Comments({ version }: { version: Version }) {
  const words = useWords().propositions.comments;
  const doing = useAction();
  const [text, setText] = useState('');
  const [suggestion, setSuggestion] = useState(false);
  const { items, isSuccess } = useListing('/api/v1/versions/{id}/comments', { names: { id: version.id } });
  const send = async () => {
    const kind = suggestion ? ('suggestion' as const) : ('comment' as const);
    const params = { path: { id: version.id } };
    if (await doing(() => http.POST('/api/v1/versions/{id}/comments', { params, body: { text, kind } }), words.send))
      setText('');
  };
  return (
    <Section title={words.title}>
      <Stack gap="sm">
        {isSuccess && items.length === 0 && (
          <Text size="sm" c="dimmed">
            {words.none}
          </Text>
        )}
        {items.map((one) => (
          <div key={one.id}>
            <Group gap={6}>
              <Text size="sm" fw={600}>
                <UserName id={one.userId} />
              </Text>
              {one.kind === 'suggestion' && <StateBadge state="open" label={words.suggestionTag} />}
              <Text size="xs" c="dimmed">
                <RelativeTime at={one.at} />
              </Text>
            </Group>
            <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>
              {one.text}
            </Text>
          </div>
        ))}
        <Textarea
          label={words.text}
          autosize
          minRows={2}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Group gap="sm">
          <Button variant="default" disabled={text.trim() === ''} onClick={() => void send()}>
            {words.send}
          </Button>
          <Checkbox
            size="xs"
            label={words.suggestion}
            checked={suggestion}
            onChange={(event) => setSuggestion(event.currentTarget.checked)}
          />
        </Group>
      </Stack>
    </Section>
  );
}
