import { Group, Kbd, Modal, Stack, Text } from '@mantine/core';
import { Fragment } from 'react';
import { useWords } from '../i18n';
import { keyNames, useLetterKeys, useActiveKeys, type Shortcut } from './shortcuts';

export function ShortcutHelp({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { shell } = useWords();
  const live = useActiveKeys();
  const [letters] = useLetterKeys();
  const everywhere = live.filter(([, key]) => key.everywhere);
  const here = live.filter(([, key]) => !key.everywhere);
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={shell.shortcuts.title}
      closeButtonProps={{ 'aria-label': shell.actions.close }}
    >
      {!letters && <Text size="sm">{shell.shortcuts.off}</Text>}
      {opened && here.length > 0 && <Table title={shell.shortcuts.here} keys={here} then={shell.shortcuts.between} />}
      {opened && <Table title={shell.shortcuts.everywhere} keys={everywhere} then={shell.shortcuts.between} />}
    </Modal>
  );
}

function Table({ title, keys, then }: { title: string; keys: [string, Shortcut][]; then: string }) {
  return (
    <Stack gap={4} mb="md">
      <Text fw={600} size="sm">
        {title}
      </Text>
      {keys.map(([name, { label }]) => (
        <Group key={name} justify="space-between">
          <Text size="sm">{label}</Text>
          <Group gap={4}>
            {keyNames(name).map((press, i) => (
              <Fragment key={`${press}${i}`}>
                {i > 0 && <Text size="xs">{then}</Text>}
                <Kbd size="xs">{press}</Kbd>
              </Fragment>
            ))}
          </Group>
        </Group>
      ))}
    </Stack>
  );
}
