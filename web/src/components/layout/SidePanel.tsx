import { Drawer } from '@mantine/core';
import { useRef, type ReactNode } from 'react';
import { useKeys } from '../../shell/shortcuts';
import { useWords } from '../../i18n';

/** Shows details next to their list, so that the list keeps its place. */
export function SidePanel({
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
  const { actions } = useWords().shell;
  // Escape first closes an open dropdown and only then the panel, so that input is not lost.
  const hadList = useRef(false);
  const leave = () => {
    if (!hadList.current) onClose();
    hadList.current = false;
  };
  useKeys(opened ? { Escape: { label: actions.close, run: leave, whileTyping: true } } : {}, { insideDialog: true });
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      title={title}
      position="right"
      size={wide ? 'xl' : 'lg'}
      closeButtonProps={{ 'aria-label': actions.close }}
      overlayProps={{ backgroundOpacity: 0.2 }}
      closeOnEscape={false}
      styles={{ title: { fontWeight: 600, fontSize: 'var(--mantine-font-size-lg)' } }}
    >
      <div
        onKeyDownCapture={({ target }) => {
          hadList.current = target instanceof Element && target.getAttribute('aria-expanded') === 'true';
        }}
      >
        {children}
      </div>
    </Drawer>
  );
}
