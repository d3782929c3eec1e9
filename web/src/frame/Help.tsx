import { Group, Kbd, Modal, Stack, Text } from '@mantine/core';
import { Fragment } from 'react';
import { useWords } from '../words';
import { spell, useLetters, useLiveKeys, type Key } from './keys';

/** Every key that is alive on this screen. */
export function Help({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { frame } = useWords();
  const live = useLiveKeys();
  const [letters] = useLetters();
  const everywhere = live.filter(([, key]) => key.everywhere);
  const here = live.filter(([, key]) => !key.everywhere);
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={frame.keys.title}
      closeButtonProps={{ 'aria-label': frame.act.close }}
    >
      {!letters && <Text size="sm">{frame.keys.off}</Text>}
      {opened && here.length > 0 && <Table title={frame.keys.here} keys={here} then={frame.keys.afterwards} />}
      {opened && <Table title={frame.keys.everywhere} keys={everywhere} then={frame.keys.afterwards} />}
    </Modal>
  );
}

function Table({ title, keys, then }: { title: string; keys: [string, Key][]; then: string }) {
  return (
    <Stack gap={4} mb="md">
      <Text fw={600} size="sm">
        {title}
      </Text>
      {keys.map(([name, { says }]) => (
        <Group key={name} justify="space-between">
          <Text size="sm">{says}</Text>
          <Group gap={4}>
            {spell(name).map((press, i) => (
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
