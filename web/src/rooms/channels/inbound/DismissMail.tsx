import { Button, Group, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { http, type Shape } from '../../../api/client';
import { useNotify } from '../../../components/status/useNotify';
import { useWords } from '../../../i18n';

export function DismissMail({ mail, onDone }: { mail: Shape<'InboundMailView'>; onDone: () => void }) {
  const { mail: words } = useWords();
  const notify = useNotify();
  const queries = useQueryClient();
  const [reason, setReason] = useState('');
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!reason.trim()) return;
    try {
      await http.POST('/api/v1/inbound-mails/{id}/dismissal', {
        params: { path: { id: mail.id } },
        body: { reason: reason.trim() },
      });
      await queries.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[1]).includes('inbound-mails') });
      notify.success(words.dismissed);
      onDone();
    } catch (error) {
      notify.error(error);
    }
  };
  return (
    <Group component="form" gap="xs" align="end" onSubmit={(event: FormEvent) => void submit(event)}>
      <TextInput
        size="xs"
        flex={1}
        label={words.dismissWhy}
        maxLength={500}
        value={reason}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
      />
      <Button type="submit" variant="default" disabled={!reason.trim()}>
        {words.dismiss}
      </Button>
    </Group>
  );
}
