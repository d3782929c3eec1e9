import { Badge, CloseButton, Group, Text } from '@mantine/core';
import { api } from '../../../api/client';
import { useFilters } from '../../../components/lists/useListing';
import { plain, useWords } from '../../../i18n';

type Name =
  | 'versionId'
  | 'campaignId'
  | 'sessionId'
  | 'repId'
  | 'step'
  | 'stepKey'
  | 'industry'
  | 'objection'
  | 'competitor'
  | 'connected'
  | 'latest'
  | 'quoted'
  | 'countedAs'
  | 'occurredAt.from'
  | 'occurredAt.to'
  | 'at.from'
  | 'at.to';

/** Filters that came from the opened figure and that no chip of this list shows. */
export function ActiveFilters({ names }: { names: readonly Name[] }) {
  const { feedback: words } = useWords();
  const { filters, set } = useFilters();
  const present = names.filter((name) => filters[name]);
  if (present.length === 0) return null;
  return (
    <Group gap={6} mb="xs" role="group" aria-label={words.activeFilters}>
      <Text size="xs" c="dimmed">
        {words.activeFilters}
      </Text>
      {present.map((name) => (
        <Badge
          key={name}
          tt="none"
          size="lg"
          fw={500}
          rightSection={<Away name={name} onClick={() => set({ [name]: undefined })} />}
        >
          <Says name={name} value={filters[name]!} />
        </Badge>
      ))}
    </Group>
  );
}

function Away({ name, onClick }: { name: string; onClick: () => void }) {
  const { feedback: words } = useWords();
  return <CloseButton size="xs" iconSize={12} aria-label={words.removeFilter(name)} onClick={onClick} />;
}

function Says({ name, value }: { name: Name; value: string }) {
  const { feedback: words, terms, buying } = useWords();
  const objection: Record<string, string> = terms.objection;
  const counted: Record<string, string> = words.countedAs;
  const of = (type: string, id: string) => ({ enabled: name === type && id !== 'none' });
  const path = { params: { path: { id: value } } };
  const version = api.useQuery('get', '/api/v1/versions/{id}', path, of('versionId', value));
  const campaign = api.useQuery('get', '/api/v1/campaigns/{id}', path, of('campaignId', value));
  const rep = api.useQuery('get', '/api/v1/users/{id}', path, of('repId', value));
  const none = value === 'none';
  switch (name) {
    case 'versionId':
      return version.data ? words.versionOf(version.data.title, version.data.number) : '…';
    case 'campaignId':
      return campaign.data?.name ?? '…';
    case 'sessionId':
      return buying.group;
    case 'repId':
      return none ? words.inbound : (rep.data?.name ?? '…');
    case 'step':
    case 'stepKey':
      return none ? words.noStep : plain(value);
    case 'objection':
      return objection[value] ?? plain(value);
    case 'connected':
    case 'latest':
    case 'quoted':
      return words[name];
    case 'countedAs':
      return counted[value] ?? plain(value);
    case 'at.from':
    case 'occurredAt.from':
      return `${words.from} ${value.slice(0, 10)}`;
    case 'at.to':
    case 'occurredAt.to':
      return `${words.to} ${value.slice(0, 10)}`;
    default:
      return none ? `${words[name]}: —` : value;
  }
}
