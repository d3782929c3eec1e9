import { List, Radio, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { api, http, type Shape } from '../../../api/client';
import { ConfirmDialog } from '../../../components/layout/ConfirmDialog';
import { QueryState } from '../../../components/status/QueryState';
import { useNotify } from '../../../components/status/useNotify';
import { plain, useWords } from '../../../i18n';

type Field = NonNullable<Shape<'NewContactMerge'>['take']>[number];

/** Which record stays, which values it keeps, and what moves to it: shown before anything is written. */
export function MergeDialog({
  pair: { contactId, otherId, name, otherName, email, otherEmail },
  onMerged,
  onClose,
}: {
  pair: Shape<'DuplicateView'>;
  onMerged: () => void;
  onClose: () => void;
}) {
  const { accounts, duplicates: words } = useWords();
  const notify = useNotify();
  const [survivor, setSurvivor] = useState(contactId);
  const [take, setTake] = useState<Field[]>([]);
  const merge = {
    params: { path: { id: survivor } },
    body: { otherId: survivor === contactId ? otherId : contactId, take },
  };
  const preview = api.useQuery('post', '/api/v1/contacts/{id}/merge-previews', merge, { meta: { still: true } });
  const moved: Record<string, string> = words.moved;
  return (
    <ConfirmDialog
      title={words.mergeTitle}
      note={words.mergeNote}
      confirmLabel={words.merge}
      ready={preview.isSuccess}
      onConfirm={async () => {
        await http.POST('/api/v1/contacts/{id}/merges', merge).finally(onMerged);
        notify.success(words.merged);
      }}
      onClose={onClose}
    >
      <Radio.Group
        label={words.stays}
        value={survivor}
        onChange={(id) => {
          setSurvivor(id);
          setTake([]);
        }}
      >
        <Stack gap={4} mt={4}>
          <Radio value={contactId} label={[name, email].filter(Boolean).join(' · ')} />
          <Radio value={otherId} label={[otherName, otherEmail].filter(Boolean).join(' · ')} />
        </Stack>
      </Radio.Group>
      <QueryState query={preview} lines={3}>
        {({ conflicts, moved: counts }) => (
          <Stack gap="sm">
            {conflicts.map(({ field, kept, other }) => (
              <Radio.Group
                key={`${survivor} ${field}`}
                label={accounts.contact[field]}
                value={take.includes(field) ? 'other' : 'kept'}
                onChange={(choice) =>
                  setTake((all) => [...all.filter((each) => each !== field), ...(choice === 'other' ? [field] : [])])
                }
              >
                <Stack gap={4} mt={4}>
                  <Radio value="kept" label={kept} />
                  <Radio value="other" label={other} />
                </Stack>
              </Radio.Group>
            ))}
            <div>
              <Text size="sm" fw={500}>
                {words.moves}
              </Text>
              {Object.keys(counts).length === 0 && <Text size="sm">{words.movesNothing}</Text>}
              <List size="sm">
                {Object.entries(counts).map(([what, n]) => (
                  <List.Item key={what}>
                    {moved[what] ?? plain(what)}: {n}
                  </List.Item>
                ))}
              </List>
            </div>
          </Stack>
        )}
      </QueryState>
    </ConfirmDialog>
  );
}
