import { Badge, Button, Table, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import type { Shape } from '../../api/client';
import { RelativeTime } from '../../components/status/RelativeTime';
import { useNotify } from '../../components/status/useNotify';
import { useWords } from '../../i18n';

/** Open sessions and tokens, newest first, each with a button that ends it. */
export function SessionTable({
  items,
  onEnd,
}: {
  items: Shape<'SessionView'>[];
  onEnd: (id: string) => Promise<unknown>;
}) {
  const { account: words } = useWords();
  const queries = useQueryClient();
  const notify = useNotify();
  const end = async (id: string) => {
    try {
      await onEnd(id);
      notify.success(words.ended);
      await queries.invalidateQueries();
    } catch (error) {
      notify.error(error);
    }
  };
  if (items.length === 0) return <Text size="sm">{words.noSessions}</Text>;
  return (
    <Table verticalSpacing={4} horizontalSpacing="xs" fz="sm">
      <Table.Tbody>
        {items.map(({ id, kind, label, scope, address, current, seenAt }) => (
          <Table.Tr key={id}>
            <Table.Td>
              {kind === 'token' ? (label ?? words.token) : words.browser}
              {scope === 'read' && ` · ${words.readsOnly}`}
            </Table.Td>
            <Table.Td c="dimmed" visibleFrom="xs">
              {address}
            </Table.Td>
            <Table.Td>
              <RelativeTime at={seenAt} />
            </Table.Td>
            <Table.Td ta="right">
              {current ? (
                <Badge tt="none" miw="max-content">
                  {words.current}
                </Badge>
              ) : (
                <Button variant="default" size="compact-xs" onClick={() => void end(id)}>
                  {words.end}
                </Button>
              )}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
