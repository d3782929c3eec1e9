import { Alert, Button, Skeleton, Stack, Text, Title } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Problem } from '../api/problem';
import { useWords } from '../i18n';

/** What went wrong, in the API's own words, and how to go on. */
export function ErrorAlert({ error, again }: { error: unknown; again?: () => void }) {
  const { trouble, act } = useWords().shell;
  const problem = error instanceof Problem ? error : null;
  const message =
    problem?.status === 0
      ? trouble.unreachable
      : problem?.status === 403
        ? `${trouble.notAllowed} ${problem.message}`
        : (problem?.message ?? trouble.broken);
  return (
    <Alert color="red" title={trouble.title} role="alert">
      <Text size="sm">{message}</Text>
      {problem?.fields.map(({ field, message: each }) => (
        <Text size="sm" key={`${field}${each}`}>
          {each}
        </Text>
      ))}
      {again && (
        <Button mt="xs" variant="default" onClick={again}>
          {act.again}
        </Button>
      )}
    </Alert>
  );
}

/** Shows an answer when it is there; before that its outline, and what went wrong where it never comes. */
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

/** Nothing is here yet: says so, and what the next step is. */
export function EmptyState({ title, children, action }: { title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <Stack align="center" gap="xs" py="xl" px="md" ta="center">
      <Title order={3} fz="lg">
        {title}
      </Title>
      {children && (
        <Text c="dimmed" maw={460} size="sm">
          {children}
        </Text>
      )}
      {action}
    </Stack>
  );
}
