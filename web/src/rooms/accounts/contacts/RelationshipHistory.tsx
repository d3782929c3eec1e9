import { Group, Text } from '@mantine/core';
import { api } from '../../../api/client';
import { StateBadge } from '../../../components/status/StateBadge';
import { useListing, type Filters } from '../../../components/lists/useListing';
import { Section } from '../../../components/layout/Section';
import { RelativeTime } from '../../../components/status/RelativeTime';
import { ScreenLink } from '../../../components/layout/ScreenLink';
import { ImportedHistory } from './ImportedHistory';
import { useWords } from '../../../i18n';

const FEW = 8;

export function RelationshipHistory({ filters }: { filters: Filters }) {
  const { accounts, terms } = useWords();
  const { history: words } = accounts;
  const reasons: Record<string, string> = terms.reason;
  const dispositions: Record<string, string> = terms.disposition;
  const enrolments = useListing('/api/v1/enrolments', { filters });
  const conversations = useListing('/api/v1/conversations', { filters });
  const tasks = useListing('/api/v1/tasks', { filters });
  const campaigns = api.useQuery('get', '/api/v1/campaigns', { params: { query: { limit: 200 } } }).data?.items ?? [];
  const none = (
    <Text size="sm" c="dimmed">
      {words.none}
    </Text>
  );
  return (
    <Section title={words.title}>
      <Text size="sm" fw={600}>
        {words.campaigns}
      </Text>
      {enrolments.isSuccess && enrolments.items.length === 0 && none}
      {enrolments.items.slice(0, FEW).map((each) => (
        <Group key={each.id} gap="xs">
          <ScreenLink
            to="/campaigns/$id/decision-makers"
            params={{ id: each.campaignId }}
            search={{ open: each.id }}
            size="sm"
          >
            {campaigns.find(({ id }) => id === each.campaignId)?.name ?? words.campaigns}
          </ScreenLink>
          <Text size="sm">{each.contact}</Text>
          <StateBadge state={each.state} />
          {each.reason && (
            <Text size="xs" c="dimmed">
              {reasons[each.reason]}
            </Text>
          )}
        </Group>
      ))}
      <Text size="sm" fw={600} mt="xs">
        {words.conversations}
      </Text>
      {conversations.isSuccess && conversations.items.length === 0 && none}
      {conversations.items.slice(0, FEW).map((each) => (
        <div key={each.id}>
          <Text size="sm" component="div">
            {dispositions[each.disposition] ?? each.disposition} · {terms.sentiment[each.sentiment]} ·{' '}
            <RelativeTime at={String(each.occurredAt)} />
          </Text>
          {each.verbatim && (
            <Text size="xs" c="dimmed" lineClamp={2}>
              “{each.verbatim}”
            </Text>
          )}
        </div>
      ))}
      <Text size="sm" fw={600} mt="xs">
        {words.tasks}
      </Text>
      {tasks.isSuccess && tasks.items.length === 0 && none}
      {tasks.items.slice(0, FEW).map((each) => (
        <Group key={each.id} gap="xs">
          <Text size="sm">{each.title}</Text>
          <StateBadge state={each.state} />
          <Text size="xs" c="dimmed" component="div">
            <RelativeTime at={each.dueAt} />
          </Text>
        </Group>
      ))}
      <ImportedHistory filters={filters} />
      <ScreenLink to="/tasks" search={filters} size="sm">
        {words.all}: {words.tasks}
      </ScreenLink>
    </Section>
  );
}
