import { Alert, Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { api, http } from '../api/client';
import { ConfirmDialog } from '../components/layout/ConfirmDialog';
import { UserName } from '../components/users/UserName';
import { RelativeTime } from '../components/status/RelativeTime';
import { useWords } from '../i18n';
import { useMe } from './session';

/** how soon a missing worker is noticed */
const EVERY_MS = 30_000;

/** Shown on every screen while sending is paused or no worker is running. */
export function SendingStatusAlert() {
  const { dispatching: words, noWorker } = useWords().shell;
  const me = useMe();
  const [asks, setAsks] = useState(false);
  const query = api.useQuery('get', '/api/v1/dispatching', {}, { refetchInterval: EVERY_MS });
  if (query.data?.state === 'on' && query.data.workers === 0)
    return (
      <Alert color="red" title={noWorker.title} role="alert" mb="sm" p="xs">
        {noWorker.note}
      </Alert>
    );
  if (query.data?.state !== 'off') return null;
  const { reason, changedBy, changedAt } = query.data;
  return (
    <Alert color="red" title={words.off} role="alert" mb="sm" p="xs">
      <Group justify="space-between" gap="xs">
        <Text size="sm" component="div">
          {reason} <RelativeTime at={changedAt} />
          {changedBy !== 'system' && changedBy !== 'cli' && (
            <>
              {', '}
              <UserName id={changedBy} />
            </>
          )}
        </Text>
        {me.has('admin') && (
          <Button color="red" onClick={() => setAsks(true)}>
            {words.resume}
          </Button>
        )}
      </Group>
      {asks && (
        <ConfirmDialog
          title={words.resume}
          note={words.resumeNote}
          reasonLabel={words.reason}
          reasonPlaceholder={words.resumeHint}
          confirmLabel={words.resume}
          colour="red"
          onConfirm={async (why) => {
            await http.PUT('/api/v1/dispatching', { body: { state: 'on', reason: why } });
            await query.refetch();
          }}
          onClose={() => setAsks(false)}
        />
      )}
    </Alert>
  );
}
