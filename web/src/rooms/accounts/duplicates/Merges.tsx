import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { api, http } from '../../../api/client';
import { useNow } from '../../../shell/clock';
import { useMe } from '../../../shell/session';
import { ConfirmDialog } from '../../../components/layout/ConfirmDialog';
import { DateText } from '../../../components/status/DateText';
import { useNotify } from '../../../components/status/useNotify';
import { useWords } from '../../../i18n';
import { mergesPath, undoPath, type Mergeable } from './mergeable';

/** Records that became part of this one, as long as they can be taken apart. */
export function Merges({ of, id, reload }: { of: Mergeable; id: string; reload: () => void }) {
  const { duplicates: words } = useWords();
  const decides = useMe().has('sales_ops');
  const notify = useNotify();
  const now = useNow();
  const [undoes, setUndoes] = useState<string | null>(null);
  const { data, refetch } = api.useQuery('get', mergesPath(of), { params: { path: { id } } });
  const merges = data?.items.filter(
    ({ survivorId, undoneAt, undoUntil }) => survivorId === id && !undoneAt && Date.parse(undoUntil) > now,
  );
  return (
    <>
      {merges?.map((merge) => (
        <Group key={merge.id} gap="xs">
          <Text size="sm" component="div">
            {words.mergedWith(merge.name)} · <DateText at={merge.at} />
          </Text>
          {decides && (
            <Button variant="default" size="compact-xs" onClick={() => setUndoes(merge.id)}>
              {words.undo} …
            </Button>
          )}
        </Group>
      ))}
      {undoes && (
        <ConfirmDialog
          title={words.undoTitle}
          note={words.undoNote}
          confirmLabel={words.undo}
          onConfirm={async () => {
            const path = { params: { path: { id, mergeId: undoes } } };
            await http.POST(undoPath(of), path);
            notify.success(words[of].undone);
            await refetch();
            reload();
          }}
          onClose={() => setUndoes(null)}
        />
      )}
    </>
  );
}
