import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { http } from '../../api/client';
import { useNotify } from '../../components/status/useNotify';
import { ConfirmDialog } from '../../components/layout/ConfirmDialog';
import { useWords } from '../../i18n';

/** Pauses all sending within seconds if something wrong goes out. Due work is kept. */
export function StopSending() {
  const { dispatching: words } = useWords().shell;
  const queries = useQueryClient();
  const notify = useNotify();
  const [asks, setAsks] = useState(false);
  return (
    <>
      <Button variant="default" onClick={() => setAsks(true)}>
        {words.pause}
      </Button>
      {asks && (
        <ConfirmDialog
          title={words.pause}
          note={words.pauseNote}
          reasonLabel={words.reason}
          reasonPlaceholder={words.pauseHint}
          confirmLabel={words.pause}
          colour="red"
          onConfirm={async (reason) => {
            await http.PUT('/api/v1/dispatching', { body: { state: 'off', reason } });
            notify.success(words.paused);
            await queries.invalidateQueries();
          }}
          onClose={() => setAsks(false)}
        />
      )}
    </>
  );
}
