import { Group, Text, UnstyledButton } from '@mantine/core';
import { useFilters, useListing } from '../../../components/lists/useListing';
import { useNumbers } from '../../../i18n/useNumbers';
import { useWords } from '../../../i18n';

const WIDE = 90;

/** Each bar filters the list. */
export function ReasonBars() {
  const { mail } = useWords();
  const { n } = useNumbers();
  const { filters, set } = useFilters();
  const { q, state } = filters;
  const { by } = useListing('/api/v1/inbound-mails', { filters: { q, state }, count: ['kind', 'bounceClass'] });
  const kinds = bars(by.kind, mail.kinds, 'kind').filter(({ value }) => value !== 'bounce');
  const all = [...kinds, ...bars(by.bounceClass, mail.bounce, 'bounceClass')];
  const most = Math.max(1, ...all.map(({ count }) => count));
  if (all.length === 0) return null;
  return (
    <Group gap="lg" mb="xs" role="group" aria-label={mail.reasons}>
      {all.map(({ filter, value, label, count }) => (
        <UnstyledButton
          key={value}
          aria-pressed={filters[filter] === value}
          onClick={() =>
            set({ kind: undefined, bounceClass: undefined, [filter]: filters[filter] === value ? undefined : value })
          }
        >
          <Text size="xs" fw={filters[filter] === value ? 700 : 400}>
            {label} <b>{n(count)}</b>
          </Text>
          <svg width={WIDE} height="8" aria-hidden>
            <rect width={WIDE} height="8" rx="2" fill="var(--mantine-color-default-border)" />
            <rect
              width={(WIDE * count) / most}
              height="8"
              rx="2"
              fill={COLOURS[value] ?? 'var(--mantine-primary-color-filled)'}
            />
          </svg>
        </UnstyledButton>
      ))}
    </Group>
  );
}

const COLOURS: Record<string, string> = {
  hard: 'var(--mantine-color-red-7)',
  soft: 'var(--mantine-color-yellow-7)',
  policy: 'var(--mantine-color-orange-7)',
  complaint: 'var(--mantine-color-red-7)',
};

const bars = (
  counts: Record<string, number> | undefined,
  names: Record<string, string>,
  filter: 'kind' | 'bounceClass',
) =>
  Object.entries(names).flatMap(([value, label]) => {
    const count = counts?.[value] ?? 0;
    return count > 0 ? [{ filter, value, label: filter === 'kind' ? label : `${names[value]}`, count }] : [];
  });
