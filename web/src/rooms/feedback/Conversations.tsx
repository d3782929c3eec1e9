import { Badge, Button, CloseButton, Group, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { api } from '../../api/client';
import { Chip } from '../../pieces/Chip';
import { useFilters, type Filters } from '../../pieces/listing';
import { Listing } from '../../pieces/Listing';
import { Screen } from '../../pieces/Screen';
import { Nothing } from '../../pieces/Standing';
import { When } from '../../pieces/When';
import { plain, useWords } from '../../words';
import { ConversationPanel } from './ConversationPanel';

/** filters that no chip shows; they came along with the number that was opened */
const BROUGHT = [
  'versionId',
  'campaignId',
  'sessionId',
  'repId',
  'stepKey',
  'industry',
  'objection',
  'competitor',
  'connected',
  'latest',
  'quoted',
  'occurredAt.from',
  'occurredAt.to',
] as const;

/** The records behind a number. */
export function Conversations() {
  const { feedback: words, terms } = useWords();
  const { filters, set } = useFilters();
  const role: Record<string, string> = terms.role;
  const disposition: Record<string, string> = terms.disposition;
  const interest: Record<string, string> = terms.interest;
  const objection: Record<string, string> = terms.objection;
  return (
    <Screen
      title={words.conversations}
      actions={
        <Button component={Link} to="/feedback" variant="default" search={back(filters) as never}>
          {words.back}
        </Button>
      }
    >
      <Brought filters={filters} set={set} />
      <Listing
        name="conversations"
        of="/api/v1/conversations"
        facets={[
          { filter: 'disposition', label: words.disposition, says: (value) => disposition[value] ?? plain(value) },
          { filter: 'interest', label: words.interest, says: (value) => interest[value] ?? plain(value) },
          { filter: 'role', label: words.role, says: (value) => role[value] ?? plain(value) },
        ]}
        columns={[
          { key: 'organization', title: words.organization, width: 180, render: ({ organization }) => organization },
          {
            key: 'contact',
            title: words.who,
            width: 180,
            render: (one) => (
              <>
                {one.contact ?? '—'}
                <Text size="xs" c="dimmed">
                  {role[one.role ?? 'unknown'] ?? plain(one.role ?? 'unknown')}
                </Text>
              </>
            ),
          },
          {
            key: 'disposition',
            title: words.disposition,
            width: 150,
            render: (one) => disposition[one.disposition] ?? plain(one.disposition),
          },
          {
            key: 'objections',
            title: words.objection,
            width: 160,
            wide: true,
            render: (one) => one.objections.map((code) => objection[code] ?? plain(code)).join(', ') || '—',
          },
          {
            key: 'quote',
            title: words.quote,
            render: (one) => (
              <>
                {one.quote ?? '—'} {one.simulated && <Chip state="simulated" says={words.simulated} />}
              </>
            ),
          },
          { key: 'rep', title: words.rep, width: 130, wide: true, render: ({ rep }) => rep ?? words.nobody },
          {
            key: 'occurredAt',
            title: words.when,
            width: 110,
            sorts: true,
            render: ({ occurredAt }) => <When at={occurredAt} />,
          },
        ]}
        onOpen={({ id }) => set({ open: id })}
        openId={filters.open}
        empty={<Nothing title={words.none}>{words.noneYet}</Nothing>}
      />
      <ConversationPanel id={filters.open} onClose={() => set({ open: undefined })} />
    </Screen>
  );
}

const back = ({ versionId, campaignId, role, industry, repId, stepKey, ...rest }: Filters): Filters =>
  Object.fromEntries(
    Object.entries({
      versionId,
      campaignId,
      role,
      industry: industry === 'none' ? undefined : industry,
      repId,
      step: stepKey,
      from: rest['occurredAt.from']?.slice(0, 10),
      to: rest['occurredAt.to']?.slice(0, 10),
    }).filter(([, value]) => value),
  );

function Brought({ filters, set }: { filters: Filters; set: (change: Filters) => void }) {
  const { feedback: words } = useWords();
  const present = BROUGHT.filter((name) => filters[name]);
  if (present.length === 0) return null;
  return (
    <Group gap={6} mb="xs" role="group" aria-label={words.narrowedBy}>
      <Text size="xs" c="dimmed">
        {words.narrowedBy}
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
  return <CloseButton size="xs" iconSize={12} aria-label={words.takeAway(name)} onClick={onClick} />;
}

function Says({ name, value }: { name: (typeof BROUGHT)[number]; value: string }) {
  const { feedback: words, terms, buying } = useWords();
  const objection: Record<string, string> = terms.objection;
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
      return none ? words.nobody : (rep.data?.name ?? '…');
    case 'stepKey':
      return none ? words.noStep : plain(value);
    case 'objection':
      return objection[value] ?? plain(value);
    case 'connected':
    case 'latest':
    case 'quoted':
      return words[name];
    case 'occurredAt.from':
      return `${words.from} ${value.slice(0, 10)}`;
    case 'occurredAt.to':
      return `${words.to} ${value.slice(0, 10)}`;
    default:
      return none ? `${words[name]}: —` : value;
  }
}
