import { Drawer } from '@mantine/core';
import type { ReactNode } from 'react';
import { useKeys } from '../frame/keys';
import { useWords } from '../words';

/** The side panel: details beside the list that they belong to, never a page instead of it. */
export function Panel({
  title,
  opened,
  onClose,
  children,
  wide = false,
}: {
  title: ReactNode;
  opened: boolean;
  onClose: () => void;
  children: ReactNode;
  wide?: boolean;
}) {
  const { act } = useWords().frame;
  useKeys(opened ? { Escape: { says: act.close, does: onClose, whileTyping: true } } : {}, { insideDialog: true });
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      title={title}
      position="right"
      size={wide ? 'xl' : 'lg'}
      closeButtonProps={{ 'aria-label': act.close }}
      overlayProps={{ backgroundOpacity: 0.2 }}
      closeOnEscape={false}
      styles={{ title: { fontWeight: 600, fontSize: 'var(--mantine-font-size-lg)' } }}
    >
      {children}
    </Drawer>
  );
}
