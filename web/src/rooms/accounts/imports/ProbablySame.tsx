import { Anchor, Button, Checkbox, Group, Stack, Table, Text } from '@mantine/core';
import type { Shape } from '../../../api/client';
import { listUrl, useListing } from '../../../components/lists/useListing';
import { Section } from '../../../components/layout/Section';
import { ErrorAlert } from '../../../components/status/ErrorAlert';
import { useNumbers } from '../../../i18n/useNumbers';
import { useWords } from '../../../i18n';
import type { ImportPlan } from './ColumnMapping';

const OF = '/api/v1/imports/{id}/matches';

/** Rows that were taken for a known record of another spelling: a person may say that they are somebody else. */
export function ProbablySame({
  file,
  plan,
  onChange,
  editable,
}: {
  file: Shape<'ImportView'>;
  plan: ImportPlan;
  onChange: (plan: ImportPlan) => void;
  editable: boolean;
}) {
  const { probablySame: words } = useWords().imports;
  const { n } = useNumbers();
  const names = { id: file.id };
  const found = useListing(OF, { names, still: true });
  const lines = plan.sharedMailboxLines ?? [];
  const different = (line: number): boolean => plan.sharedMailbox === true || lines.includes(line);
  const say = (line: number, is: boolean) =>
    onChange({ ...plan, sharedMailboxLines: is ? [...lines, line] : lines.filter((each) => each !== line) });
  if (found.isError) return <ErrorAlert error={found.error} again={() => void found.refetch()} />;
  if (found.items.length === 0) return null;
  return (
    <Section title={words.title}>
      <Stack gap="xs">
        <Text size="sm">{editable ? words.note : words.noteAfter}</Text>
        {editable && (
          <Checkbox
            label={words.allDifferent}
            checked={plan.sharedMailbox ?? false}
            onChange={(event) => onChange({ ...plan, sharedMailbox: event.currentTarget.checked })}
          />
        )}
        <Table.ScrollContainer
          minWidth={560}
          scrollAreaProps={{ viewportProps: { tabIndex: 0, 'aria-label': words.title, role: 'region' } }}
        >
          <Table fz="sm" verticalSpacing={4}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th w={70}>{words.line}</Table.Th>
                <Table.Th>{words.given}</Table.Th>
                <Table.Th>{words.known}</Table.Th>
                <Table.Th>{words.whyTitle}</Table.Th>
                <Table.Th>{words.result}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {found.items.map(({ id, line, entity, why, given, known, result }) => (
                <Table.Tr key={id}>
                  <Table.Td>{n(line)}</Table.Td>
                  <Table.Td>{given}</Table.Td>
                  <Table.Td>{known}</Table.Td>
                  <Table.Td>{words.why[why]}</Table.Td>
                  <Table.Td>
                    {editable && entity === 'contact' && (result === 'attached' || different(line)) ? (
                      <Checkbox
                        size="xs"
                        label={words.different}
                        aria-label={`${given}, ${known}: ${words.different}`}
                        checked={different(line)}
                        disabled={plan.sharedMailbox === true}
                        onChange={(event) => say(line, event.currentTarget.checked)}
                      />
                    ) : (
                      words.results[result]
                    )}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
        <Group gap="md">
          {found.hasNextPage && (
            <Button
              variant="default"
              size="compact-sm"
              loading={found.isFetchingNextPage}
              onClick={() => void found.fetchNextPage()}
            >
              {words.more(n(found.items.length), n(found.total ?? found.items.length))}
            </Button>
          )}
          <Anchor href={listUrl(`${OF}.csv`, names)} size="sm">
            {words.download}
          </Anchor>
        </Group>
      </Stack>
    </Section>
  );
}
