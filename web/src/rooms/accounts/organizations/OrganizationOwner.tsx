import { Button, Group, Select, Text } from '@mantine/core';
import { useState } from 'react';
import { api, http } from '../../../api/client';
import { useMe } from '../../../shell/session';
import { useNotify } from '../../../components/status/useNotify';
import { ConfirmDialog } from '../../../components/layout/ConfirmDialog';
import { Section } from '../../../components/layout/Section';
import { RelativeTime } from '../../../components/status/RelativeTime';
import { useWords } from '../../../i18n';

export function OrganizationOwner({ id }: { id: string }) {
  const { owner: words } = useWords().accounts;
  const me = useMe();
  const notify = useNotify();
  const [asks, setAsks] = useState(false);
  const [repId, setRepId] = useState<string | null>(null);
  const path = { params: { path: { id } } };
  const { data, refetch } = api.useQuery('get', '/api/v1/organizations/{id}/ownership', path);
  const users = api.useQuery('get', '/api/v1/users', { params: { query: { limit: 200 } } }).data?.items ?? [];
  const named = (userId: string | null) => users.find((each) => each.id === userId)?.name ?? '—';
  return (
    <Section title={words.title}>
      <Group gap="xs">
        <Text size="sm">{data?.repId ? named(data.repId) : words.none}</Text>
        {me.has('manager', 'sales_ops', 'admin') && (
          <Button variant="default" size="compact-xs" onClick={() => setAsks(true)}>
            {words.reassign}
          </Button>
        )}
      </Group>
      {data?.history.map((each) => (
        <Text key={each.changedAt} size="xs" c="dimmed" component="div">
          {named(each.fromRep)} → {named(each.toRep)}: {each.reason} · <RelativeTime at={each.changedAt} />
        </Text>
      ))}
      {asks && (
        <ConfirmDialog
          title={words.reassignTitle}
          note={words.note}
          reasonLabel={words.reason}
          reasonPlaceholder={words.hint}
          confirmLabel={words.reassign}
          onConfirm={async (reason) => {
            await http.POST('/api/v1/organizations/{id}/ownership', { ...path, body: { repId: repId!, reason } });
            notify.success(words.done);
            await refetch();
          }}
          onClose={() => setAsks(false)}
        >
          <Select
            label={words.to}
            data={users
              .filter(({ roles }) => roles.includes('rep'))
              .map((each) => ({ value: each.id, label: each.name }))}
            value={repId}
            onChange={setRepId}
            searchable
          />
        </ConfirmDialog>
      )}
    </Section>
  );
}
