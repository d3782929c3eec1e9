import { Group, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './Desk.module.css';

export function Box({
  title,
  aside,
  fits = 'grows',
  children,
}: {
  title: string;
  aside?: ReactNode;
  /** which side shrinks if there is too little space */
  fits?: 'grows' | 'shrinks' | 'stays';
  children: ReactNode;
}) {
  const scrolls = fits !== 'stays';
  return (
    <section
      className={[classes.box, fits === 'grows' && classes.grows, fits === 'shrinks' && classes.shrinks]
        .filter(Boolean)
        .join(' ')}
      aria-label={title}
      {...(scrolls ? { tabIndex: 0 } : {})}
    >
      <Group justify="space-between" wrap="nowrap" gap="xs" mb={2}>
        <Title order={2} fz="xs" c="dimmed" fw={600}>
          {title}
        </Title>
        {aside}
      </Group>
      {children}
    </section>
  );
}
