import { Button, Group, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { http } from '../../../api/client';
import { useNotify } from '../../../components/status/useNotify';
import { useWords } from '../../../i18n';
import type { TaskCard } from '../desk/form/draft';
import { Reps, useReps } from './Reps';

export function Reassign({ card }: { card: TaskCard }) {
  const { tasks: words } = useWords().work;
  const notify = useNotify();
  const queries = useQueryClient();
  const [repId, setRep] = useState('');
  const [reason, setReason] = useState('');
  const reps = useReps().filter(({ id }) => id !== card.owner?.id);
  const give = async (to: string, why: string) => {
    await http.POST('/api/v1/organizations/{id}/ownership', {
      params: { path: { id: card.organization.id } },
      body: { repId: to, reason: why },
    });
    await queries.invalidateQueries();
  };
  const submit = async () => {
    const name = reps.find(({ id }) => id === repId)?.name ?? '';
    const before = card.owner?.id;
    try {
      await give(repId, reason.trim());
      setRep('');
      setReason('');
      notify.success(
        words.reassigned(name),
        before ? () => give(before, reason.trim()).catch(notify.error) : undefined,
      );
    } catch (error) {
      notify.error(error);
    }
  };
  return (
    <Group
      component="form"
      align="end"
      gap="xs"
      onSubmit={(event: React.FormEvent) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Reps label={words.reassign} of={reps} value={repId} onChange={setRep} />
      <TextInput
        size="xs"
        label={words.reassignReason}
        value={reason}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
      />
      <Button type="submit" variant="default" disabled={!repId || !reason.trim()}>
        {words.reassignAction}
      </Button>
    </Group>
  );
}
