import { Alert, Button, Loader, Text } from '@mantine/core';
import { useLocation, useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { http, type Shape } from '../../api/client';
import { Problem } from '../../api/problem';
import { Form } from '../../components/forms/Form';
import { PublicScreen } from '../../components/layout/PublicScreen';
import { ErrorAlert } from '../../components/status/ErrorAlert';
import { ScreenLink } from '../../components/layout/ScreenLink';
import { useWords } from '../../i18n';
import { AskForReset } from './AskForReset';

/** What stands after # in the address. It is taken out of the address, so that the browser's history does not keep it. */
function useLinkToken(): string {
  const { hash, pathname } = useLocation();
  const navigate = useNavigate();
  const [token, setToken] = useState(hash);
  // another link, opened in the same window
  if (hash !== '' && hash !== token) setToken(hash);
  useEffect(() => {
    if (hash !== '') void navigate({ to: pathname, replace: true });
  }, [hash, pathname, navigate]);
  return token;
}

/** Where an invitation leads. */
export function Welcome() {
  const { link: words } = useWords().account;
  const token = useLinkToken();
  return (
    <PublicScreen title={words.welcome}>
      {token ? <ChoosePassword key={token} token={token} /> : <Text size="sm">{words.missing}</Text>}
    </PublicScreen>
  );
}

/** Asks for a link, and where it leads. */
export function Reset() {
  const { link: words } = useWords().account;
  const token = useLinkToken();
  return (
    <PublicScreen title={token ? words.choose : words.forgotten}>
      {token ? <ChoosePassword key={token} token={token} /> : <AskForReset />}
    </PublicScreen>
  );
}

type Opened = { holder: Shape<'LinkHolderView'> } | { problem: unknown } | null;

function ChoosePassword({ token }: { token: string }) {
  const { account } = useWords();
  const words = account.link;
  const [opened, setOpened] = useState<Opened>(null);
  const [done, setDone] = useState(false);
  // no query: one that is fetched again, after the link was used, would fail
  useEffect(() => {
    let here = true;
    http.POST('/api/v1/password-links/opening', { body: { token } }).then(
      ({ data }) => here && setOpened({ holder: data! }),
      (problem: unknown) => here && setOpened({ problem }),
    );
    return () => void (here = false);
  }, [token]);
  if (done)
    return (
      <>
        <Text size="sm">{words.done}</Text>
        <Button component="a" href="/">
          {words.signIn}
        </Button>
      </>
    );
  if (opened === null) return <Loader size="sm" aria-busy="true" />;
  if ('problem' in opened) return <NotValid problem={opened.problem} />;
  return (
    <>
      <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
        {words.of(opened.holder.email)}
      </Text>
      <Form
        fields={[
          {
            name: 'password',
            label: account.newPassword,
            kind: 'password',
            required: true,
            hint: account.passwordHint,
          },
        ]}
        submitLabel={words.set}
        doneMessage={account.changed}
        onSubmit={async ({ password }: { password: string }) => {
          try {
            await http.POST('/api/v1/password-links/password', { body: { token, password } });
            setDone(true);
          } catch (problem) {
            if (!isNotValid(problem)) throw problem;
            setOpened({ problem });
          }
        }}
      />
    </>
  );
}

const isNotValid = (problem: unknown): boolean => problem instanceof Problem && problem.code === 'link_not_valid';

function NotValid({ problem }: { problem: unknown }) {
  const { link: words } = useWords().account;
  const isInvitation = useLocation().pathname === '/welcome';
  if (!isNotValid(problem)) return <ErrorAlert error={problem} />;
  return (
    <>
      <Alert color="red" role="alert">
        {words.notValid} {isInvitation && words.askInvitation}
      </Alert>
      {!isInvitation && (
        <ScreenLink to="/reset" size="sm" reloadDocument>
          {words.askAgain}
        </ScreenLink>
      )}
    </>
  );
}
