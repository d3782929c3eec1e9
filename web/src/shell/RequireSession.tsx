import { Alert, Anchor, Button, Center, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState, type FormEvent, type ReactNode } from 'react';
import { http } from '../api/client';
import { Problem } from '../api/problem';
import { PublicScreen } from '../components/layout/PublicScreen';
import { ErrorAlert } from '../components/status/ErrorAlert';
import { useWords } from '../i18n';
import { useSession } from './session';

/** Shows the sign-in form unless the user is signed in. */
export function RequireSession({ children }: { children: ReactNode }) {
  const { data, error, isPending, refetch } = useSession();
  if (data) return <>{children}</>;
  if (isPending) return null;
  if ((error as unknown) instanceof Problem && (error as unknown as Problem).status === 401) return <SignIn />;
  return (
    <Center mih="100vh" p="md">
      <ErrorAlert error={error} again={() => void refetch()} />
    </Center>
  );
}

function SignIn() {
  const { shell } = useWords();
  const words = shell.signIn;
  const queries = useQueryClient();
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const body = { email: String(form.get('email')), password: String(form.get('password')) };
    setBusy(true);
    setProblem(null);
    try {
      await http.POST('/api/v1/sessions', { body });
      await queries.resetQueries();
    } catch (error) {
      setProblem(error instanceof Problem && error.status !== 0 ? error.message : shell.errors.unreachable);
    } finally {
      setBusy(false);
    }
  }
  return (
    <PublicScreen title={words.title}>
      <form onSubmit={(event) => void submit(event)}>
        <Stack>
          {problem && (
            <Alert color="red" role="alert">
              {problem}
            </Alert>
          )}
          <TextInput name="email" type="email" label={words.email} autoComplete="username" required autoFocus />
          <PasswordInput name="password" label={words.password} autoComplete="current-password" required />
          <Button type="submit" size="sm" disabled={busy}>
            {busy ? words.wait : words.submit}
          </Button>
          <Anchor component={Link} to="/reset" size="sm">
            {words.forgotten}
          </Anchor>
        </Stack>
      </form>
    </PublicScreen>
  );
}
