import { Button } from '@mantine/core';
import { createRootRoute, createRoute, lazyRouteComponent, Link } from '@tanstack/react-router';
import { EmptyState } from '../components/status/EmptyState';
import { ErrorAlert } from '../components/status/ErrorAlert';
import { useWords } from '../i18n';
import { RequireSession } from './RequireSession';
import { Shell } from './Shell';

export const root = createRootRoute({
  component: () => (
    <RequireSession>
      <Shell />
    </RequireSession>
  ),
  errorComponent: ({ error, reset }) => <ErrorAlert error={error} again={reset} />,
  notFoundComponent: NotFound,
});

function NotFound() {
  const { shell } = useWords();
  return (
    <EmptyState
      title={shell.errors.notFound}
      action={
        <Button component={Link} to="/">
          {shell.errors.toHome}
        </Button>
      }
    />
  );
}

export const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  component: lazyRouteComponent(() => import('./home/Home'), 'Home'),
});
