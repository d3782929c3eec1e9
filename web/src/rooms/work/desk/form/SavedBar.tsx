import { Alert, Button, Group, Text } from '@mantine/core';
import { KeyHint } from '../../../../components/layout/KeyHint';
import { outbox, type UnsentRecord } from '../../../../api/outbox';
import { useWords } from '../../../../i18n';
import type { OutcomeDraft } from './draft';

export function SavedBar({
  waiting,
  onUndo,
  onTeach,
}: {
  waiting: UnsentRecord[];
  onUndo: () => void;
  onTeach: (() => void) | undefined;
}) {
  const { work } = useWords();
  const open = waiting.filter(({ refused }) => refused === undefined);
  const last = open.at(-1);
  const late = open.some(({ tries }) => tries > 0);
  return (
    <Group gap="xs" role="status" wrap="nowrap">
      {last && !late && (
        <Text size="sm" c="dimmed" truncate maw={220}>
          {work.saved(last.label)}
        </Text>
      )}
      {late && (
        <Text size="sm" c="var(--mantine-color-red-text)" title={work.offline}>
          {work.waiting(open.length)}
        </Text>
      )}
      {last && (
        <Button variant="light" onClick={onUndo} rightSection={<KeyHint keys="z" />}>
          {work.undo}
        </Button>
      )}
      {onTeach && (
        <Button variant="light" color="green" onClick={onTeach} rightSection={<KeyHint keys="y" />}>
          {work.lessonAsk}
        </Button>
      )}
    </Group>
  );
}

/** Records that the API rejected, with their input. */
export function RejectedRecords({
  waiting,
  onMend,
}: {
  waiting: UnsentRecord[];
  onMend: (item: UnsentRecord) => void;
}) {
  const { work } = useWords();
  return waiting.map((item) =>
    item.refused === undefined ? null : (
      <Alert key={item.id} color="red" p="xs" mb="xs" role="alert" title={`${work.refused}: ${item.label}`}>
        <Text size="sm">{item.refused}</Text>
        {(item.draft as OutcomeDraft).verbatim && (
          <Text size="sm" fs="italic">
            {(item.draft as OutcomeDraft).verbatim}
          </Text>
        )}
        <Group gap="xs" mt={4}>
          <Button variant="default" onClick={() => onMend(item)}>
            {work.reopen}
          </Button>
          <Button variant="subtle" color="gray" onClick={() => outbox.drop(item.id)}>
            {work.discard}
          </Button>
        </Group>
      </Alert>
    ),
  );
}
