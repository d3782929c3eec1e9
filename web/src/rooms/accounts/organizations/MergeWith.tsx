import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { api, type Shape } from '../../../api/client';
import { useMe } from '../../../shell/session';
import { QueryState } from '../../../components/status/QueryState';
import { useWords } from '../../../i18n';
import { OrganizationPicker } from '../contacts/OrganizationPicker';
import { MergeDialog } from '../duplicates/MergeDialog';
import type { MergeableRecord } from '../duplicates/mergeable';

type View = Shape<'OrganizationView'>;

/** Merges the organization with one that a person chooses. */
export function MergeWith({ organization, onMerged }: { organization: View; onMerged: (survivorId: string) => void }) {
  const { shell, duplicates: words } = useWords();
  const [picks, setPicks] = useState(false);
  const [otherId, setOtherId] = useState<string | null>(null);
  const close = () => {
    setPicks(false);
    setOtherId(null);
  };
  if (!useMe().has('sales_ops')) return null;
  if (!picks)
    return (
      <div>
        <Button variant="default" size="compact-xs" onClick={() => setPicks(true)}>
          {words.organizations.mergeWith} …
        </Button>
      </div>
    );
  return (
    <Group gap="xs" align="end">
      <OrganizationPicker
        label={words.organizations.mergeWith}
        value={otherId}
        onChange={(id) => setOtherId(id === organization.id ? null : id)}
      />
      <Button variant="default" onClick={close}>
        {shell.actions.cancel}
      </Button>
      {otherId && <WithChosen organization={organization} otherId={otherId} onMerged={onMerged} onClose={close} />}
    </Group>
  );
}

function WithChosen({
  organization,
  otherId,
  onMerged,
  onClose,
}: {
  organization: View;
  otherId: string;
  onMerged: (survivorId: string) => void;
  onClose: () => void;
}) {
  const query = api.useQuery('get', '/api/v1/organizations/{id}', { params: { path: { id: otherId } } });
  return (
    <QueryState query={query} lines={1}>
      {(other) => (
        <MergeDialog
          of="organizations"
          one={recordOf(organization)}
          other={recordOf(other)}
          onMerged={onMerged}
          onClose={onClose}
        />
      )}
    </QueryState>
  );
}

const recordOf = ({ id, name, city, country }: View): MergeableRecord => ({
  id,
  name,
  details: [[city, country].filter(Boolean).join(', ') || null],
});
