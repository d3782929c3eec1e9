import { Box, Group, Text, Tooltip } from '@mantine/core';
import { useWords } from '../../i18n';
import { useNumbers } from '../../i18n/useNumbers';

/** A rate from the API. `rate`, `low` and `high` are missing if the sample is too small to show one. */
export interface RateValue {
  n: number;
  successes: number;
  shown: boolean;
  rate?: number;
  low?: number;
  high?: number;
}

/**
 * Draws a rate with its 95% interval on a common scale, so that rows can be compared. A small sample shows only its
 * n.
 */
export function Rate({
  rate,
  least,
  scale = 1,
  colour = 'var(--mantine-primary-color-filled)',
}: {
  rate: RateValue;
  least: number;
  scale?: number;
  colour?: string;
}) {
  const { evidence } = useWords().shell;
  const { n, p } = useNumbers();
  if (!rate.shown || rate.rate === undefined)
    return (
      <Tooltip label={evidence.tooFew(rate.n, least)}>
        <Text size="sm" c="dimmed" tabIndex={0}>
          n = {n(rate.n)}
        </Text>
      </Tooltip>
    );
  const at = (share: number) => `${Math.min(100, (share / scale) * 100)}%`;
  const low = rate.low ?? rate.rate;
  const high = rate.high ?? rate.rate;
  return (
    <Group
      gap="xs"
      wrap="nowrap"
      title={`${evidence.of(n(rate.successes), n(rate.n))}; ${evidence.interval(p(low), p(high))}`}
    >
      <Box
        pos="relative"
        h={14}
        miw={36}
        style={{ flex: 1, borderBottom: '1px solid var(--mantine-color-default-border)' }}
        aria-hidden
      >
        <Box
          pos="absolute"
          top={5}
          h={4}
          left={at(low)}
          style={{ width: `calc(${at(high)} - ${at(low)})`, background: colour, opacity: 0.35, borderRadius: 2 }}
        />
        <Box pos="absolute" top={2} h={10} w={3} left={at(rate.rate)} style={{ background: colour, borderRadius: 1 }} />
      </Box>
      <Text size="sm" w={52} ta="right" style={{ fontVariantNumeric: 'tabular-nums' }}>
        {p(rate.rate)}
      </Text>
      <Text size="xs" c="dimmed" w={64} style={{ fontVariantNumeric: 'tabular-nums' }}>
        {n(rate.successes)}/{n(rate.n)}
      </Text>
    </Group>
  );
}
