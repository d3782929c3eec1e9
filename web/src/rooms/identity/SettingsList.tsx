import { Button, Group, NumberInput, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, http, type Shape } from '../../api/client';
import { useSaying } from '../../pieces/acting';
import { AdminTabs } from '../../pieces/AdminTabs';
import { Screen } from '../../pieces/Screen';
import { Answered } from '../../pieces/Standing';
import { useWords } from '../../words';

type Setting = Shape<'SettingFacts'>;

export function SettingsList() {
  const { frame } = useWords();
  const query = api.useQuery('get', '/api/v1/settings');
  return (
    <Screen title={frame.places.admin}>
      <AdminTabs />
      <Answered query={query}>
        {({ items }) => (
          <Stack gap={0} maw={860}>
            {items.map((setting) => (
              <OneSetting key={`${setting.name} ${setting.value}`} setting={setting} />
            ))}
          </Stack>
        )}
      </Answered>
    </Screen>
  );
}

function OneSetting({ setting: { name, value, about, min, max, default: usual } }: { setting: Setting }) {
  const { admin, frame } = useWords();
  const words = admin.settings;
  const say = useSaying();
  const queries = useQueryClient();
  const [draft, setDraft] = useState<number | string>(value);
  const put = async (to: number) => {
    await http.PUT('/api/v1/settings/{name}', { params: { path: { name } }, body: { value: to } });
    await queries.invalidateQueries({ queryKey: ['get', '/api/v1/settings'] });
  };
  const set = async (to: number) => {
    try {
      await put(to);
      say.done(words.set(name), () => put(value));
    } catch (error) {
      say.refused(error);
    }
  };
  const changed = typeof draft === 'number' && draft !== value;
  return (
    <Group
      justify="space-between"
      wrap="nowrap"
      py={6}
      gap="md"
      style={{ borderBottom: '1px solid var(--mantine-color-default-border)' }}
    >
      <div>
        <Text size="sm" id={`setting-${name}`}>
          {about}
        </Text>
        <Text size="xs" c="dimmed">
          {name} · {words.bounds(min, max)} · {words.usual(usual)}
        </Text>
      </div>
      <Group gap="xs" wrap="nowrap">
        {changed && <Button onClick={() => void set(draft)}>{frame.act.save}</Button>}
        {!changed && value !== usual && (
          <Button variant="subtle" color="gray" onClick={() => void set(usual)}>
            {words.back}
          </Button>
        )}
        <NumberInput
          size="xs"
          w={110}
          aria-labelledby={`setting-${name}`}
          min={min}
          max={max}
          value={draft}
          onChange={setDraft}
          onKeyDown={(event) => event.key === 'Enter' && changed && void set(draft)}
        />
      </Group>
    </Group>
  );
}
