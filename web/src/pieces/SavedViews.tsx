import { ActionIcon, Button, Group, Menu, TextInput, Tooltip } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { IconBookmark, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useMe } from '../frame/session';
import { useWords } from '../words';
import { useFilters, type Filters } from './listing';

/** Filters under a name, kept in this browser for this person. */
export function SavedViews({ of }: { of: string }) {
  const { list, act } = useWords().frame;
  const { id } = useMe();
  const { filters, replace } = useFilters();
  const [views, setViews] = useLocalStorage<Record<string, Filters>>({
    key: `overture.views.${id}.${of}`,
    defaultValue: {},
  });
  const [name, setName] = useState('');
  const { open: _open, ...asked } = filters;
  const forget = (each: string) =>
    setViews((before) => Object.fromEntries(Object.entries(before).filter(([key]) => key !== each)));
  return (
    <Menu position="bottom-end" withinPortal closeOnItemClick>
      <Menu.Target>
        <Tooltip label={list.saved}>
          <ActionIcon variant="subtle" color="gray" aria-label={list.saved}>
            <IconBookmark size={16} />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        {Object.entries(views).map(([each, saved]) => (
          <Group key={each} gap={0} wrap="nowrap">
            <Menu.Item onClick={() => replace(saved)}>{each}</Menu.Item>
            <ActionIcon variant="subtle" color="gray" aria-label={list.forget(each)} onClick={() => forget(each)}>
              <IconTrash size={14} />
            </ActionIcon>
          </Group>
        ))}
        <Group
          component="form"
          gap={4}
          p={4}
          onSubmit={(event) => {
            event.preventDefault();
            if (name.trim()) setViews((before) => ({ ...before, [name.trim()]: asked }));
            setName('');
          }}
        >
          <TextInput
            size="xs"
            aria-label={list.saveName}
            placeholder={list.saveName}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Button type="submit" variant="default" aria-label={list.save}>
            {act.save}
          </Button>
        </Group>
      </Menu.Dropdown>
    </Menu>
  );
}
