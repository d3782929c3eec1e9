import { Button } from '@mantine/core';
import { createRootRoute, createRoute, lazyRouteComponent, Link } from '@tanstack/react-router';
import { Nothing, Trouble } from '../components/QueryState';
import { useWords } from '../i18n';
import { Gate } from './Gate';
import { Shell } from './Shell';

/** Every screen stands in the shell, behind the gate. */
export const root = createRootRoute({
  component: () => (
    <Gate>
      <Shell />
    </Gate>
  ),
  errorComponent: ({ error, reset }) => <Trouble error={error} again={reset} />,
  notFoundComponent: Lost,
});

function Lost() {
  const { shell } = useWords();
  return (
    <Nothing
      title={shell.trouble.lost}
      action={
        <Button component={Link} to="/">
          {shell.trouble.home}
        </Button>
      }
    />
  );
}

export const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  component: lazyRouteComponent(() => import('./Home'), 'Home'),
});
