import { Alert, Button, Text } from '@mantine/core';
import { Problem } from '../../api/problem';
import { useWords } from '../../i18n';

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
