import { Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useWords } from '../i18n';
import { useLive } from './useLive';

/** Seconds until a lost connection is shown. */
const SOON = 3;

/** Shows the age of the data. A heartbeat of the stream counts as an update, because it means that nothing changed. */
export function Freshness() {
  const { shell } = useWords();
  const { connected, lastMessageAt } = useLive();
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, []);
  const seconds = Math.max(0, Math.round((now - lastMessageAt) / 1000));
  // a stream that is (re)connecting does not alarm users yet
  const apart = !connected && seconds >= SOON;
  const label = apart
    ? shell.connection.disconnected(seconds)
    : seconds < 2
      ? shell.connection.now
      : shell.connection.ago(seconds);
  return (
    <Text
      size="xs"
      c={apart ? 'var(--mantine-color-red-text)' : 'dimmed'}
      visibleFrom="xs"
      style={{ fontVariantNumeric: 'tabular-nums' }}
    >
      {label}
    </Text>
  );
}
