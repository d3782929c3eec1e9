import { Alert, Button, Text } from '@mantine/core';
import { Problem } from '../../api/problem';
import { useWords } from '../../i18n';

/** Shows the API's own error message, with a retry button where one helps. */
export function ErrorAlert({ error, again }: { error: unknown; again?: () => void }) {
  const { errors, actions } = useWords().shell;
  const problem = error instanceof Problem ? error : null;
  const message =
    problem?.status === 0
      ? errors.unreachable
      : problem?.status === 403
        ? `${errors.forbidden} ${problem.message}`
        : (problem?.message ?? errors.failed);
  return (
    <Alert color="red" title={errors.title} role="alert">
      <Text size="sm">{message}</Text>
      {problem?.fields.map(({ field, message: each }) => (
        <Text size="sm" key={`${field}${each}`}>
          {each}
        </Text>
      ))}
      {again && (
        <Button mt="xs" variant="default" onClick={again}>
          {actions.retry}
        </Button>
      )}
    </Alert>
  );
}
