import { Kbd } from '@mantine/core';
import { keyNames, useLetterKeys } from '../../shell/shortcuts';

/** Shows the shortcut of a button on the button. */
export function KeyHint({ keys }: { keys: string }) {
  const [letters] = useLetterKeys();
  if (!letters && !keys.includes('$mod')) return null;
  return (
    <Kbd size="xs" visibleFrom="sm" aria-hidden>
      {keyNames(keys).join(' ')}
    </Kbd>
  );
}
