import { List, Radio, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { api, http, type Shape } from '../../../api/client';
import { ConfirmDialog } from '../../../components/layout/ConfirmDialog';
import { QueryState } from '../../../components/status/QueryState';
import { useNotify } from '../../../components/status/useNotify';
import { plain, useWords } from '../../../i18n';
import { mergesPath, previewPath, type Mergeable, type MergeableRecord } from './mergeable';

type Field = NonNullable<Shape<'NewOrganizationMerge'>['take']>[number];

/** Which record stays, which values it keeps, and what moves to it: shown before anything is written. */
export function MergeDialog({
  of,
  one,
  other,
  onMerged,
  onClose,
}: {
  of: Mergeable;
  one: MergeableRecord;
  other: MergeableRecord;
  /** also where it was refused: the list may have changed */
  onMerged: (survivorId: string) => void;
  onClose: () => void;
}) {
  const { accounts, duplicates: words } = useWords();
  const notify = useNotify();
  const [survivor, setSurvivor] = useState(one.id);
  const [take, setTake] = useState<Field[]>([]);
  const merge = {
    params: { path: { id: survivor } },
    body: { otherId: survivor === one.id ? other.id : one.id, take },
  };
  const preview = api.useQuery('post', previewPath(of), merge, { meta: { still: true } });
  const moved: Record<string, string> = words.moved;
  const fields: Record<string, unknown> =
    of === 'contacts' ? accounts.contact : { ...accounts.organization, ...words.organizations.fields };
  const relationship: Record<string, string> = accounts.relationship;
  const valueOf = (field: Field, value: string) => (field === 'relationship' ? relationship[value] : value);
  return (
    <ConfirmDialog
      title={words[of].mergeTitle}
      note={words[of].mergeNote}
      confirmLabel={words.merge}
      ready={preview.isSuccess}
      onConfirm={async () => {
        await http.POST(mergesPath(of), merge).finally(() => onMerged(survivor));
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
          {[one, other].map(({ id, name, details }) => (
            <Radio key={id} value={id} label={[name, details[0]].filter(Boolean).join(' · ')} />
          ))}
        </Stack>
      </Radio.Group>
      <QueryState query={preview} lines={3}>
        {({ conflicts, moved: counts }) => (
          <Stack gap="sm">
            {conflicts.map(({ field, kept, other: rest }) => (
              <Radio.Group
                key={`${survivor} ${field}`}
                label={String(fields[field])}
                value={take.includes(field) ? 'other' : 'kept'}
                onChange={(choice) =>
                  setTake((all) => [...all.filter((each) => each !== field), ...(choice === 'other' ? [field] : [])])
                }
              >
                <Stack gap={4} mt={4}>
                  <Radio value="kept" label={valueOf(field, kept)} />
                  <Radio value="other" label={valueOf(field, rest)} />
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
