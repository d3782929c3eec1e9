import { ActionIcon, Button, Group, Menu, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { IconBraces, IconTrash } from '@tabler/icons-react';
import { useRef } from 'react';
import { api } from '../../../../api/client';
import { BUYING_ROLES, type BuyingRole } from '../../../../components/forms/buyingRoles';
import { useWords } from '../../../../i18n';
import type { Step } from '../steps';

type Box = HTMLInputElement | HTMLTextAreaElement;

/** Merge fields are chosen from a list, so that they always exist. */
export function MailFields({
  step,
  set,
  problems,
}: {
  step: Step;
  set: (more: Partial<Step>) => void;
  problems: Record<string, string>;
}) {
  const { plays, terms } = useWords();
  const { step: words } = plays;
  /** the field with the last focus; the text by default */
  const body = useRef<HTMLTextAreaElement>(null);
  const last = useRef<Box | null>(null);
  const lenses = step.lenses ?? {};
  const free = BUYING_ROLES.filter((role) => lenses[role] === undefined);
  const lens = (role: string, text: string | undefined) => {
    const { [role]: _gone, ...rest } = lenses;
    const next = text === undefined ? rest : { ...lenses, [role]: text };
    set({ lenses: Object.keys(next).length > 0 ? next : undefined });
  };
  /** Inserts at the caret as if typed, so that the browser's own undo works. */
  function insert(name: string) {
    const box = last.current?.isConnected ? last.current : body.current;
    box?.focus();
    document.execCommand('insertText', false, `{{ ${name} }}`);
  }
  const writes = { onFocus: (event: React.FocusEvent<Box>) => (last.current = event.currentTarget) };
  return (
    <Stack gap="xs">
      <TextInput
        {...writes}
        label={words.subject}
        required
        maxLength={200}
        value={step.subject ?? ''}
        error={problems.subject}
        onChange={(event) => set({ subject: event.currentTarget.value })}
      />
      <Textarea
        {...writes}
        ref={body}
        label={words.body}
        required
        autosize
        minRows={6}
        maxRows={24}
        value={step.body ?? ''}
        error={problems.body}
        onChange={(event) => set({ body: event.currentTarget.value })}
      />
      <Fields onPick={insert} />
      <Text size="sm" fw={500}>
        {words.lenses}
      </Text>
      <Text size="xs" c="dimmed">
        {words.lensesNote}
      </Text>
      {BUYING_ROLES.filter((role) => lenses[role] !== undefined).map((role) => (
        <Group key={role} gap={4} wrap="nowrap" align="start">
          <Textarea
            {...writes}
            flex={1}
            label={terms.role[role]}
            autosize
            minRows={1}
            value={lenses[role] ?? ''}
            error={problems[`lenses.${role}`]}
            onChange={(event) => lens(role, event.currentTarget.value)}
          />
          <ActionIcon
            mt={26}
            variant="subtle"
            color="gray"
            aria-label={words.removeLens(terms.role[role])}
            onClick={() => lens(role, undefined)}
          >
            <IconTrash size={16} />
          </ActionIcon>
        </Group>
      ))}
      <AddLens roles={free} onAdd={(role) => lens(role, '')} />
      <Textarea
        {...writes}
        label={words.mjml}
        description={words.mjmlNote}
        autosize
        minRows={1}
        maxRows={16}
        spellCheck={false}
        styles={{ input: { fontFamily: 'monospace' } }}
        value={step.mjml ?? ''}
        error={problems.mjml}
        onChange={(event) => set({ mjml: event.currentTarget.value || undefined })}
      />
    </Stack>
  );
}

function Fields({ onPick }: { onPick: (name: string) => void }) {
  const { plays } = useWords();
  const labels: Record<string, string> = plays.field;
  const { data } = api.useQuery('get', '/api/v1/merge-fields', {}, { staleTime: Infinity });
  return (
    <Group gap="xs">
      <Menu position="bottom-start" withinPortal returnFocus={false}>
        <Menu.Target>
          <Button variant="default" size="compact-xs" leftSection={<IconBraces size={14} />}>
            {plays.step.fields}
          </Button>
        </Menu.Target>
        <Menu.Dropdown mah={320} style={{ overflowY: 'auto' }}>
          {data?.items.map(({ name }) => (
            <Menu.Item key={name} onClick={() => onPick(name)}>
              {labels[name] ?? name}{' '}
              <Text span size="xs" c="dimmed">
                {name}
              </Text>
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <Text size="xs" c="dimmed">
        {plays.step.fieldsNote}
      </Text>
    </Group>
  );
}

function AddLens({ roles, onAdd }: { roles: BuyingRole[]; onAdd: (role: BuyingRole) => void }) {
  const { plays, terms } = useWords();
  return (
    <Menu position="bottom-start" withinPortal>
      <Menu.Target>
        <Button variant="subtle" size="compact-xs" style={{ alignSelf: 'start' }}>
          {plays.step.addLens}
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah={320} style={{ overflowY: 'auto' }}>
        {roles.map((role) => (
          <Menu.Item key={role} onClick={() => onAdd(role)}>
            {terms.role[role]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
