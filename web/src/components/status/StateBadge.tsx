import { Badge } from '@mantine/core';
import { plain, useWords } from '../../i18n';

/**
 * The same colour means the same everywhere: green is good, blue is in progress, yellow is waiting, red needs
 * attention, grey is over.
 */
const COLOURS: Record<string, string> = {
  ...Object.fromEntries(
    [
      'live',
      'approved',
      'approve',
      'done',
      'sent',
      'delivered',
      'valid',
      'finished',
      'completed',
      'won',
      'positive',
      'healthy',
      'active',
      'answered',
      'listening',
    ].map((each) => [each, 'green']),
  ),
  ...Object.fromEntries(
    ['running', 'in_review', 'claimed', 'sending', 'mobilising', 'importing', 'open'].map((each) => [each, 'blue']),
  ),
  ...Object.fromEntries(
    [
      'invited',
      'paused',
      'scheduled',
      'snoozed',
      'pending',
      'queued',
      'waiting',
      'changes_requested',
      'approve_with_changes',
      'risky',
      'draft',
      'ready',
      'corrected',
    ].map((each) => [each, 'yellow']),
  ),
  ...Object.fromEntries(
    [
      'unknown',
      'failed',
      'bounced',
      'rejected',
      'reject',
      'invalid',
      'opted_out',
      'stopped',
      'negative',
      'hostile',
      'refused',
      'aborted',
    ].map((each) => [each, 'red']),
  ),
};

/** Always shows the state as text too, because colour alone is not accessible. */
export function StateBadge({ state, label }: { state: string; label?: string }) {
  const { terms } = useWords();
  const known: Record<string, string> = terms.state;
  return (
    <Badge color={COLOURS[state] ?? 'gray'} tt="none" fw={600}>
      {label ?? known[state] ?? plain(state)}
    </Badge>
  );
}
