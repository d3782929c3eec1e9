import { Box, Group, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import type { ReactNode } from 'react';

export function Screen({
  title,
  note,
  actions,
  children,
}: {
  title: string;
  note?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}) {
  useDocumentTitle(`${title} · Overture`);
  return (
    <Box>
      <Group justify="space-between" align="center" mb="sm" gap="xs">
        <Group gap="sm" align="baseline">
          <Title order={1} fz="xl">
            {title}
          </Title>
          {note}
        </Group>
        <Group gap="xs">{actions}</Group>
      </Group>
      {children}
    </Box>
  );
}
