import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';

interface Health {
  now: string;
  simulated: boolean;
}

/** Overture's clock may run apart from this machine's (in the demo, days in seconds). */
export function useClock(): { offset: number; simulated: boolean } {
  const { data } = useQuery({
    queryKey: ['health'],
    queryFn: async () => {
      const health = (await (await fetch('/api/v1/health')).json()) as Health;
      return { offset: Date.parse(health.now) - Date.now(), simulated: health.simulated };
    },
    refetchInterval: 60_000,
    staleTime: 30_000,
  });
  return data ?? { offset: 0, simulated: false };
}

/** How far `useNow` may lie behind, ms: what is less ahead of it than this may be past already. */
export const CLOCK_TICK_MS = 15_000;

/** Milliseconds since 1970, as Overture counts; looked at again from time to time. */
export function useNow(): number {
  const { offset } = useClock();
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), CLOCK_TICK_MS);
    return () => clearInterval(timer);
  }, []);
  return now + offset;
}
