import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { http, type Shape } from '../../../api/client';
import { useNow } from '../../../shell/clock';
import { useMe } from '../../../shell/session';
import { DateText } from '../../../components/status/DateText';
import { useNotify } from '../../../components/status/useNotify';
import { useWords } from '../../../i18n';

/** An absence that still holds the person, and the way to take it back. */
export function Away({
  contact: { id, revision, awayUntil },
  reload,
}: {
  contact: Shape<'ContactView'>;
  reload: () => void;
}) {
  const { contact: words, details } = useWords().accounts;
  const corrects = useMe().has('sales_ops', 'admin', 'rep');
  const notify = useNotify();
  const now = useNow();
  const [busy, setBusy] = useState(false);
  if (!awayUntil || Date.parse(awayUntil) <= now) return null;
  const takeBack = async () => {
    setBusy(true);
    try {
      await http.PATCH('/api/v1/contacts/{id}', {
        params: { path: { id } },
        headers: { 'if-match': `"${revision}"` },
        body: { awayUntil: null },
      });
      notify.success(details.saved);
    } catch (error) {
      notify.error(error);
    }
    setBusy(false);
    reload();
  };
  return (
    <Group gap="xs">
      <Text size="sm" component="div">
        {words.awayUntil} <DateText at={awayUntil} />
      </Text>
      {corrects && (
        <Button variant="default" size="compact-xs" disabled={busy} onClick={() => void takeBack()}>
          {words.isBack}
        </Button>
      )}
    </Group>
  );
}
