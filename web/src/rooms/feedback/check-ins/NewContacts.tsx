import { ActionIcon, Button, Group, NativeSelect, Paper, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { Section } from '../../../components/layout/Section';
import { useWords } from '../../../i18n';
import { NEW_CONTACT, type ContactDraft } from './draft';

const ATTITUDES = ['2', '1', '0', '-1', '-2'] as const;

export function NewContacts({ value, change }: { value: ContactDraft[]; change: (all: ContactDraft[]) => void }) {
  const { buying, checkIns: words, terms } = useWords();
  const edit = (at: number, more: Partial<ContactDraft>) =>
    change(value.map((each, i) => (i === at ? { ...each, ...more } : each)));
  const text = (at: number, name: keyof ContactDraft, label: string, type = 'text') => (
    <TextInput
      label={label}
      type={type}
      value={value[at]![name]}
      onChange={({ currentTarget }) => edit(at, { [name]: currentTarget.value })}
    />
  );
  return (
    <Section title={words.newContactsTitle} note={words.newContactsNote}>
      <Stack gap="xs">
        {value.map((each, at) => (
          <Paper key={at} withBorder p="xs">
            <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="xs" verticalSpacing={4}>
              {text(at, 'name', words.name)}
              <NativeSelect
                label={words.role}
                data={Object.entries(terms.role).map(([role, label]) => ({ value: role, label }))}
                value={each.role}
                onChange={({ currentTarget }) => edit(at, { role: currentTarget.value })}
              />
              {text(at, 'title', words.jobTitle)}
              {text(at, 'email', words.email, 'email')}
              {text(at, 'since', words.sinceWhen, 'date')}
              <NativeSelect
                label={words.attitude}
                data={[
                  { value: '', label: buying.noAttitude },
                  ...ATTITUDES.map((value_) => ({ value: value_, label: buying.attitude[value_] })),
                ]}
                value={each.attitude}
                onChange={({ currentTarget }) => edit(at, { attitude: currentTarget.value })}
              />
              {text(at, 'preferredSupplier', words.supplier)}
            </SimpleGrid>
            <Group justify="end">
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={words.remove}
                onClick={() => change(value.filter((_, i) => i !== at))}
              >
                <IconX size={16} />
              </ActionIcon>
            </Group>
          </Paper>
        ))}
        <Group>
          <Button variant="default" onClick={() => change([...value, NEW_CONTACT])}>
            {words.addPerson}
          </Button>
        </Group>
      </Stack>
    </Section>
  );
}
