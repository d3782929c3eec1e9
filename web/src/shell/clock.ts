import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';

interface Health {
  now: string;
  simulated: boolean;
}

/** Overture's clock can differ from this computer's: in the demo, days pass in seconds. */
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

/** `useNow` can be this late (ms): a time that is less than this ahead may already be past. */
export const CLOCK_TICK_MS = 15_000;

/** Milliseconds since 1970 by Overture's clock, refreshed regularly. */
export function useNow(): number {
  const { offset } = useClock();
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), CLOCK_TICK_MS);
    return () => clearInterval(timer);
  }, []);
  return now + offset;
}
