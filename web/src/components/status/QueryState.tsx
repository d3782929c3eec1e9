import { Skeleton, Stack } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ErrorAlert } from './ErrorAlert';

/** Shows a skeleton while loading, then the data or the error. */
export function QueryState<T>({
  query,
  children,
  lines = 6,
}: {
  query: UseQueryResult<T, unknown>;
  children: (data: NonNullable<T>) => ReactNode;
  lines?: number;
}) {
  if (query.data !== undefined && query.data !== null) return <>{children(query.data)}</>;
  if (query.isError) return <ErrorAlert error={query.error} again={() => void query.refetch()} />;
  return (
    <Stack gap="xs" aria-busy="true">
      {Array.from({ length: lines }, (_, i) => (
        <Skeleton key={i} height={18} width={`${90 - ((i * 17) % 40)}%`} />
      ))}
    </Stack>
  );
}
