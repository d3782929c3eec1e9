import { ActionIcon } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useWords } from '../../i18n';

export function RemoveButton({ onRemove, label }: { onRemove: () => void; label: string }) {
  const { editor: words } = useWords().cohorts;
  return (
    <ActionIcon variant="subtle" color="gray" aria-label={`${words.remove}: ${label}`} onClick={onRemove}>
      <IconTrash size={16} />
    </ActionIcon>
  );
}
