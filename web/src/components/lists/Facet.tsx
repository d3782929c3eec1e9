import { Group, Text, UnstyledButton } from '@mantine/core';
import { plain, useWords } from '../../i18n';
import classes from './Facet.module.css';
import { useNumbers } from '../../i18n/useNumbers';

/** Filter chips with counts; one or several values can be selected. */
export function Facet({
  label,
  counts,
  value,
  onChange,
  format,
  order,
}: {
  label: string;
  counts: Record<string, number> | undefined;
  /** selected values, separated by commas */
  value: string | undefined;
  onChange: (value: string | undefined) => void;
  format?: (value: string) => string;
  order?: readonly string[];
}) {
  const { terms } = useWords();
  const { n } = useNumbers();
  const known: Record<string, string> = terms.state;
  const chosen = new Set(value?.split(',').filter(Boolean));
  const present = Object.keys(counts ?? {});
  const values = [
    ...new Set([...(order ?? []).filter((each) => present.includes(each) || chosen.has(each)), ...present, ...chosen]),
  ];
  if (values.length === 0) return null;
  const toggle = (each: string) => {
    const next = new Set(chosen);
    if (!next.delete(each)) next.add(each);
    onChange(next.size > 0 ? [...next].join(',') : undefined);
  };
  return (
    <Group gap={4} role="group" aria-label={label} className={classes.facet}>
      <Text size="xs" c="dimmed">
        {label}
      </Text>
      {values.map((each) => (
        <UnstyledButton
          key={each}
          className={classes.chip}
          aria-pressed={chosen.has(each)}
          onClick={() => toggle(each)}
        >
          {format?.(each) ?? known[each] ?? plain(each)} <span className={classes.count}>{n(counts?.[each] ?? 0)}</span>
        </UnstyledButton>
      ))}
    </Group>
  );
}
