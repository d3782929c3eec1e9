import { Button, Group, Select } from '@mantine/core';
import { useState } from 'react';
import { http, type Shape } from '../../../api/client';
import { useNotify } from '../../../components/status/useNotify';
import { useListing } from '../../../components/lists/useListing';
import { useWords } from '../../../i18n';

type Role = Shape<'BuyingRoleView'>['role'];

export function AddRole({ organizationId, reload }: { organizationId: string; reload: () => void }) {
  const { accounts, terms } = useWords();
  const { buyingGroup: words } = accounts;
  const notify = useNotify();
  const [contactId, setContactId] = useState<string | null>(null);
  const [role, setRole] = useState<string | null>(null);
  const { items } = useListing('/api/v1/contacts', { filters: { organizationId } });
  const give = async () => {
    try {
      await http.POST('/api/v1/organizations/{id}/buying-roles', {
        params: { path: { id: organizationId } },
        body: { contactId: contactId!, role: role as Role },
      });
      notify.success(words.roleAdded);
      setRole(null);
      reload();
    } catch (error) {
      notify.error(error);
    }
  };
  if (items.length === 0) return null;
  return (
    <Group gap="xs" mt="xs" align="end">
      <Select
        size="xs"
        label={words.contact}
        data={items.map(({ id, name }) => ({ value: id, label: name }))}
        value={contactId}
        onChange={setContactId}
        searchable
      />
      <Select
        size="xs"
        label={words.role}
        data={Object.entries(terms.role).map(([value, label]) => ({ value, label }))}
        value={role}
        onChange={setRole}
        searchable
      />
      <Button variant="default" disabled={!contactId || !role} onClick={() => void give()}>
        {words.add}
      </Button>
    </Group>
  );
}
