import { ActionIcon, Group, Paper, SimpleGrid, Text } from '@mantine/core';
import { IconPencil, IconX } from '@tabler/icons-react';
import { useQueries } from '@tanstack/react-query';
import { useState } from 'react';
import { api, http, type Shape } from '../../../api/client';
import { useMe } from '../../../shell/session';
import { useNotify } from '../../../components/status/useNotify';
import { Section } from '../../../components/layout/Section';
import { QueryState } from '../../../components/status/QueryState';
import { ScreenLink } from '../../../components/layout/ScreenLink';
import { useWords } from '../../../i18n';
import { AddRole } from './AddRole';
import { BuyingGroupContact as MemberForm } from './BuyingGroupContact';

type Member = Shape<'BuyingGroupContactView'>;
type Role = Member['role'];

/** Shows the buying roles and who has them. A required role without a contact is shown as a gap. */
export function BuyingGroup({ organizationId }: { organizationId: string }) {
  const { accounts, terms } = useWords();
  const { buyingGroup: words } = accounts;
  const path = { params: { path: { id: organizationId } } };
  const group = api.useQuery('get', '/api/v1/organizations/{id}/buying-roles', path);
  const needed = useNeeded();
  const edits = useMe().has('sales_ops', 'admin', 'rep');
  const reload = () => void group.refetch();
  const [editing, setEditing] = useState<string | null>(null);
  return (
    <Section title={words.title}>
      <QueryState query={group} lines={3}>
        {({ items }) => {
          const roles = (Object.keys(terms.role) as Role[]).filter(
            (role) => needed.has(role) || items.some((each) => each.role === role),
          );
          const edited = items.find(({ id }) => id === editing);
          return (
            <>
              <SimpleGrid cols={{ base: 1, xs: 2, sm: 3 }} spacing="xs" role="list" aria-label={words.title}>
                {roles.map((role) => (
                  <RoleSlot
                    key={role}
                    role={role}
                    needed={needed.has(role)}
                    members={items.filter((each) => each.role === role)}
                    edits={edits}
                    reload={reload}
                    onEdit={setEditing}
                  />
                ))}
              </SimpleGrid>
              {edited && <MemberForm key={edited.id} member={edited} onClose={() => setEditing(null)} />}
              <Text size="xs" c="dimmed" mt={4}>
                {words.note}
              </Text>
              {edits && <AddRole organizationId={organizationId} reload={reload} />}
            </>
          );
        }}
      </QueryState>
    </Section>
  );
}

/** Roles that live propositions require. */
function useNeeded(): Set<Role> {
  const propositions = api.useQuery('get', '/api/v1/propositions', { params: { query: { limit: 50 } } }).data?.items;
  const live = (propositions ?? []).flatMap(({ liveVersionId }) => liveVersionId ?? []);
  const versions = useQueries({
    queries: live.map((id) => api.queryOptions('get', '/api/v1/versions/{id}', { params: { path: { id } } })),
  });
  return new Set(versions.flatMap(({ data }) => data?.requiredRoles ?? []));
}

function RoleSlot({
  role,
  needed,
  members,
  edits,
  reload,
  onEdit,
}: {
  role: Role;
  needed: boolean;
  members: Member[];
  edits: boolean;
  reload: () => void;
  onEdit: (id: string) => void;
}) {
  const { accounts, terms } = useWords();
  const { buyingGroup: words } = accounts;
  const notify = useNotify();
  const attitudes: Record<string, string> = words.attitude;
  const take = async (member: Member) => {
    const { id, organizationId, contactId, confidence, attitude, influence, preferredSupplier } = member;
    try {
      await http.DELETE('/api/v1/buying-roles/{id}', { params: { path: { id } } });
      notify.success(words.roleRemoved, () =>
        http
          .POST('/api/v1/organizations/{id}/buying-roles', {
            params: { path: { id: organizationId } },
            body: { contactId, role, confidence, attitude, influence, preferredSupplier },
          })
          .then(reload, (error: unknown) => notify.error(error)),
      );
      reload();
    } catch (error) {
      notify.error(error);
    }
  };
  return (
    <Paper withBorder p="xs" role="listitem" style={members.length === 0 ? { borderStyle: 'dashed' } : {}}>
      <Text size="xs" c="dimmed">
        {terms.role[role]}
        {needed && ` · ${words.needed}`}
      </Text>
      {members.length === 0 && (
        <Text size="sm" fw={600} c="var(--mantine-color-red-light-color)">
          {words.gap}
        </Text>
      )}
      {members.map((member) => (
        <Group key={member.id} justify="space-between" wrap="nowrap" align="start" gap={4}>
          <div>
            <ScreenLink to="/contacts" search={{ open: member.contactId }} size="sm" fw={600}>
              {member.contactName}
            </ScreenLink>
            <Text size="xs" c="dimmed">
              {[
                member.title,
                words.confidence[member.confidence],
                member.attitude !== null && attitudes[String(member.attitude)],
                member.influence !== null && words.influence(member.influence),
                member.preferredSupplier && `${words.supplier} ${member.preferredSupplier}`,
              ]
                .filter(Boolean)
                .join(' · ')}
            </Text>
          </div>
          {edits && (
            <Group gap={4} wrap="nowrap">
              <ActionIcon
                size="xs"
                variant="subtle"
                color="gray"
                aria-label={words.edit(member.contactName)}
                onClick={() => onEdit(member.id)}
              >
                <IconPencil size={12} />
              </ActionIcon>
              <ActionIcon
                size="xs"
                variant="subtle"
                color="gray"
                aria-label={words.removeRole(terms.role[role], member.contactName)}
                onClick={() => void take(member)}
              >
                <IconX size={12} />
              </ActionIcon>
            </Group>
          )}
        </Group>
      ))}
    </Paper>
  );
}
