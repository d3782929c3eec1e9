import { Box, Group, Paper, Title } from '@mantine/core';
import { useId, type ReactNode } from 'react';

/** A part of a screen under its own heading. */
export function Part({ title, aside, children }: { title: ReactNode; aside?: ReactNode; children: ReactNode }) {
  const id = useId();
  return (
    <Paper withBorder p="sm" component="section" aria-labelledby={id} style={{ minWidth: 0 }}>
      <Group justify="space-between" mb="xs" gap="xs">
        <Title order={2} fz="md" id={id}>
          {title}
        </Title>
        {aside}
      </Group>
      <Box>{children}</Box>
    </Paper>
  );
}
