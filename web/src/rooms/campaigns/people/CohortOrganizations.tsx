import { Checkbox, Group, Text } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { StateBadge } from '../../../components/status/StateBadge';
import { useFilters } from '../../../components/lists/useListing';
import { Listing } from '../../../components/lists/Listing';
import { EmptyState } from '../../../components/status/EmptyState';
import { ScreenLink } from '../../../components/layout/ScreenLink';
import { plain, useWords } from '../../../i18n';
import { useCampaignId } from '../campaign/useCampaign';

export function CohortOrganizations() {
  const words = useWords();
  const { coverage } = words.campaigns;
  const reasons: Record<string, string> = words.terms.reason;
  const roles: Record<string, string> = words.terms.role;
  const id = useCampaignId();
  const navigate = useNavigate();
  const { filters, set } = useFilters();
  const linkTo = (organizationId: string, count: number, more: object = {}) =>
    count === 0 ? (
      <Text span size="sm" c="dimmed">
        0
      </Text>
    ) : (
      <ScreenLink
        to="/campaigns/$id/decision-makers"
        params={{ id }}
        search={{ organizationId, ...more }}
        size="sm"
        onClick={(event: React.MouseEvent) => event.stopPropagation()}
      >
        {count}
      </ScreenLink>
    );
  return (
    <>
      <Checkbox
        size="xs"
        mb="xs"
        label={coverage.gaps}
        checked={filters.gaps === 'true'}
        onChange={(event) => set({ gaps: event.currentTarget.checked ? 'true' : undefined })}
      />
      <Listing
        name="coverage"
        of="/api/v1/campaigns/{id}/coverage/organizations"
        names={{ id }}
        idOf="organizationId"
        csv={false}
        columns={[
          { key: 'name', title: coverage.organization, render: ({ name }) => name },
          {
            key: 'standing',
            title: coverage.standing,
            wide: true,
            render: ({ excluded, heldOut }) => (
              <Group gap={4}>
                {excluded && <StateBadge state="excluded" label={reasons[excluded] ?? plain(excluded)} />}
                {heldOut && <StateBadge state="scheduled" label={coverage.heldOut} />}
              </Group>
            ),
          },
          {
            key: 'enrolled',
            title: coverage.enrolled,
            right: true,
            render: ({ organizationId, enrolled }) => linkTo(organizationId, enrolled),
          },
          {
            key: 'contacted',
            title: coverage.contacted,
            right: true,
            render: ({ organizationId, contacted }) => linkTo(organizationId, contacted, { 'touches.from': '1' }),
          },
          {
            key: 'conversed',
            title: coverage.conversed,
            right: true,
            wide: true,
            render: ({ organizationId, conversed }) => linkTo(organizationId, conversed, { conversed: 'true' }),
          },
          {
            key: 'terminal',
            title: coverage.ended,
            right: true,
            render: ({ organizationId, terminal }) =>
              linkTo(organizationId, terminal, { state: 'finished,bounced,opted_out,excluded,failed' }),
          },
          {
            key: 'missingRoles',
            title: coverage.missing,
            wide: true,
            render: ({ missingRoles }) =>
              missingRoles.length === 0 ? (
                <Text span size="sm" c="dimmed">
                  {coverage.complete}
                </Text>
              ) : (
                missingRoles.map((role) => roles[role] ?? plain(role)).join(', ')
              ),
          },
        ]}
        onOpen={({ organizationId }) =>
          void navigate({ to: '/campaigns/$id/decision-makers', params: { id }, search: { organizationId } })
        }
        empty={<EmptyState title={coverage.none}>{coverage.noneYet}</EmptyState>}
      />
    </>
  );
}
