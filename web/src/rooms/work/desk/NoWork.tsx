import { Button, Stack, Text } from '@mantine/core';
import type { Shape } from '../../../api/client';
import { useNumbers } from '../../../i18n/useNumbers';
import { EmptyState } from '../../../components/status/EmptyState';
import { RelativeTime } from '../../../components/status/RelativeTime';
import { useWords } from '../../../i18n';

export function NoWork({ queue, again }: { queue: Shape<'QueueView'> | undefined; again: () => void }) {
  const { work } = useWords();
  const { n } = useNumbers();
  const next = queue?.next ?? [];
  return (
    <EmptyState title={work.none} action={<Button onClick={again}>{work.refresh}</Button>}>
      {queue && queue.held > 0 && <Text span>{work.held(n(queue.held))}. </Text>}
      {next.length === 0 ? (
        work.noneEver
      ) : (
        <>
          {work.noneNext}
          <Stack component="span" gap={2} mt="xs">
            {next.map(({ id, title, organization, at }) => (
              <Text span key={id} size="sm" c="var(--mantine-color-text)">
                <RelativeTime at={at} /> · {title} · {organization}
              </Text>
            ))}
          </Stack>
        </>
      )}
    </EmptyState>
  );
}
