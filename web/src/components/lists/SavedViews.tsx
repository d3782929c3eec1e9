import { ActionIcon, Button, Checkbox, Group, Popover, Text, TextInput, Tooltip } from '@mantine/core';
import { IconBookmark, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { api, http, type Shape } from '../../api/client';
import { useMe } from '../../shell/session';
import { useWords } from '../../i18n';
import { useNotify } from '../status/useNotify';
import { useFilters, type Filters } from './useListing';

type View = Shape<'SavedViewView'>;

/** Saved filters of a list: private or shared. */
export function SavedViews({ of }: { of: string }) {
  const { list, actions } = useWords().shell;
  const me = useMe();
  const notify = useNotify();
  const { filters, replace } = useFilters();
  const views = api.useQuery('get', '/api/v1/saved-views/{list}', { params: { path: { list: of } } });
  const [name, setName] = useState('');
  const [shared, setShared] = useState(false);
  const [opened, setOpened] = useState(false);
  const { open: _open, ...asked } = filters;
  const then = (doing: Promise<unknown>) =>
    doing.then(
      () => views.refetch(),
      (error: unknown) => notify.error(error),
    );
  const keep = (body: Pick<View, 'name' | 'filters' | 'shared'>) =>
    then(http.POST('/api/v1/saved-views', { body: { ...body, list: of } }));
  const forget = async (view: View) => {
    await then(
      http.DELETE('/api/v1/saved-views/{id}', { params: { path: { id: view.id } } }).then(() =>
        // No undo for other owners' views: an administrator would restore them under the administrator's own name.
        notify.success(list.viewDeleted(view.name), ...(view.ownerId === me.id ? [() => keep(view)] : [])),
      ),
    );
  };
  return (
    <Popover position="bottom-end" withinPortal trapFocus returnFocus opened={opened} onChange={setOpened}>
      <Popover.Target>
        <Tooltip label={list.saved}>
          <ActionIcon variant="subtle" color="gray" aria-label={list.saved} onClick={() => setOpened(!opened)}>
            <IconBookmark size={16} />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown p={4} aria-label={list.saved}>
        {views.data?.items.map((view) => (
          <Group key={view.id} gap={0} wrap="nowrap">
            <Button
              variant="subtle"
              color="gray"
              fullWidth
              justify="flex-start"
              onClick={() => {
                replace(view.filters as Filters);
                setOpened(false);
              }}
            >
              {view.name}{' '}
              {view.shared && (
                <Text span size="xs" c="dimmed">
                  {list.shared}
                </Text>
              )}
            </Button>
            {(view.ownerId === me.id || me.has('admin')) && (
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={list.deleteView(view.name)}
                onClick={() => void forget(view)}
              >
                <IconTrash size={14} />
              </ActionIcon>
            )}
          </Group>
        ))}
        <Group
          component="form"
          gap={4}
          p={4}
          onSubmit={(event) => {
            event.preventDefault();
            if (name.trim()) void keep({ name: name.trim(), filters: asked, shared });
            setName('');
          }}
        >
          <TextInput
            size="xs"
            aria-label={list.saveName}
            placeholder={list.saveName}
            maxLength={100}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Button type="submit" variant="default" aria-label={list.save}>
            {actions.save}
          </Button>
          <Checkbox
            size="xs"
            w="100%"
            label={list.share}
            checked={shared}
            onChange={(event) => setShared(event.currentTarget.checked)}
          />
        </Group>
      </Popover.Dropdown>
    </Popover>
  );
}
