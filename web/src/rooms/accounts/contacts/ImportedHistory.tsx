import { Badge, Group, Text } from '@mantine/core';
import { useListing, type Filters } from '../../../components/lists/useListing';
import { useLanguage, useWords } from '../../../i18n';
import { day, money } from './imported';

const FEW = 8;

/** What an import of kind history brought of an organization or a contact, the latest first. */
export function ImportedHistory({ filters }: { filters: Filters }) {
  const { history: words } = useWords().accounts;
  const { language } = useLanguage();
  const outcomes: Record<string, string> = words.outcomes;
  const interactions = useListing('/api/v1/past-interactions', { filters });
  const opportunities = useListing('/api/v1/past-opportunities', { filters });
  const entries = [
    ...interactions.items.map((each) => ({
      id: each.id,
      on: each.occurredOn,
      what: [words.kinds[each.kind], each.outcome, each.contactName, each.rep],
      note: each.note,
    })),
    ...opportunities.items.map((each) => ({
      id: each.id,
      on: each.closedOn ?? each.openedOn,
      what: [
        words.kinds.opportunity,
        outcomes[each.outcome],
        each.name ?? each.product ?? each.externalId,
        money(language, each.valueMinor, each.currency),
        each.reason,
        each.rep,
      ],
      note: each.note,
    })),
  ].toSorted((one, other) => (other.on ?? '').localeCompare(one.on ?? ''));
  if (entries.length === 0) return null;
  return (
    <>
      <Text size="sm" fw={600} mt="xs">
        {words.imported}
      </Text>
      {entries.slice(0, FEW).map(({ id, on, what, note }) => (
        <div key={id}>
          <Group gap="xs">
            <Text size="xs" c="dimmed">
              {on ? day(language, on) : '—'}
            </Text>
            <Text size="sm">{what.filter(Boolean).join(' · ')}</Text>
            <Badge size="xs" variant="light" color="gray">
              {words.imported}
            </Badge>
          </Group>
          {note && (
            <Text size="xs" c="dimmed" lineClamp={2} style={{ whiteSpace: 'pre-wrap' }}>
              {note}
            </Text>
          )}
        </div>
      ))}
    </>
  );
}
