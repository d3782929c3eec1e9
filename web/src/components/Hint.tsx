import { Kbd } from '@mantine/core';
import { spell, useLetters } from '../shell/keys';

/** The key that does the same, on the button itself. */
export function Hint({ keys }: { keys: string }) {
  const [letters] = useLetters();
  if (!letters && !keys.includes('$mod')) return null;
  return (
    <Kbd size="xs" visibleFrom="sm" aria-hidden>
      {spell(keys).join(' ')}
    </Kbd>
  );
}
