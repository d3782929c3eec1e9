import { Group, Paper, Text, Title } from '@mantine/core';
import { useId, type ReactNode } from 'react';

export function Section({
  title,
  note,
  actions,
  children,
}: {
  title: ReactNode;
  note?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <Paper withBorder p="sm" component="section" aria-labelledby={id} miw={0}>
      <Group justify="space-between" align="center" gap="xs" mb={note ? 0 : 'xs'}>
        <Title order={2} fz="md" id={id}>
          {title}
        </Title>
        {actions}
      </Group>
      {note && (
        <Text size="xs" c="dimmed" mb="xs">
          {note}
        </Text>
      )}
      {children}
    </Paper>
  );
}
