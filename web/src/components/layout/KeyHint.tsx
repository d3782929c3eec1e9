import { Kbd } from '@mantine/core';
import { keyNames, useLetterKeys } from '../../shell/shortcuts';

/** The key that does the same, on the button itself. */
export function KeyHint({ keys }: { keys: string }) {
  const [letters] = useLetterKeys();
  if (!letters && !keys.includes('$mod')) return null;
  return (
    <Kbd size="xs" visibleFrom="sm" aria-hidden>
      {keyNames(keys).join(' ')}
    </Kbd>
  );
}
