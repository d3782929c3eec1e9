import { Group, Text, Title } from '@mantine/core';
import type { LinkProps } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { ScreenLink, type ScreenPath, type ScreenSearch } from '../../components/layout/ScreenLink';
import { useListing, type Filters, type ListPath } from '../../components/lists/useListing';
import { useNumbers } from '../../i18n/useNumbers';
import { RelativeTime } from '../../components/status/RelativeTime';

/** A count that links to its records, by the same filters. A count of zero is hidden. */
export function TodoItem<Path extends ScreenPath>({
  of,
  filters,
  to,
  label,
  urgent = false,
}: {
  of: ListPath;
  filters: ScreenSearch<Path>;
  to: Path;
  label: (n: number) => string;
  urgent?: boolean;
}) {
  const { total } = useListing(of, { filters: filters as Filters });
  return total ? <Row n={total} link={{ to, search: filters }} label={label} urgent={urgent} /> : null;
}

function Row({
  n,
  link,
  label,
  urgent = false,
}: {
  n: number;
  link: LinkProps;
  label: (n: number) => string;
  urgent?: boolean;
}) {
  const numbers = useNumbers();
  return (
    <Group gap="xs" wrap="nowrap" data-waits>
      <Text
        fw={700}
        w={44}
        ta="right"
        c={urgent ? 'var(--mantine-color-red-text)' : undefined}
        style={{ fontVariantNumeric: 'tabular-nums' }}
      >
        {numbers.n(n)}
      </Text>
      <ScreenLink {...link} size="sm">
        {label(n)}
      </ScreenLink>
    </Group>
  );
}

function Item({ link, label, due, late = false }: { link: LinkProps; label: string; due: string; late?: boolean }) {
  return (
    <Group gap="xs" wrap="nowrap" pl={56}>
      <ScreenLink {...link} size="sm" c="var(--mantine-color-text)" truncate>
        {label}
      </ScreenLink>
      <Text span size="xs" c={late ? 'var(--mantine-color-red-text)' : 'dimmed'} style={{ flexShrink: 0 }}>
        <RelativeTime at={due} />
      </Text>
    </Group>
  );
}

TodoItem.Row = Row;
TodoItem.Item = Item;
TodoItem.Title = ({ children }: { children: ReactNode }) => (
  <Title order={2} fz="md">
    {children}
  </Title>
);
/** The style sheet hides it while any row is shown. */
TodoItem.Nothing = ({ children }: { children: ReactNode }) => (
  <Text size="sm" c="dimmed" className="nothing-waits">
    {children}
  </Text>
);
