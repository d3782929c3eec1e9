import { Card, Center, Stack, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import type { ReactNode } from 'react';

/** A screen for people who are not signed in: a card in the middle. */
export function PublicScreen({ title, children }: { title: string; children: ReactNode }) {
  useDocumentTitle(title);
  return (
    <Center mih="100vh" p="md" component="main">
      <Card withBorder w="100%" maw={360} padding="lg">
        <Stack>
          <Title order={1} fz="lg">
            {title}
          </Title>
          {children}
        </Stack>
      </Card>
    </Center>
  );
}
