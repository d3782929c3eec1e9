import { Alert, Button, Group, Table, Text } from '@mantine/core';
import { useWords } from '../../i18n';

/** Shows how two concurrent edits differ and lets the user choose. No input is lost. */
export function EditConflict({
  theirs,
  yours,
  names = {},
  onKeepMine,
  onUseTheirs,
}: {
  theirs: Record<string, unknown>;
  yours: Record<string, unknown>;
  names?: Record<string, string>;
  onKeepMine: () => void;
  onUseTheirs: () => void;
}) {
  const { conflict: words } = useWords().launch;
  const differing = Object.keys(yours).filter((key) => shown(yours[key]) !== shown(theirs[key]));
  return (
    <Alert color="yellow" title={words.title} role="alert">
      <Text size="sm">{words.note}</Text>
      <Table fz="sm" my="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{words.field}</Table.Th>
            <Table.Th>{words.theirs}</Table.Th>
            <Table.Th>{words.yours}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {differing.map((key) => (
            <Table.Tr key={key}>
              <Table.Th scope="row">{names[key] ?? key}</Table.Th>
              <Table.Td>{shown(theirs[key])}</Table.Td>
              <Table.Td>{shown(yours[key])}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Group gap="xs">
        <Button onClick={onKeepMine}>{words.mine}</Button>
        <Button variant="default" onClick={onUseTheirs}>
          {words.take}
        </Button>
      </Group>
    </Alert>
  );
}

const shown = (value: unknown): string =>
  value === null || value === undefined || value === ''
    ? '—'
    : typeof value === 'object'
      ? JSON.stringify(value)
      : String(value as string | number | boolean);
