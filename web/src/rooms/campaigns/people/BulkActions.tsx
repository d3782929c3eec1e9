import { Button } from '@mantine/core';
import { useState } from 'react';
import { useMe } from '../../../shell/session';
import { useNotify } from '../../../components/status/useNotify';
import { ConfirmDialog } from '../../../components/layout/ConfirmDialog';
import { useBulkAction, type Selection } from '../../../components/lists/useBulkAction';
import { useNumbers } from '../../../i18n/useNumbers';
import { useWords } from '../../../i18n';

export function BulkActions({ chosen }: { chosen: Selection }) {
  const { decisionMakers } = useWords().campaigns;
  const { n } = useNumbers();
  const me = useMe();
  const many = useBulkAction();
  const notify = useNotify();
  const [asks, setAsks] = useState(false);
  const failed = chosen.filters.state === 'failed';
  return (
    <>
      {failed && me.has('sales_ops', 'admin') && (
        <Button size="compact-sm" onClick={() => void many('/api/v1/enrolments/replays', chosen).catch(notify.error)}>
          {decisionMakers.retry}
        </Button>
      )}
      {!failed && me.has('sales_ops', 'manager') && (
        <Button size="compact-sm" variant="default" onClick={() => setAsks(true)}>
          {decisionMakers.exclude} …
        </Button>
      )}
      {asks && (
        <ConfirmDialog
          title={decisionMakers.excludeMany(n(chosen.count))}
          note={decisionMakers.excludeManyNote}
          reasonLabel={decisionMakers.excludeReason}
          reasonPlaceholder={decisionMakers.excludeHint}
          confirmLabel={decisionMakers.exclude}
          onConfirm={(reason) => many('/api/v1/enrolments/exclusions', chosen, { reason })}
          onClose={() => setAsks(false)}
        />
      )}
    </>
  );
}
