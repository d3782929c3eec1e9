import { Button, Group, NumberInput, Select, SimpleGrid, Table, TagsInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import { http } from '../../../api/client';
import { Problem } from '../../../api/problem';
import { useKeys } from '../../../shell/shortcuts';
import { useMe, type RoleName } from '../../../shell/session';
import { useNotify } from '../../../components/status/useNotify';
import { changedFields } from '../../../components/forms/changedFields';
import { KeyHint } from '../../../components/layout/KeyHint';
import { Section } from '../../../components/layout/Section';
import { EditConflict } from '../../../components/forms/EditConflict';
import { useWords } from '../../../i18n';

type Thing = { id: string; revision: number } & Record<string, unknown>;
const NUMBERS = ['employees', 'founded', 'revenueMinor'];

/** Shows and edits the details of an organization or contact. A concurrent change is never overwritten unseen. */
export function EditableDetails({
  of,
  thing,
  fields,
  names,
  options,
  roles,
  reload,
}: {
  of: 'organizations' | 'contacts';
  thing: Thing;
  fields: readonly string[];
  names: Record<string, unknown>;
  options: Record<string, Record<string, string>>;
  roles: RoleName[];
  reload: () => void;
}) {
  const { shell, accounts } = useWords();
  const notify = useNotify();
  const me = useMe();
  const [draft, setDraft] = useState<Record<string, unknown> | null>(null);
  const [stale, setStale] = useState<Thing | null>(null);
  const [wrong, setWrong] = useState<Record<string, string>>({});
  const pick = (from: Record<string, unknown>) =>
    Object.fromEntries(fields.map((field) => [field, from[field] ?? null]));
  const path = { params: { path: { id: thing.id } } };
  const where = `/api/v1/${of}/{id}` as '/api/v1/organizations/{id}';
  const put = (body: object, read: number) =>
    http.PATCH(where, { ...path, headers: { 'if-match': `"${read}"` }, body: body });
  async function save(read: number) {
    try {
      const change = changedFields(draft!, pick(thing));
      const saved = await put(change, read);
      setDraft(null);
      setStale(null);
      setWrong({});
      // undo restores the values before this change, even if someone else saved in between
      const before = pick(stale ?? thing);
      const back = Object.fromEntries(Object.keys(change).map((name) => [name, before[name]]));
      notify.success(accounts.details.saved, () =>
        put(back, saved.data!.revision).then(reload, (error: unknown) => notify.error(error)),
      );
      reload();
    } catch (error) {
      if (error instanceof Problem && error.code === 'stale_edit')
        setStale((await http.GET(where, path)).data as unknown as Thing);
      else {
        if (error instanceof Problem) setWrong(error.byField);
        notify.error(error);
      }
    }
  }
  useKeys(
    {
      '$mod+Enter': draft !== null && {
        label: shell.actions.save,
        run: () => void save(thing.revision),
        whileTyping: true,
      },
    },
    { insideDialog: true },
  );
  const labelOf = (name: string) => String(names[name]);
  const shown = (name: string) => {
    const value = thing[name];
    return Array.isArray(value) ? value.join(', ') : (options[name]?.[String(value)] ?? value);
  };
  if (draft === null)
    return (
      <Section
        title={accounts.details.title}
        actions={
          me.has(...roles) && (
            <Button variant="default" size="compact-xs" onClick={() => setDraft(pick(thing))}>
              {shell.actions.edit}
            </Button>
          )
        }
      >
        <Table withRowBorders={false} verticalSpacing={2} fz="sm">
          <Table.Tbody>
            {fields
              .filter((name) => shown(name) !== null && shown(name) !== undefined && shown(name) !== '')
              .map((name) => (
                <Table.Tr key={name}>
                  <Table.Th scope="row" w={150} fw={400} c="dimmed">
                    {labelOf(name)}
                  </Table.Th>
                  <Table.Td style={{ overflowWrap: 'anywhere' }}>{shown(name) as string}</Table.Td>
                </Table.Tr>
              ))}
          </Table.Tbody>
        </Table>
      </Section>
    );
  const set = (name: string, value: unknown) => setDraft({ ...draft, [name]: value });
  return (
    <Section title={accounts.details.title}>
      {stale && (
        <EditConflict
          theirs={pick(stale)}
          yours={{ ...pick(stale), ...changedFields(draft, pick(thing)) }}
          names={Object.fromEntries(fields.map((field) => [field, labelOf(field)]))}
          onKeepMine={() => void save(stale.revision)}
          onUseTheirs={() => (setDraft(null), setStale(null), reload())}
        />
      )}
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="xs">
        {fields.map((name) => {
          const value = draft[name];
          const common = { label: labelOf(name), size: 'xs', error: wrong[name] } as const;
          if (options[name])
            return (
              <Select
                key={name}
                {...common}
                data={Object.entries(options[name]).map(([each, label]) => ({ value: each, label }))}
                value={value === null ? null : String(value)}
                onChange={(next) => set(name, typeof value === 'boolean' ? next === 'true' : next)}
                allowDeselect={false}
              />
            );
          if (Array.isArray(value))
            return (
              <TagsInput
                key={name}
                {...common}
                value={value as string[]}
                onChange={(next) => set(name, next)}
                acceptValueOnBlur
              />
            );
          if (NUMBERS.includes(name))
            return (
              <NumberInput
                key={name}
                {...common}
                value={(value as number | null) ?? ''}
                onChange={(next) => set(name, typeof next === 'number' ? next : null)}
              />
            );
          return (
            <TextInput
              key={name}
              {...common}
              value={(value as string | null) ?? ''}
              onChange={(event) => set(name, event.currentTarget.value || null)}
            />
          );
        })}
      </SimpleGrid>
      <Group mt="xs" justify="flex-end">
        <Button variant="default" onClick={() => (setDraft(null), setStale(null))}>
          {shell.actions.cancel}
        </Button>
        <Button onClick={() => void save(thing.revision)} rightSection={<KeyHint keys="$mod+Enter" />}>
          {shell.actions.save}
        </Button>
      </Group>
    </Section>
  );
}
