import { Box, Group, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';

export interface BarItem {
  key: string;
  label: ReactNode;
  n: number;
  /** the dark part of `n`; the rest is light */
  solid?: number;
  shown: string;
  /** wraps the number, e.g. in a link to its records */
  link?: (shown: ReactNode) => ReactNode;
  note?: ReactNode;
  colour?: string;
}

/** Bars on one scale. Each has its number as text, so that the chart is not needed to read it. */
export function BarList({ bars, whole, label }: { bars: BarItem[]; whole?: number; label: string }) {
  const most = whole ?? Math.max(1, ...bars.map(({ n }) => n));
  const share = (n: number) => `${most > 0 ? Math.min(100, (n / most) * 100) : 0}%`;
  return (
    <Stack gap={6} role="list" aria-label={label}>
      {bars.map(({ key, label, n, solid = n, shown, link, note, colour = 'var(--mantine-color-anchor)' }) => (
        <Box key={key} role="listitem">
          <Group justify="space-between" gap="xs" wrap="nowrap">
            <Text size="sm" truncate>
              {label}
            </Text>
            <Group gap={6} wrap="nowrap" style={{ fontVariantNumeric: 'tabular-nums' }}>
              {note && (
                <Text size="xs" c="dimmed" component="span">
                  {note}
                </Text>
              )}
              <Text size="sm" fw={600} component="span">
                {link ? link(shown) : shown}
              </Text>
            </Group>
          </Group>
          <Box
            h={8}
            bg="var(--mantine-color-default-hover)"
            style={{ borderRadius: 2, overflow: 'hidden' }}
            aria-hidden
            pos="relative"
          >
            <Box pos="absolute" h={8} w={share(n)} style={{ background: colour, opacity: 0.35 }} />
            <Box pos="absolute" h={8} w={share(solid)} style={{ background: colour }} />
          </Box>
        </Box>
      ))}
    </Stack>
  );
}
