import { Button } from '@mantine/core';
import { useState } from 'react';
import { useMe } from '../../../shell/session';
import { ConfirmDialog } from '../../../components/layout/ConfirmDialog';
import { useBulkAction, type Selection } from '../../../components/lists/useBulkAction';
import { useNumbers } from '../../../i18n/useNumbers';
import { useWords } from '../../../i18n';
import { Reps, useReps } from './Reps';

export function GiveTo({ chosen }: { chosen: Selection }) {
  const { tasks: words } = useWords().work;
  const { n } = useNumbers();
  const me = useMe();
  const many = useBulkAction();
  const reps = useReps();
  const [asks, setAsks] = useState(false);
  const [repId, setRep] = useState('');
  if (!me.has('manager', 'sales_ops', 'admin')) return null;
  return (
    <>
      <Button size="compact-sm" variant="default" onClick={() => setAsks(true)}>
        {words.reassignMany} …
      </Button>
      {asks && (
        <ConfirmDialog
          title={words.reassignManyTitle(n(chosen.count))}
          note={words.reassignManyNote}
          reasonLabel={words.reassignReason}
          confirmLabel={words.reassignAction}
          ready={repId !== ''}
          onConfirm={(reason) => many('/api/v1/tasks/reassignments', chosen, { repId, reason })}
          onClose={() => setAsks(false)}
        >
          <Reps label={words.reassign} of={reps} value={repId} onChange={setRep} />
        </ConfirmDialog>
      )}
    </>
  );
}
